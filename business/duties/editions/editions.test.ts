import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { OutputOf } from '../../../platform/server/door.ts'
import { beginDuties } from '../edition-tables.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../house-for-tests.ts'
import type { editionOperations } from './actions.ts'

type Ops = typeof editionOperations
type Draft = OutputOf<Ops['editions.draft']>
type Preview = OutputOf<Ops['editions.preview']>
type List = OutputOf<Ops['editions.list']>
type Difference = OutputOf<Ops['editions.difference']>
type Clause = Draft['clauses'][number]

let h: DutyHouse
let store: DutyHouse['chain']['stores'][number]
const at = (day: string, time = '10:00') => `${day}T${time}:00+08:00`
const d1 = '2026-11-23'

beforeAll(async () => {
  h = await dutyHouse()
  store = h.chain.stores[0]!
  await beginDuties(h.db, { from: '2026-11-20' as Day, now: new Date('2026-11-20T00:00:00+08:00') })
  await h.keep(at(d1, '09:00'))
})
afterAll(() => h.db.close())

const begin = async (day = d1, name = '十二月版') =>
  (await h.does<{ id: string }>(h.chain.director, at(day), 'editions.begin', { id: newId(), name })).id
const draftOf = (draft: string, day = d1) =>
  h.sees<Draft>(h.chain.director, at(day), 'editions.draft', { draft })
const clauseIn = async (draft: string, duty: string) =>
  (await draftOf(draft)).clauses.find((c) => c.duty === duty)!
const termsOf = (c: Clause) => ({
  title: c.title,
  help: c.help,
  kind: c.kind,
  calendar: c.calendar,
  minutes: c.minutes,
  weight: c.weight,
  lookedAfter: c.lookedAfter,
  standIns: c.standIns,
  ...(c.own ? { own: c.own } : {}),
})
const save = async (draft: string, duty: string, changed: object, dropped = false, day = d1) => {
  const clause = await clauseIn(draft, duty)
  const input = { draft, duty, basedOn: clause.revision, dropped, terms: { ...termsOf(clause), ...changed } }
  return h.outcome('action', h.chain.director, at(day), 'editions.saveClause', input)
}
const whyNot = async (outcome: Awaited<ReturnType<typeof save>>) =>
  outcome.ok ? undefined : `${outcome.problem.status} ${outcome.problem.why}`
const traffic = {
  title: ['午后客流补录', 'Enter the afternoon’s traffic'],
  help: ['下午六点前把客流与试穿补齐。', 'Traffic and try-ons are in by six.'],
  kind: 'perishable',
  calendar: [{ every: 'day', by: '18:00', late: 4 }],
  minutes: 5,
  weight: 2,
  lookedAfter: { by: 'areaManager', every: 'week' },
  standIns: ['salesAssociate'],
  own: { provedBy: 'traffic', each: false, indicators: [] },
}
const preview = (draft: string, from?: string, day = d1) =>
  h.sees<Preview>(h.chain.generalManager, at(day), 'editions.preview', { draft, ...(from ? { from } : {}) })
const force = async (
  draft: string,
  from: string,
  more: object = {},
  who = h.chain.generalManager,
  day = d1,
) => {
  const seen = await preview(draft, from, day)
  return h.outcome('action', who, at(day), 'editions.putInForce', {
    draft,
    from,
    reason: '旺季调整',
    against: seen.replaced?.id ?? null,
    seen: seen.revision,
    ...more,
  })
}
const enter = (day: string, time: string, who = store.manager) =>
  h.does(who, at(day, time), 'sales.traffic', {
    id: newId(),
    store: store.id,
    hour: Number(time.slice(0, 2)) - 1,
    traffic: 12,
    tryOns: 3,
    day,
  })

