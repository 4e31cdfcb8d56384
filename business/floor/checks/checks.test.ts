import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { photosForTests, pictureOf } from '../../../platform/photos/photos-for-tests.ts'
import type { PhotoStore } from '../../../platform/photos/store.ts'
import { sweepPhotos } from '../../../platform/photos/upkeep.ts'
import { waitedInvariants } from '../../../platform/server/waited.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../../duties/house-for-tests.ts'
import type { TestPerson } from '../../targets/test-chain.ts'
import { checkInvariants } from './invariants.ts'
import type { CheckKind } from './shape.ts'
import { orderly, type SeenCard } from './sheets-for-tests.ts'

let h: DutyHouse
let folder: PhotoStore
const day = '2026-11-24' as Day
const at = (time: string, of: string = day): string => `${of}T${time}:00+08:00`
const place = (n: number) => h.chain.stores[n]!
interface Seen {
  cards: SeenCard[]
  findings: { id: string; wrong: string; code: string; day: string; mendedAt: string | null }[]
  associates: { id: string }[]
}
const today = (who: TestPerson, n: number, when: string, of: string = day) =>
  h.sees<Seen>(who, when, 'checks.today', { store: place(n).id, day: of })
const cardOf = async (who: TestPerson, n: number, kind: CheckKind, when: string, of: string = day) =>
  (await today(who, n, when, of)).cards.find((c) => c.kind === kind)!
async function input(
  who: TestPerson,
  n: number,
  kind: CheckKind,
  when: string,
  more: Record<string, unknown> = {},
) {
  const of = (more.day as string | undefined) ?? when.slice(0, 10)
  const card = await cardOf(who, n, kind, when, of)
  const { wrong, ...rest } = more as { wrong?: Record<string, string> }
  const base = {
    id: newId(),
    store: place(n).id,
    day: of,
    kind,
    edition: card.edition,
    basedOn: null,
    seconds: 90,
  }
  return { ...base, answers: orderly(card, wrong), ...rest }
}
const handIn = async (who: TestPerson, n: number, kind: CheckKind, when: string, more = {}) =>
  h.does<{ id: string; version: number; flags: string[]; wrong: number }>(
    who,
    when,
    'checks.handIn',
    await input(who, n, kind, when, more),
  )
const refused = async (who: TestPerson, n: number, kind: CheckKind, when: string, more = {}) =>
  h.refused(who, when, 'checks.handIn', await input(who, n, kind, when, more))

