import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { photosForTests, pictureOf } from '../../../platform/photos/photos-for-tests.ts'
import { eventPeriod } from '../../duties/catalogue/codes.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../../duties/house-for-tests.ts'
import type { TestPerson } from '../../targets/test-chain.ts'
import { visitInvariants } from './invariants.ts'

let h: DutyHouse
const day = '2026-11-24'
const at = (time: string, of: string = day): string => `${of}T${time}:00+08:00`
const place = (n: number) => h.chain.stores[n]!
const boss = (n = 0) => h.chain.areas[n]!.manager
interface Form {
  edition: string
  items: { code: string; says: string }[]
  open: { code: string }[]
  last: { code: string; points: number | null }[]
  recurring: { code: string; times: number }[]
}
type Wrong = Readonly<Record<string, 0 | 1>>
/** Everything in order but what is named; of what is not in order a finding, unless it is open. */
async function input(who: TestPerson, n: number, when: string, wrong: Wrong = {}, more: object = {}) {
  const on = { store: place(n).id, kind: 'quick' }
  const form = await h.sees<Form>(who, when, 'visits.form', on)
  const open = new Set(form.open.map((o) => o.code))
  return {
    ...on,
    id: newId(),
    edition: form.edition,
    seconds: 900,
    scores: form.items.map(({ code }) => ({ code, points: wrong[code] ?? 2 })),
    findings: Object.entries(wrong)
      .filter(([code, points]) => points === 0 && !open.has(code))
      .map(([code]) => ({
        id: newId(),
        code,
        wrong: `${code} 不对`,
        person: place(n).manager.id,
        due: when.slice(0, 10),
      })),
    ...more,
  }
}
async function visit(who: TestPerson, n: number, when: string, wrong: Wrong = {}) {
  const made = await input(who, n, when, wrong)
  const answer = await h.does<{ id: string; score: number; findings: { id: string }[] }>(
    who,
    when,
    'visits.submit',
    made,
  )
  return { ...answer, made }
}
const move = (who: TestPerson, n: number, when: string, act: string, id: string, words?: string) =>
  h.does(who, when, `visits.${act}`, { store: place(n).id, id, ...(words ? { words } : {}) })
const refused = (who: TestPerson, n: number, when: string, act: string, id: string, words?: string) =>
  h.refused(who, when, `visits.${act}`, { store: place(n).id, id, ...(words ? { words } : {}) })