test('a draft is the edition in force, saved clause by clause, and nobody else’s work is lost over it', async () => {
  const draft = await begin()
  const seen = await draftOf(draft)
  expect(seen.clauses).toHaveLength(74)
  expect(seen.changes).toEqual({ appears: 0, changes: 0, lapses: 0 })
  const before = await clauseIn(draft, 'SM-1.5')
  const mine = { draft, duty: 'SM-1.5', basedOn: before.revision, dropped: false }
  expect(await save(draft, 'SM-1.5', { weight: 4 })).toMatchObject({ ok: true, answer: { revision: 1 } })
  const late = await h.outcome('action', h.chain.generalManager, at(d1), 'editions.saveClause', {
    ...mine,
    terms: { ...termsOf(before), minutes: 25 },
  })
  expect(late).toMatchObject({
    ok: false,
    problem: {
      status: 409,
      why: 'changedMeanwhile',
      facts: { theirs: { weight: 4, minutes: 10 }, yours: { weight: 5, minutes: 25 }, revision: 1 },
    },
  })
  expect(await clauseIn(draft, 'SM-1.5')).toMatchObject({ weight: 4, minutes: 10, changed: ['weight'] })
})

test('what a clause may say: the proof stays, its cadence may become longer and never shorter', async () => {
  const draft = await begin()
  const weekly = { every: 'week', weekday: 5, by: '18:00', opensDays: 3, late: 24 }
  expect(await whyNot(await save(draft, 'SM-1.5', { calendar: [weekly] }))).toBeUndefined()
  expect(await whyNot(await save(draft, 'SM-1.1', { calendar: [weekly] }))).toBe('422 cadenceOfProof')
  expect(await whyNot(await save(draft, 'SA-1.1', { calendar: [weekly] }))).toBe('422 cadenceFixed')
  expect(await whyNot(await save(draft, 'AM-1.6', { calendar: [weekly] }))).toBe('422 cadenceFixed')
  expect(await whyNot(await save(draft, 'SM-2.4', { calendar: [weekly, weekly] }))).toBe('422 calendarTwice')
  const event = { every: 'event', raisedBy: ['心血来潮', 'a whim'], hours: 24, late: 0 }
  expect(await whyNot(await save(draft, 'SM-2.4', { calendar: [event] }))).toBe('422 eventNotRaised')
  const hours = { every: 'event', raisedBy: ['收到投诉', 'A complaint comes in'], hours: 12, late: 0 }
  expect(await whyNot(await save(draft, 'SM-3.4', { calendar: [hours] }))).toBeUndefined()
  const closing = { every: 'day', by: 'closing', grace: 0, opensMinutes: 60, late: 0 }
  expect(await whyNot(await save(draft, 'OD-3.3', { calendar: [closing] }))).toBe('422 noShopHours')
  const by = { by: 'salesAssociate', every: 'day' }
  expect(await whyNot(await save(draft, 'SM-2.4', { lookedAfter: by }))).toBe('422 lookedAfterWrong')
  expect(await whyNot(await save(draft, 'SM-2.4', { title: ['', ''] }))).toBe('422 badShape')
})

test('a duty of the company’s own has a proof of its position, or indicators, or none yet; there is nothing to tick', async () => {
  const draft = await begin()
  const add = async (own: object, more: object = {}) =>
    h.outcome('action', h.chain.director, at(d1), 'editions.addDuty', {
      draft,
      position: 'storeManager',
      terms: { ...traffic, ...more, own: { ...traffic.own, ...own } },
    })
  expect(await whyNot(await add({ provedBy: 'tick' }))).toBe('422 wayUnknown')
  expect(await whyNot(await add({ provedBy: 'yearPlan' }))).toBe('422 wayOfOther')
  expect(await whyNot(await add({}, { kind: 'standing', calendar: [{ every: 'standing' }] }))).toBe(
    '422 provedStanding',
  )
  expect(await whyNot(await add({ each: true }))).toBe('422 eachOfSeat')
  expect(await add({})).toMatchObject({ ok: true, answer: { duty: 'SM-C1' } })
  expect(await add({ provedBy: null })).toMatchObject({ ok: true, answer: { duty: 'SM-C2' } })
  // A code that another draft has taken means something else for ever.
  const other = await begin()
  expect(
    await h.does(h.chain.director, at(d1), 'editions.addDuty', {
      draft: other,
      position: 'storeManager',
      terms: traffic,
    }),
  ).toMatchObject({ duty: 'SM-C3' })
})