beforeAll(async () => {
  h = await dutyHouse()
  folder = photosForTests()
  await h.begin('2026-11-20')
  for (const { id, associates } of h.chain.stores)
    for (const one of associates.slice(0, 2))
      await h.db.query(
        'insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total) values ($1, $2, $3, 100000, 100000, 100000)',
        [id, day, one.id],
      )
  await h.keep(at('08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, checkInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)).toEqual([])
  await h.db.close()
})

test('a company that has made no sheets begins with the shipped ones; an associate’s hygiene sheet answers for the store', async () => {
  const { manager, associates } = place(0)
  const seen = await today(associates[0]!, 0, at('09:10'))
  expect(seen.cards.map((c) => c.state)).toEqual(['open', 'open', 'open', 'notYet', 'notYet', 'notYet'])
  expect(seen.associates).toHaveLength(2)
  const card = seen.cards.find((c) => c.kind === 'hygiene')!
  expect([card.items.length, card.sample.length]).toEqual([12, 3])
  const done = await handIn(associates[0]!, 0, 'hygiene', at('09:20'))
  expect(done).toMatchObject({ version: 1, wrong: 0, flags: [] })
  expect(whereIs(await h.today(manager, at('09:21')), 'SM-2.8')).toEqual(['done', 'inTime'])
  expect(whereIs(await h.today(associates[1]!, at('09:21')), 'SA-2.1', day)).toEqual(['done', 'inTime'])
  const proof = (await h.today(manager, at('09:21'))).done.find((i) => i.duty === 'SM-2.8')!.proof
  expect(proof).toMatchObject({
    action: 'checks.handIn',
    role: 'substitute',
    byName: associates[0]!.actor.name,
  })
})

test('sent again it is the same sheet; another by somebody else meanwhile is refused; a correction is a new version', async () => {
  const [li, wang] = place(1).associates
  const first = await input(li!, 1, 'hygiene', at('09:15'))
  const once = await h.does<{ id: string; version: number }>(li!, at('09:15'), 'checks.handIn', first)
  expect(await h.does(li!, at('09:16'), 'checks.handIn', first)).toEqual(once)
  expect(await refused(wang!, 1, 'hygiene', at('09:17'))).toBe('changedMeanwhile')
  const again = await handIn(wang!, 1, 'hygiene', at('09:18'), {
    basedOn: once.id,
    wrong: { 'h-lamp': '右起第二盏不亮' },
  })
  expect(again).toMatchObject({ version: 2, wrong: 1 })
  const one = await h.sees<{ versions: { version: number }[]; stands: boolean }>(
    li!,
    at('09:19'),
    'checks.sheet',
    {
      store: place(1).id,
      id: once.id,
    },
  )
  expect([one.versions.map((v) => v.version), one.stands]).toEqual([[1, 2], false])
})

test('what is not in order stays open on the store’s page, once, until somebody mends it', async () => {
  const { manager, associates, id: store } = place(2)
  await handIn(manager, 2, 'opening', at('09:30'), { wrong: { 'o-exit': '通道堆了两箱货' } })
  const { findings } = await today(associates[0]!, 2, at('09:31'))
  expect(findings).toMatchObject([{ wrong: '通道堆了两箱货', mendedAt: null }])
  // The same thing found again the next morning is the same finding.
  const next = addDays(day, 1)
  await handIn(manager, 2, 'opening', at('09:30', next), { wrong: { 'o-exit': '还堆着' } })
  expect((await today(manager, 2, at('09:31', next), next)).findings).toHaveLength(1)
  const area = await h.sees<{ stores: { id: string; open: number }[] }>(
    h.chain.areas[0]!.manager,
    at('09:32', next),
    'checks.area',
  )
  expect(area.stores.find((s) => s.id === store)!.open).toBe(1)
  const mend = { store, id: findings[0]!.id, words: '货已上架，通道清空' }
  await h.does(associates[1]!, at('11:00', next), 'checks.mend', mend)
  expect(await h.refused(associates[1]!, at('11:01', next), 'checks.mend', mend)).toBe('mendedAlready')
  expect((await today(manager, 2, at('11:02', next), next)).findings).toEqual([])
  expect(await h.refused(manager, at('11:03', next), 'checks.mend', { ...mend, id: newId() })).toBe(
    'notFound',
  )
})

test('all that is open is counted for each store, however much of it is named', async () => {
  const { manager, id: store } = place(4)
  const evening = at('21:30')
  const { items } = await cardOf(manager, 4, 'safety', evening)
  const wrong = Object.fromEntries(items.map((i) => [i.code, '没锁好']))
  await handIn(manager, 4, 'safety', evening, { wrong })
  const closing = await cardOf(manager, 4, 'closing', evening)
  await handIn(manager, 4, 'closing', evening, {
    wrong: Object.fromEntries(closing.items.map((i) => [i.code, '没做'])),
  })
  const board = await h.sees<{ stores: { id: string; open: number }[]; findings: unknown[] }>(
    h.chain.areas[1]!.manager,
    at('22:00'),
    'checks.area',
  )
  const all = items.length + closing.items.length
  expect(board.stores.find((s) => s.id === store)!.open).toBe(all)
  expect(board.findings.length).toBeLessThan(all)
})

test('a finding that was a slip of the thumb is closed by the correction itself', async () => {
  const { manager } = place(3)
  const first = await handIn(manager, 3, 'opening', at('09:30'), { wrong: { 'o-light': '灯没开' } })
  await handIn(manager, 3, 'opening', at('09:33'), { basedOn: first.id })
  const { findings } = await today(manager, 3, at('09:34'))
  expect(findings.map((f) => f.mendedAt !== null)).toEqual([true])
})

test('an associate hands in the display of her own zone; the manager does not, and looks after it', async () => {
  const { manager, associates, id: store } = place(0)
  expect(await refused(manager, 0, 'display', at('09:30'), { zone: 'left' })).toBe('associatesOwn')
  expect(await refused(associates[0]!, 0, 'display', at('09:30'))).toBe('zoneMissing')
  const sheet = await handIn(associates[0]!, 0, 'display', at('09:30'), { zone: 'left' })
  expect(whereIs(await h.today(associates[0]!, at('09:31')), 'SA-2.2')).toEqual(['done', 'inTime'])
  expect(whereIs(await h.today(associates[1]!, at('09:31')), 'SA-2.2')?.[0]).toBe('now')
  const it = { store, id: sheet.id }
  await h.does(manager, at('09:40'), 'checks.open', it)
  await h.does(manager, at('09:41'), 'checks.confirm', it)
  // The look at the sheet is the look at the duty that it proves, and at no other.
  const looked = await h.db.query(
    `select i.duty, i.holder_id as holder, v.kind from duty_oversight v join duty_instance i on i.store_id = v.store_id and i.id = v.instance_id
     where v.store_id = $1 and v.by = $2 order by v.at`,
    [store, manager.id],
  )
  expect(looked).toEqual(
    ['opened', 'confirmed'].map((kind) => ({ duty: 'SA-2.2', holder: associates[0]!.id, kind })),
  )
  expect(await h.refused(manager, at('09:42'), 'checks.confirm', it)).toBe('reviewedAlready')
  const again = { zone: 'left', basedOn: sheet.id, wrong: { 'd-press': '左起第三件有褶' } }
  expect(await handIn(associates[0]!, 0, 'display', at('09:43'), again)).toMatchObject({ version: 2 })
  const card = await cardOf(manager, 0, 'display', at('09:44'))
  expect(card.sheets.map((s) => s.state)).toEqual(['handedIn'])
})

test('nobody confirms a sheet of one’s own; the area manager sends it back with words, and it is due again', async () => {
  const { manager, id: store } = place(1)
  const opening = await handIn(manager, 1, 'opening', at('09:40'))
  const it = { store, id: opening.id }
  expect(await h.refused(manager, at('09:41'), 'checks.confirm', it)).toBe('ownSheet')
  const area = h.chain.areas[0]!.manager
  expect(await h.refused(h.chain.areas[1]!.manager, at('09:42'), 'checks.confirm', it)).toBe('scope')
  await h.does(area, at('09:42'), 'checks.sendBack', { ...it, words: '备用金没有点' })
  expect(whereIs(await h.today(manager, at('09:43')), 'SM-4.4', day)?.[0]).toBe('now')
  const card = await cardOf(manager, 1, 'opening', at('09:43'))
  expect(card.state).toBe('sentBack')
  await handIn(manager, 1, 'opening', at('09:50'), { basedOn: opening.id })
  expect(await h.refused(area, at('09:51'), 'checks.confirm', it)).toBe('superseded')
  expect(whereIs(await h.today(manager, at('09:52')), 'SM-4.4', day)).toEqual(['done', 'inTime'])
})

test('five seconds for nine things is taken and shown to the superior; so is a sudden perfect score', async () => {
  const { manager } = place(4)
  const quick = await handIn(manager, 4, 'opening', at('09:50'), { seconds: 5 })
  expect(quick.flags).toEqual(['fast'])
  for (const back of [1, 2, 3]) {
    const of = addDays(day, back)
    const sheet = await handIn(manager, 4, 'opening', at('09:30', of), { wrong: { 'o-look': '没戴工牌' } })
    expect(sheet.flags).toEqual([])
  }
  const fourth = addDays(day, 4)
  expect((await handIn(manager, 4, 'opening', at('09:30', fourth))).flags).toEqual(['perfect'])
  const board = await h.sees<{
    stores: { id: string; flagged: number; toLook: number; cells: { sheet: string | null }[] }[]
  }>(h.chain.areas[1]!.manager, at('11:00'), 'checks.area')
  const line = board.stores.find((s) => s.id === place(4).id)!
  expect([line.flagged, line.toLook, line.cells[0]!.sheet]).toEqual([1, 1, quick.id])
})

test('the fitting rooms are looked at by the hour, each hour once', async () => {
  const [li] = place(3).associates
  expect(await refused(li!, 3, 'fitting', at('12:05'))).toBe('roundMissing')
  expect(await refused(li!, 3, 'fitting', at('12:05'), { round: 9 })).toBe('roundMissing')
  expect(await refused(li!, 3, 'fitting', at('12:05'), { round: 14 })).toBe('tooEarly')
  await handIn(li!, 3, 'fitting', at('12:05'), { round: 12 })
  expect(await refused(li!, 3, 'fitting', at('12:08'), { round: 12 })).toBe('changedMeanwhile')
  const card = await cardOf(li!, 3, 'fitting', at('13:10'))
  expect([card.rounds, card.sheets.map((s) => s.round)]).toEqual([[11, 12, 13], [12]])
})

test('headquarters publish the next edition from a day on; what is in force stays as it is, a planned one can be withdrawn', async () => {
  const { director } = h.chain
  const from = '2026-12-01'
  const items = ['门口脚垫吸尘', '玻璃内外擦过', '试衣间地面拖过'].map((says, i) => ({ code: `n${i}`, says }))
  const edition = { id: newId(), kind: 'hygiene', from, items, words: '按总部新标准' }
  await h.does(director, at('14:00'), 'checks.publish', edition)
  await h.does(director, at('14:00'), 'checks.publish', edition)
  expect(await h.refused(director, at('14:01'), 'checks.publish', { ...edition, id: newId() })).toBe(
    'dayTaken',
  )
  expect(
    await h.refused(director, at('14:01'), 'checks.publish', { ...edition, id: newId(), from: day }),
  ).toBe('fromTomorrow')
  const manager = place(0).manager
  const before = await cardOf(manager, 0, 'hygiene', at('20:00', '2026-11-30'), '2026-11-30')
  const after = await cardOf(manager, 0, 'hygiene', at('09:00', from), from)
  expect([before.items.length, after.items.length]).toEqual([12, 3])
  expect(
    await h.refused(manager, at('09:10', from), 'checks.handIn', {
      ...(await input(manager, 0, 'hygiene', at('09:10', from))),
      edition: before.edition,
    }),
  ).toBe('editionChanged')
  await handIn(manager, 0, 'hygiene', at('09:15', from))
  expect(await h.refused(director, at('10:00', from), 'checks.withdraw', { id: edition.id })).toBe(
    'begunAlready',
  )
  const later = { ...edition, id: newId(), from: '2026-12-20' }
  await h.does(director, at('10:01', from), 'checks.publish', later)
  await h.does(director, at('10:02', from), 'checks.withdraw', { id: later.id })
  const { kinds } = await h.sees<{
    kinds: { kind: string; planned: unknown[]; current: { from: string } }[]
  }>(director, at('10:03', from), 'checks.editions')
  expect(kinds.find((k) => k.kind === 'hygiene')).toMatchObject({ planned: [], current: { from } })
})

const shoot = async (
  who: TestPerson,
  n: number,
  when: string,
  seed: number,
  id = newId(),
): Promise<string> => {
  const picture = (await pictureOf(seed)).toString('base64')
  await h.does(who, when, 'checks.takePhoto', { store: place(n).id, id, picture, takenAt: when })
  return id
}

test('an item that asks for a photo is handed in only with one of its own; the superior sees it, and that it looks like an earlier one', async () => {
  const next = addDays(day, 8)
  const { manager, associates } = place(1)
  await h.does(h.chain.director, at('10:00'), 'checks.publish', {
    id: newId(),
    kind: 'hygiene',
    from: next,
    items: ['消防通道能走', '地面拖过', '镜子擦过'].map((says, i) => ({
      code: `p${i}`,
      says,
      photo: i === 0,
    })),
  })
  const when = at('09:10', next)
  const card = await cardOf(associates[0]!, 1, 'hygiene', when, next)
  const withPhoto = (photo: string | null) => ({
    day: next,
    answers: orderly(card, { p0: '堆了纸箱' }).map((a) => ({ ...a, photo: a.code === 'p0' ? photo : null })),
  })
  expect(await refused(associates[0]!, 1, 'hygiene', when, withPhoto(null))).toBe('photoWanted')
  const photo = await shoot(associates[0]!, 1, when, 1)
  // Sent again after a lost answer it is the same photo.
  expect(await shoot(associates[0]!, 1, when, 1, photo)).toBe(photo)
  expect(await refused(associates[0]!, 1, 'hygiene', when, withPhoto(newId()))).toBe('photoGone')
  const elsewhere = await shoot(place(0).manager, 0, when, 1)
  expect(await refused(associates[0]!, 1, 'hygiene', when, withPhoto(elsewhere))).toBe('photoGone')
  await handIn(associates[0]!, 1, 'hygiene', when, withPhoto(photo))
  const { findings } = await today(manager, 1, at('09:30', next), next)
  const found = findings.find((f) => f.code === 'p0')!
  const mend = { store: place(1).id, id: found.id, words: '清走了' }
  expect(await h.refused(manager, at('09:40', next), 'checks.mend', mend)).toBe('photoWanted')
  // One photo shows one thing; the same picture sent as another one is told to whoever looks.
  expect(await h.refused(manager, at('09:40', next), 'checks.mend', { ...mend, photo })).toBe('photoGone')
  const after = await shoot(manager, 1, at('09:41', next), 1)
  await h.does(manager, at('09:42', next), 'checks.mend', { ...mend, photo: after })
  const boss = h.chain.areas.find((a) => a.stores.includes(place(1).id))!.manager
  const seen = (await today(boss, 1, at('10:00', next), next)).findings.find((f) => f.code === 'p0')
  expect(seen).toMatchObject({
    photo: { id: photo, byName: associates[0]!.actor.name, likeAt: null },
    mendedPhoto: { id: after, likeBy: associates[0]!.actor.name },
  })
})

test('a photo that nobody handed in is swept after a week with its bytes; what a record shows stays', async () => {
  const left = await shoot(place(0).manager, 0, at('11:00', addDays(day, 9)), 77)
  const bytes = () =>
    h.db.query<{ hash: string; small: string; kept: boolean }>(
      'select hash, small_hash as small, kept_at is not null as kept from photo',
    )
  const before = await bytes()
  await sweepPhotos(h.db, folder, new Date(at('11:00', addDays(day, 17))))
  const after = await bytes()
  expect(before.filter((b) => b.kept)).toEqual(after)
  expect(after.length).toBeGreaterThan(1)
  expect(
    await h.refusedView(place(0).manager, at('11:00', addDays(day, 17)), 'checks.photo', {
      store: place(0).id,
      id: left,
    }),
  ).toBe('photoNotFound')
  const shown = new Set(after.flatMap((a) => [a.hash, a.small]))
  for (const { hash, small } of before)
    for (const one of [hash, small]) expect(await folder.has(one)).toBe(shown.has(one))
})

test('a sheet filled in time on a phone without network is in time when it arrives after it was missed, and both moments stand', async () => {
  const of = '2026-12-02'
  const { manager, id: store } = place(2)
  await h.keep(at('08:00', of))
  const sheet = await input(manager, 2, 'opening', at('09:20', of), { day: of })
  await h.keep(at('15:00', of))
  expect(whereIs(await h.today(manager, at('15:00', of)), 'SM-4.4', of)?.[0]).toBe('missed')
  const arrived = new Date(at('16:00', of))
  // The phone's clock is an hour fast, and the house knew it.
  const hour = 3_600_000
  const says = {
    acted: Date.parse(at('09:20', of)) + hour,
    sent: arrived.getTime() + hour,
    ahead: hour,
  }
  const caller = { actor: manager.actor, language: 'zh' as const, address: 'test', now: arrived, says }
  const key = newId()
  const outcome = await h.door.perform('checks.handIn', sheet, { ...caller, key }, 'action')
  expect(outcome.ok).toBe(true)
  const again = await h.door.perform('checks.handIn', sheet, { ...caller, key }, 'action')
  expect(again).toMatchObject({ ok: true, repeated: true })
  expect(whereIs(await h.today(manager, at('16:01', of)), 'SM-4.4', of)).toEqual(['done', 'inTime'])
  const [kept] = await h.db.query(
    `select s.at = $2::timestamptz as acted, l.at = $3::timestamptz as arrived, l.detail->'waited' as waited
     from check_sheet s join audit_line l on l.store_id = s.store_id and l.record = s.id::text where s.id = $1`,
    [sheet.id, at('09:20', of), arrived.toISOString()],
  )
  expect(kept).toEqual({
    acted: true,
    arrived: true,
    waited: {
      actedAt: new Date(at('09:20', of)).toISOString(),
      phoneAt: new Date(at('10:20', of)).toISOString(),
    },
  })
  const late = { ...caller, now: new Date(at('16:00', '2026-12-10')), key: newId() }
  const tooLate = await h.door.perform(
    'checks.mend',
    { store, id: newId(), words: '补上了' },
    { ...late, says: { ...says, sent: late.now.getTime() + hour } },
    'action',
  )
  expect(tooLate).toMatchObject({ ok: false, problem: { why: 'waitedTooLong' } })
  expect((await verify(h.db, waitedInvariants)).map((f) => f.count)).toEqual([0])
  await h.db.query(`update waited_act set acted_at = acted_at - interval '1 hour'`)
  expect((await verify(h.db, waitedInvariants)).map((f) => f.count)).toEqual([1])
  await h.db.query(`update waited_act set acted_at = acted_at + interval '1 hour'`)
})