beforeAll(async () => {
  h = await dutyHouse()
  photosForTests()
  await h.begin('2026-11-20')
  await h.keep(at('08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, visitInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)).toEqual([])
  await h.db.close()
})

test('what a visit finds stands on the store manager’s Today at once; mended and verified it is off both pages', async () => {
  const { manager } = place(0)
  const made = await visit(boss(), 0, at('13:00'), { 'i-window': 0, 's-try': 1 })
  // 30 × (2 × 2 + 3 × 2)/16 + 35 + 35 × (2 × 2 + 3 × 1 + 2 × 2)/14
  expect(made.score).toBe(813)
  const [found] = made.findings
  const period = eventPeriod(found!.id)
  const hers = (await h.today(manager, at('13:01'))).now.find((i) => i.period === period)
  expect(hers).toMatchObject({
    duty: 'SM-2.8',
    fact: { words: 'i-window 不对' },
    act: { path: '/visits/store' },
  })
  expect(whereIs(await h.today(boss(), at('13:01')), 'AM-2.6', period)?.[1]).toBe('open')
  expect(await refused(boss(), 0, at('13:02'), 'verify', found!.id)).toBe('notMended')
  await move(manager, 0, at('16:00'), 'mend', found!.id, '灯换好了')
  expect(await refused(manager, 0, at('16:01'), 'mend', found!.id, '再报一次')).toBe('mendedAlready')
  expect(whereIs(await h.today(manager, at('16:02')), 'SM-2.8', period)).toEqual(['done', 'inTime'])
  expect(whereIs(await h.today(boss(), at('16:02')), 'AM-2.6', period)?.[1]).toBe('open')
  await move(boss(), 0, at('18:00'), 'sendBack', found!.id, '左边还不亮')
  expect(whereIs(await h.today(manager, at('18:01')), 'SM-2.8', period)?.[1]).toBe('open')
  await move(manager, 0, at('19:00'), 'mend', found!.id, '左边也换了')
  await move(boss(), 0, at('20:00'), 'verify', found!.id)
  expect(whereIs(await h.today(boss(), at('20:01')), 'AM-2.6', period)).toEqual(['done', 'inTime'])
  const seen = await h.sees<{ closed: { moves: { kind: string }[] }[] }>(
    manager,
    at('20:02'),
    'visits.store',
    {
      store: place(0).id,
    },
  )
  expect(seen.closed[0]!.moves.map((m) => m.kind)).toEqual(['mended', 'sentBack', 'mended', 'verified'])
})

test('what is open is not found twice; what comes back after it was mended is counted, and stands beside the visit before', async () => {
  const next = addDays(day as never, 1)
  const first = await visit(boss(), 1, at('11:00'), { 'd-main': 0 })
  const again = await visit(boss(), 1, at('15:00'), { 'd-main': 0 })
  expect(again.findings).toEqual([])
  const twice = await input(boss(), 1, at('15:30'), { 'd-main': 0 })
  const more = { id: newId(), code: 'd-main', wrong: '又不对', person: place(1).manager.id, due: day }
  expect(await h.refused(boss(), at('15:30'), 'visits.submit', { ...twice, findings: [more] })).toBe(
    'openAlready',
  )
  await move(place(1).manager, 1, at('17:00'), 'mend', first.findings[0]!.id, '换好了')
  await move(boss(), 1, at('18:00'), 'verify', first.findings[0]!.id)
  await visit(boss(), 1, at('11:00', next), { 'd-main': 0 })
  const last = await visit(boss(), 1, at('16:00', next), {})
  const form = await h.sees<Form>(boss(), at('16:10', next), 'visits.form', {
    store: place(1).id,
    kind: 'quick',
  })
  expect(form.recurring).toMatchObject([{ code: 'd-main', times: 2 }])
  expect(form.last.find((l) => l.code === 'd-main')!.points).toBe(2)
  const one = await h.sees<{ sections: { lines: { code: string; points: number; before: number }[] }[] }>(
    boss(),
    at('16:11', next),
    'visits.one',
    { store: place(1).id, id: last.id },
  )
  const line = one.sections.flatMap((s) => s.lines).find((l) => l.code === 'd-main')
  expect(line).toMatchObject({ points: 2, before: 0 })
})

test('a visit says of everything how it is; what is wrong names somebody of the store and a day that can be kept', async () => {
  const good = await input(boss(), 2, at('12:00'), { 'i-floor': 0 })
  const tried = (part: object) => h.refused(boss(), at('12:00'), 'visits.submit', { ...good, ...part })
  const [finding] = good.findings
  expect(await tried({ scores: good.scores.slice(1) })).toBe('itemsLeft')
  expect(await tried({ findings: [] })).toBe('findingMissing')
  expect(await tried({ findings: [{ ...finding, person: place(3).manager.id }] })).toBe('notOfStore')
  expect(await tried({ findings: [{ ...finding, due: '2026-11-23' }] })).toBe('dueBetween')
  expect(await tried({ edition: newId() })).toBe('editionChanged')
  expect(await tried({ scores: good.scores.map((s) => ({ ...s, points: null })) })).toBe('nothingScored')
  const once = await h.does<{ score: number }>(boss(), at('12:01'), 'visits.submit', good)
  expect(await h.does<{ score: number }>(boss(), at('12:02'), 'visits.submit', good)).toMatchObject({
    score: once.score,
  })
  // Another area's stores are not his.
  expect(await h.refused(boss(1), at('12:05'), 'visits.submit', { ...good, id: newId() })).toBeDefined()
})

test('what the director found the director verifies; withdrawn it is nobody’s any more', async () => {
  const { director } = h.chain
  const { manager } = place(0)
  const made = await visit(director, 0, at('14:00', '2026-11-25'), { 'd-price': 0, 'i-people': 0 })
  const [price, people] = made.findings.map((f) => f.id)
  await move(manager, 0, at('15:00', '2026-11-25'), 'mend', price!, '价签重打了')
  expect(await refused(boss(), 0, at('15:10', '2026-11-25'), 'verify', price!)).toBe('finderOnly')
  await move(director, 0, at('16:00', '2026-11-25'), 'verify', price!)
  const area = await h.today(boss(), at('16:01', '2026-11-25'))
  expect(area.done.find((i) => i.period === eventPeriod(price!))?.proof).toMatchObject({ role: 'substitute' })
  await move(director, 0, at('16:05', '2026-11-25'), 'withdraw', people!, '是新人，工牌在做')
  const after = at('16:06', '2026-11-25')
  expect(whereIs(await h.today(manager, after), 'SM-2.8', eventPeriod(people!))?.[0]).toBe('excused')
  expect(whereIs(await h.today(boss(), after), 'AM-2.6', eventPeriod(people!))?.[0]).toBe('excused')
})

test('a plan is kept by the visit itself, on its day or moved; what was not made says so, and who was never visited stands first', async () => {
  const who = boss(1)
  const [shop, other] = [3, 4]
  const plan = (n: number, on: string, when = at('09:00')) => ({
    id: newId(),
    store: place(n).id,
    day: on,
    when,
  })
  const planned = async (n: number, on: string) => {
    const { when, ...made } = plan(n, on)
    await h.does(who, when, 'visits.plan', made)
    return made.id
  }
  await planned(shop, '2026-11-26')
  await planned(other, '2026-11-25')
  const gone = await planned(other, '2026-11-27')
  const { when, ...twice } = plan(other, '2026-11-27')
  expect(await h.refused(who, when, 'visits.plan', twice)).toBe('plannedAlready')
  expect(await h.refused(who, when, 'visits.plan', { ...twice, day: '2026-11-23' })).toBe('planBetween')
  expect(await h.refused(h.chain.director, when, 'visits.unplan', { store: place(other).id, id: gone })).toBe(
    'notYourPlan',
  )
  await h.does(who, when, 'visits.unplan', { store: place(other).id, id: gone })
  await visit(who, shop, at('14:00', '2026-11-27'))
  const seen = await h.sees<{
    plans: { store: string; day: string; state: string }[]
    stores: { id: string; last: string | null; isLong: boolean }[]
    long: number
  }>(who, at('09:00', '2026-11-28'), 'visits.calendar', { month: '2026-11' })
  expect(seen.plans.map((p) => [p.store, p.day, p.state])).toEqual([
    [place(other).id, '2026-11-25', 'missed'],
    [place(shop).id, '2026-11-26', 'moved'],
  ])
  expect(seen.stores.map((s) => [s.id, s.last, s.isLong])).toEqual([
    [place(other).id, null, true],
    [place(shop).id, '2026-11-27', false],
  ])
  expect(seen.long).toBe(1)
})

test('one inspection of the director proves the month, one in every area the year, and a second one makes up for a month before', async () => {
  const { director } = h.chain
  const proved = async (when: string) => {
    const found = await h.instances('OD-4.2')
    await h.keep(when)
    return found.filter((i) => i.done).map((i) => i.period)
  }
  expect(await proved(at('17:00', '2026-11-25'))).toEqual(['2026-11'])
  await visit(director, 3, at('14:00', '2027-01-05'), {})
  expect(await proved(at('15:00', '2027-01-05'))).toEqual(['2026', '2026-11', '2027-01'])
  await visit(director, 0, at('14:00', '2027-01-06'), {})
  expect(await proved(at('15:00', '2027-01-06'))).toEqual(['2026', '2026-11', '2026-12', '2027', '2027-01'])
})

test('what visits look at is made by headquarters from a day to come; a score stays as it was reckoned', async () => {
  const { director } = h.chain
  const [before, from] = ['2027-01-08', '2027-01-10']
  const edition = {
    id: newId(),
    kind: 'quick',
    from,
    sections: [{ code: 'image', says: '形象', weight: 100 }],
    items: ['门', '灯'].map((says, i) => ({
      code: `n${i}`,
      section: 'image',
      says: `看${says}`,
      weight: i + 1,
    })),
  }
  const tried = (part: object) =>
    h.refused(director, at('10:00', before), 'visits.publish', { ...edition, ...part })
  expect(await tried({ from: before })).toBe('fromTomorrow')
  expect(await tried({ sections: [{ ...edition.sections[0], weight: 90 }] })).toBe('hundred')
  expect(await h.refused(boss(), at('10:00', before), 'visits.publish', edition)).toBeDefined()
  await h.does(director, at('10:00', before), 'visits.publish', edition)
  const old = await h.sees<Form>(boss(), at('10:01', before), 'visits.form', {
    store: place(2).id,
    kind: 'quick',
  })
  const fresh = await h.sees<Form>(boss(), at('10:01', from), 'visits.form', {
    store: place(2).id,
    kind: 'quick',
  })
  expect([old.items.length > 2, fresh.items.map((i) => i.code)]).toEqual([true, ['n0', 'n1']])
  expect(await h.refused(director, at('10:00', from), 'visits.withdrawEdition', { id: edition.id })).toBe(
    'begunAlready',
  )
  const made = await visit(boss(), 2, at('11:00', '2027-01-11'), { n1: 1 })
  expect(made.score).toBe(667)
})

test('where headquarters ask for photos, what is wrong is shown as found and as mended before anybody verifies it', async () => {
  const { director } = h.chain
  const [before, from] = ['2027-01-12', '2027-01-14']
  const { manager } = place(1)
  await h.does(director, at('10:00', before), 'visits.publish', {
    id: newId(),
    kind: 'quick',
    from,
    sections: [{ code: 'image', says: '形象', weight: 100 }],
    items: ['门', '灯'].map((says, i) => ({
      code: `p${i}`,
      section: 'image',
      says: `看${says}`,
      weight: 1,
      photo: i === 0,
    })),
  })
  const shoot = async (who: TestPerson, when: string, seed: number): Promise<string> => {
    const picture = (await pictureOf(seed)).toString('base64')
    const taken = { store: place(1).id, id: newId(), picture, takenAt: when }
    return (await h.does(who, when, 'visits.takePhoto', taken)).id
  }
  const when = at('13:00', from)
  const made = await input(boss(), 1, when, { p0: 0 })
  expect(await h.refused(boss(), when, 'visits.submit', made)).toBe('photoWanted')
  const [found] = made.findings
  const asFound = await shoot(boss(), when, 21)
  await h.does(boss(), when, 'visits.submit', { ...made, findings: [{ ...found!, photo: asFound }] })
  expect(await refused(manager, 1, at('15:00', from), 'mend', found!.id, '擦好了')).toBe('photoWanted')
  const asMended = await shoot(manager, at('15:00', from), 22)
  await h.does(manager, at('15:01', from), 'visits.mend', {
    store: place(1).id,
    id: found!.id,
    words: '擦好了',
    photo: asMended,
  })
  const { open } = await h.sees<{ open: { id: string }[] }>(boss(), at('16:00', from), 'visits.store', {
    store: place(1).id,
  })
  expect(open.find((f) => f.id === found!.id)).toMatchObject({
    photo: { id: asFound, byName: boss().actor.name },
    moves: [{ kind: 'mended', photo: { id: asMended, byName: manager.actor.name, likeAt: null } }],
  })
  const photo = { store: place(1).id, id: asMended, size: 'large' }
  expect(await h.refusedView(place(1).associates[0]!, at('16:00', from), 'visits.photo', photo)).toBe(
    'position',
  )
  expect(await h.refusedView(place(0).manager, at('16:00', from), 'visits.photo', photo)).toBe('scope')
  await move(boss(), 1, at('16:01', from), 'verify', found!.id)
})