test('an edition takes effect on a day to come, once a day, compared with what was looked at', async () => {
  const draft = await begin()
  expect(await whyNot(await force(draft, '2026-11-24'))).toBe('422 nothingChanged')
  await save(draft, 'SM-1.5', { weight: 4 })
  expect(await whyNot(await force(draft, d1))).toBe('422 fromPast')
  expect(await whyNot(await force(draft, '2026-11-22'))).toBe('422 fromPast')
  expect(await whyNot(await force(draft, '2026-11-24', { against: newId() }))).toBe('409 changedMeanwhile')
  expect(await whyNot(await force(draft, '2026-11-24', { seen: 1 }))).toBe('409 changedMeanwhile')
  expect(await whyNot(await force(draft, '2026-11-24', {}, h.chain.finance))).toBe('403 position')
  await save(draft, 'OD-3.3', { weight: 1 })
  expect(await whyNot(await force(draft, '2026-11-24', {}, h.chain.director))).toBe('422 ownPosition')
  const done = await force(draft, '2026-11-30')
  expect(done).toMatchObject({ ok: true, answer: { from: '2026-11-30', changes: 2, appears: 0, lapses: 0 } })
  expect(await whyNot(await save(draft, 'SM-1.5', { weight: 3 }))).toBe('422 draftClosed')
  const second = await begin()
  await save(second, 'SM-1.5', { minutes: 12 })
  expect(await whyNot(await force(second, '2026-11-30'))).toBe('422 dayTaken')
  const list = await h.sees<List>(h.chain.director, at(d1), 'editions.list')
  expect(list.coming.map((e) => [e.from, e.reason, e.madeByName])).toEqual([
    ['2026-11-30', '旺季调整', expect.any(String)],
  ])
  // Withdrawn before its day, its draft is written on; afterwards the day is free.
  const edition = list.coming[0]!.id
  await h.does(h.chain.generalManager, at(d1), 'editions.withdraw', { edition, reason: '再商量' })
  expect(await whyNot(await save(draft, 'SM-1.5', { weight: 3 }))).toBeUndefined()
  expect(await whyNot(await force(second, '2026-11-30'))).toBeUndefined()
  const again = await h.sees<List>(h.chain.director, at(d1), 'editions.list')
  expect(again.history.find((e) => e.id === edition)).toMatchObject({ withdrawnWhy: '再商量' })
  expect(
    await h.refused(h.chain.generalManager, at('2026-11-30'), 'editions.withdraw', {
      edition: again.coming[0]!.id,
      reason: '太迟了',
    }),
  ).toBe('alreadyInForce')
  await h.does(h.chain.generalManager, at(d1), 'editions.withdraw', {
    edition: again.coming[0]!.id,
    reason: '试过了',
  })
})

test('who hands in does not decide, and what is returned says why', async () => {
  const draft = await begin()
  const step = (who: DutyHouse['chain']['director'], name: string, words: string) =>
    h.refused(who, at(d1), name, { draft, words })
  expect(await step(h.chain.generalManager, 'editions.return', '还没交')).toBe('notHandedIn')
  expect(await step(h.chain.director, 'editions.submit', '请批')).toBeUndefined()
  expect(await step(h.chain.director, 'editions.submit', '请批')).toBe('alreadyHandedIn')
  expect(await step(h.chain.generalManager, 'editions.return', '权重再想想')).toBeUndefined()
  expect(await draftOf(draft)).toMatchObject({ state: 'returned', stepWords: '权重再想想' })
  expect(await h.refused(h.chain.director, at(d1), 'editions.dropDraft', { draft })).toBeUndefined()
  expect(
    (await h.sees<List>(h.chain.director, at(d1), 'editions.list')).drafts.some((d) => d.id === draft),
  ).toBe(false)
})

test('an own duty put in force is on the store manager’s day, and the record that proves it is what makes it done', async () => {
  const draft = await begin('2026-11-23')
  const { duty } = await h.does<{ duty: string }>(h.chain.director, at(d1), 'editions.addDuty', {
    draft,
    position: 'storeManager',
    terms: traffic,
  })
  await save(draft, 'SM-3.5', {}, true)
  const seen = await preview(draft, '2026-11-24')
  expect(seen.clauses.map((c) => [c.duty, c.what])).toEqual([
    [duty, 'appears'],
    ['SM-3.5', 'lapses'],
  ])
  expect(seen.concerned.find((c) => c.position === 'storeManager')).toMatchObject({ people: 5, seats: 5 })
  expect(await force(draft, '2026-11-24')).toMatchObject({ ok: true, answer: { appears: 1, lapses: 1 } })
  // Today it is not due yet: what is entered today does nothing for it.
  await enter('2026-11-23', '11:00')
  expect(await h.instances(duty)).toEqual([])
  await h.keep(at('2026-11-24', '08:00'))
  const today = await h.today(store.manager, at('2026-11-24', '09:00'))
  expect(whereIs(today, duty)).toEqual(['now', 'open'])
  expect([...today.now, ...today.next].find((i) => i.duty === duty)).toMatchObject({
    title: ['午后客流补录', 'Enter the afternoon’s traffic'],
    act: { action: 'sales.traffic', path: '/traffic' },
    lookedAfterBy: 'areaManager',
  })
  await enter('2026-11-24', '15:00', store.associates[0]!)
  const after = await h.today(store.manager, at('2026-11-24', '15:01'))
  expect(whereIs(after, duty)).toEqual(['done', 'inTime'])
  expect(after.done.find((i) => i.duty === duty)?.proof).toMatchObject({
    role: 'substitute',
    action: 'sales.traffic',
  })
  // A neighbour's entry is not mine.
  expect(whereIs(await h.today(h.chain.stores[1]!.manager, at('2026-11-24', '15:01')), duty)).toEqual([
    'now',
    'open',
  ])
  await h.keep(at('2026-11-25', '08:00'))
  expect(
    whereIs(await h.today(h.chain.stores[1]!.manager, at('2026-11-25', '08:00')), duty, '2026-11-24'),
  ).toEqual(['missed', 'missed'])
  expect(await h.broken()).toEqual([])
})

test('the difference of two editions is the same from the history, for who may read the position', async () => {
  const { history } = await h.sees<List>(h.chain.director, at('2026-11-24'), 'editions.list')
  const [to, from] = history.filter((e) => e.withdrawnAt === null)
  const asked = { from: from!.id, to: to!.id }
  const all = await h.sees<Difference>(h.chain.director, at('2026-11-24'), 'editions.difference', asked)
  expect(all).toMatchObject({ appears: 1, lapses: 1, changes: 0 })
  const associate = await h.sees<Difference>(
    store.associates[0]!,
    at('2026-11-24'),
    'editions.difference',
    asked,
  )
  expect(associate.clauses).toEqual([])
})

test('what is asked for by the week is answered by any day of it', async () => {
  const draft = await begin('2026-11-24')
  const weekly = { every: 'week', weekday: 7, by: '23:00', opensDays: 6, late: 24 }
  await save(draft, 'SM-1.5', { calendar: [weekly] }, false, '2026-11-24')
  expect(
    await whyNot(await force(draft, '2026-11-30', {}, h.chain.generalManager, '2026-11-24')),
  ).toBeUndefined()
  await h.keep(at('2026-11-30', '09:00'))
  const { id } = store
  await h.does(store.manager, at('2026-12-01', '22:05'), 'reports.submit', {
    id: newId(),
    store: id,
    day: '2026-12-01',
    why: '雨天客少',
    tomorrow: '主推毛衣',
  })
  const made = await h.instances('SM-1.5', id)
  expect(made.filter((i) => i.period >= '2026-11-30').map((i) => [i.period, i.done])).toEqual([
    ['2026-W49', true],
  ])
})

test('stores that an edition overloads are named, and going ahead takes a reason that stays', async () => {
  const day = '2026-12-02'
  const draft = await begin(day)
  await save(
    draft,
    'SM-1.5',
    { minutes: 900, calendar: [{ every: 'day', by: 'closing', grace: 30, opensMinutes: 90, late: 24 }] },
    false,
    day,
  )
  const seen = await preview(draft, '2026-12-05', day)
  expect(seen.overloads).toHaveLength(5)
  expect(seen.overloads[0]).toMatchObject({ position: 'storeManager', after: { available: 240 } })
  expect(await whyNot(await force(draft, '2026-12-05', {}, h.chain.generalManager, day))).toBe(
    '422 overloaded',
  )
  const done = await force(
    draft,
    '2026-12-05',
    { overloadReason: '盘点周，总部派人帮' },
    h.chain.generalManager,
    day,
  )
  expect(done).toMatchObject({ ok: true, answer: { overloaded: 5 } })
  const { coming } = await h.sees<List>(h.chain.director, at(day), 'editions.list')
  expect(coming.at(-1)?.overload).toMatchObject({ stores: 5, reason: '盘点周，总部派人帮' })
})
