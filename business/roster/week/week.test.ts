import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import { rosterInvariants } from './invariants.ts'
import { type Breach, isHard } from './legal-rules.ts'
import { searchAll } from './searcher.ts'
import type { Cell, Fair, Search, Swap, Worker } from './shape.ts'
import { usualHours } from './tables.ts'

let at: TestDoor
let chain: TestChain
let personnel: string
const more: string[] = []
const staff = (): string[] => [...store().associates, ...more]
const week = '2026-11-30' as Day
const next = '2026-12-07' as Day

interface Seen {
  head: { revision: number; origin: string } | null
  cells: Cell[]
  released: Cell[]
  versions: { version: number; why: string | null; inTime: boolean }[]
  workers: Worker[]
  breaches: Breach[]
  demand: { days: { day: Day; share: number; people: number }[] }
  fair: Fair[]
  search: Search | null
  swaps: Swap[]
}
const store = () => chain.stores[0]
const boss = () => at.as(store().manager)
const see = async (of: Day = week) =>
  answerOf<Seen>(await boss().see('rosters.week', { store: store().id, week: of }))
const draft = (basedOn: number, of: Day = week) =>
  boss().do('rosters.draft', { store: store().id, week: of, basedOn })
const put = (basedOn: number, cells: object[], of: Day = week) =>
  boss().do('rosters.put', { store: store().id, week: of, basedOn, cells })
const release = (basedOn: number, why: string | null = null, of: Day = week) =>
  boss().do('rosters.release', { store: store().id, week: of, basedOn, why })

beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
  // Three more associates lend a hand, so that a week can be covered.
  for (let i = 0; i < 3; i++) {
    const id = newId()
    await at.database.query(
      `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, $3, '', '', '2025-01-01')`,
      [id, `X${i}`, `添${i}`],
    )
    await at.database.query(
      `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'salesAssociate', $3, '2025-01-01')`,
      [newId(), id, store().id],
    )
    more.push(id)
  }
})
afterAll(() => at.house.close())

test('one press makes a legal draft: everybody has a day off, her hours, and nobody works on leave', async () => {
  const [first] = store().associates
  await at.database.query(
    `insert into leave (id, person_id, from_day, to_day, kind, why, asked_by, asked_at, decided_by, decided_at, approved)
     values ($1, $2, $3, $4, 'annual', '', $2, now(), $5, now(), true)`,
    [newId(), first, addDays(week, 2), addDays(week, 3), store().manager],
  )
  const before = await see()
  expect(before.head).toBeNull()
  expect(before.workers.find((w) => w.person === first)?.away).toEqual([addDays(week, 2), addDays(week, 3)])
  answerOf(await draft(0))
  const seen = await see()
  expect(seen.breaches.filter(isHard)).toEqual([])
  const of = (person: string) => seen.cells.filter((c) => c.person === person)
  expect(of(first!).map((c) => c.day)).not.toContain(addDays(week, 2))
  expect(of(first!)).toHaveLength(3)
  for (const w of seen.workers.filter((x) => x.person !== first)) expect(of(w.person)).toHaveLength(5)
  // What the demand asks of a day is what the people have to give over the week.
  const people = seen.demand.days.reduce((sum, d) => sum + d.people, 0)
  expect(people).toBe(seen.cells.length)
})

test('two phones do not overwrite each other, and nobody of another store is put on the roster', async () => {
  const { head, workers } = await see()
  const cell = { person: workers[0]!.person, day: week, code: 'A' }
  expect(whyOf(await put(head!.revision - 1, [cell]))).toBe('changedMeanwhile')
  const stranger = chain.stores[1]!.associates[0]!
  expect(whyOf(await put(head!.revision, [{ ...cell, person: stranger }]))).toBe('notHere')
  expect(whyOf(await put(head!.revision, [{ ...cell, code: 'Z' }]))).toBe('shiftUnknown')
  expect(whyOf(await put(head!.revision, [{ ...cell, day: addDays(week, 9) }]))).toBe('dayOutside')
})

test('a breach is said at its cell; a hard one refuses the release until it is mended', async () => {
  const { head, cells } = await see()
  const [first] = store().associates
  const onLeave = { person: first!, day: addDays(week, 2), code: 'A' }
  const { revision } = answerOf<{ revision: number }>(await put(head!.revision, [onLeave]))
  const broken = (await see()).breaches.filter(isHard)
  expect(broken).toMatchObject([{ rule: 'away', person: first, day: addDays(week, 2) }])
  expect(whyOf(await release(revision))).toBe('breaches')
  const mended = answerOf<{ revision: number }>(await put(revision, [{ ...onLeave, code: null }]))
  expect((await see()).cells).toEqual(cells)
  expect(answerOf(await release(mended.revision))).toMatchObject({ version: 1, inTime: true })
  expect(whyOf(await release(mended.revision))).toBe('whyMissing')
  expect(answerOf(await release(mended.revision, '周三加人'))).toMatchObject({ version: 2 })
  expect((await see()).versions.map((v) => v.version)).toEqual([2, 1])
})

test('a swap is asked, agreed to by the colleague and approved by the store manager; then both have each other’s shift', async () => {
  const { released } = await see()
  const has = (person: string, day: Day) => released.find((c) => c.person === person && c.day === day)
  const days = Array.from({ length: 7 }, (_, i) => addDays(week, i))
  const free = (a: string, b: string) => days.find((d) => has(a, d) && !has(b, d))
  // Two who do not rest on the same days.
  const others = staff().slice(1)
  const [a, b] = others.flatMap((x) =>
    others.flatMap((y) => (free(x, y) && free(y, x) ? [[x, y] as const] : [])),
  )[0]!
  const [day, theirDay] = [free(a, b)!, free(b, a)!]
  const id = newId()
  const ask = { id, store: store().id, day, with: b, theirDay, words: null }
  answerOf(await at.as(a).do('rosters.askSwap', ask))
  expect(whyOf(await boss().do('rosters.decideSwap', { store: store().id, id, approved: true }))).toBe(
    'swapNotTaken',
  )
  expect(whyOf(await at.as(a).do('rosters.answerSwap', { store: store().id, id, taken: true }))).toBe(
    'notYours',
  )
  answerOf(await at.as(b).do('rosters.answerSwap', { store: store().id, id, taken: true }))
  answerOf(await boss().do('rosters.decideSwap', { store: store().id, id, approved: true }))
  const after = await see()
  const now = (person: string, on: Day) => after.released.find((c) => c.person === person && c.day === on)
  expect(now(a, day)).toBeUndefined()
  expect(now(b, day)?.code).toBe(has(a, day)?.code)
  expect(now(a, theirDay)?.code).toBe(has(b, theirDay)?.code)
  expect(after.versions[0]?.version).toBe(3)
  expect(whyOf(await at.as(a).do('rosters.withdrawSwap', { store: store().id, id }))).toBe('swapOver')
})

test('a wish is one’s own, at most two days off in a week, and only before the roster is released', async () => {
  const [, , c] = staff() as [string, string, string]
  const wish = (day: Day, kind: string | null) =>
    at.as(c).do('rosters.wish', { id: newId(), store: store().id, day, kind })
  answerOf(await wish(addDays(next, 1), 'off'))
  answerOf(await wish(addDays(next, 2), 'off'))
  expect(whyOf(await wish(addDays(next, 3), 'off'))).toBe('wishesMany')
  expect(whyOf(await wish(addDays(week, 1), 'off'))).toBe('releasedAlready')
  answerOf(await draft(0, next))
  const { wishes } = (await see(next)) as Seen & { wishes: { person: string; kind: string }[] }
  expect(wishes).toMatchObject([
    { person: c, kind: 'off' },
    { person: c, kind: 'off' },
  ])
})

test('the solver looks for a better roster beside the server; what it found is taken, unless the draft has changed', async () => {
  const { head } = await see(next)
  const id = newId()
  const ask = { id, store: store().id, week: next, basedOn: head!.revision, seconds: 60 }
  answerOf(await boss().do('rosters.improve', ask))
  expect(whyOf(await boss().do('rosters.improve', { ...ask, id: newId() }))).toBe('searchRuns')
  await searchAll(at.database, { clock: () => now })
  const { search } = await see(next)
  // It ends once nothing better can exist; the seconds are for a machine forty times slower.
  expect(search).toMatchObject({ id, endedAs: 'proved' })
  expect(search!.cost!).toBeLessThanOrEqual(search!.firstCost!)
  const take = { store: store().id, id, basedOn: head!.revision }
  const taken = answerOf<{ revision: number }>(await boss().do('rosters.takeBetter', take))
  const after = await see(next)
  expect(after.head).toMatchObject({ origin: 'solver', revision: taken.revision })
  expect(after.breaches.filter(isHard)).toEqual([])
  // Her days off cost the others nothing: the best roster gives them.
  const [, , c] = staff() as [string, string, string]
  const wished = [addDays(next, 1), addDays(next, 2)]
  expect(after.cells.filter((x) => x.person === c && wished.includes(x.day))).toEqual([])
  expect(whyOf(await boss().do('rosters.takeBetter', { ...take, basedOn: taken.revision }))).toBe(
    'draftChanged',
  )
}, 90_000)

test('who may not work at night is put on no late shift, and her store is told the limit without its reason', async () => {
  const [, , , d] = staff() as [string, string, string, string]
  personnel = newId()
  await at.database.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'HR1', '人事', '', '', '2024-01-01')`,
    [personnel],
  )
  await at.database.query(
    `insert into appointment (id, person_id, position, from_day) values ($1, $2, 'personnel', '2024-01-01')`,
    [newId(), personnel],
  )
  answerOf(
    await at.as(personnel).do('rosters.addLimit', {
      id: newId(),
      person: d,
      kind: 'nursing',
      from: today,
      to: '2027-06-30',
    }),
  )
  answerOf(await draft((await see(next)).head!.revision, next))
  const seen = await see(next)
  const worker = seen.workers.find((w) => w.person === d)!
  expect(worker.limits).toMatchObject({ noOvertime: true, notAfter: 1320 })
  expect(seen.cells.filter((c) => c.person === d && c.code === 'C')).toEqual([])
  expect(JSON.stringify(seen)).not.toContain('nursing')
  expect(await boss().see('rosters.limits')).toMatchObject({ ok: false })
  const kinds = answerOf<{ limits: { kind: string }[] }>(await at.as(personnel).see('rosters.limits'))
  expect(kinds.limits.map((l) => l.kind)).toEqual(['nursing'])
})

test('who asks for a swap is told what she herself would break, of a colleague only that she cannot', async () => {
  const [a, , , d] = staff() as [string, string, string, string]
  const later = addDays(next, 14)
  const cells = [
    { person: a, day: later, code: 'C' },
    { person: d, day: later, code: 'A' },
  ]
  const { revision } = answerOf<{ revision: number }>(await put(0, cells, later))
  answerOf(await release(revision, null, later))
  const ask = async (from: string, to: string) => {
    const words = { id: newId(), store: store().id, day: later, with: to, theirDay: later, words: null }
    const outcome = await at.as(from).do('rosters.askSwap', words)
    return outcome.ok ? undefined : outcome.problem
  }
  // She who nurses works no late shift: asked for one, she cannot; asking herself, she is told why not.
  const told = await ask(a, d)
  expect(told?.why).toBe('swapNotHers')
  expect(JSON.stringify(told)).not.toMatch(/22:|night|nursing/)
  const own = await ask(d, a)
  expect(own?.why).toBe('swapBreaks')
  expect(own?.title).toMatch(/22:00/)
})

test('an associate sees her own shifts, her colleagues’ and how the burden lies on all; not the draft', async () => {
  const [a] = store().associates
  const mine = answerOf<{ weeks: { week: Day; cells: Cell[]; version: object | null }[]; fair: Fair[] }>(
    await at.as(a!).see('rosters.mine', { store: store().id }),
  )
  const of = (w: Day) => mine.weeks.find((x) => x.week === w)!
  expect(of(week).cells.length).toBeGreaterThan(10)
  expect(of(next)).toMatchObject({ version: null, cells: [] })
  expect(mine.fair).toHaveLength(6)
  expect(whyOf(await at.as(a!).see('rosters.week', { store: store().id, week }))).toBeDefined()
})

test('a store’s own shifts hold from their day; rules may be kinder than the law, never looser', async () => {
  const shifts = [
    { code: 'M', name: '早', from: '09:30', to: '18:00', break: 30, kind: 'early' },
    { code: 'N', name: '晚', from: '14:00', to: '22:30', break: 30, kind: 'late' },
  ]
  const set = (from: Day, list: object[]) =>
    boss().do('rosters.setShifts', { id: newId(), store: store().id, from, shifts: list })
  expect(whyOf(await set(next, [shifts[0]!, shifts[0]!]))).toBe('codeTwice')
  expect(whyOf(await set('2026-11-01' as Day, shifts))).toBe('fromPast')
  answerOf(await set(addDays(next, 7), shifts))
  const codes = (await see(addDays(next, 7))) as unknown as { shifts: { code: string }[] }
  expect(codes.shifts.map((s) => s.code)).toEqual(['M', 'N'])
  const rule = (code: string, value: number) =>
    at.as(personnel).do('rosters.setRule', { id: newId(), code, from: next, value, source: '公司规定' })
  expect(whyOf(await rule('runDays', 7))).toBe('ruleSlack')
  answerOf(await rule('runDays', 5))
})

test('what must hold of rosters holds', async () => {
  const broken = await verify(at.database, rosterInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

test('visitors who were counted once for a whole day came as its tickets did, not in the hour of counting', async () => {
  const [quiet] = chain.stores.slice(2)
  const on = '2025-12-01' as Day
  await at.database.query(
    `insert into sales_store_hour (store_id, day, hour, sale_tickets, traffic) values
       ($1, $2, 11, 1, 0), ($1, $2, 16, 3, 0), ($1, $2, 21, 0, 40),
       ($1, $3, 11, 1, 9), ($1, $3, 16, 3, 20), ($1, $3, 21, 0, 2)`,
    [quiet!.id, on, addDays(on, 7)],
  )
  const hours = async (day: Day) =>
    (await usualHours(at.database, quiet!.id, day, day)).usual.map((u) => [u.hour, u.tickets, u.traffic])
  expect(await hours(on)).toEqual([
    [11, 1, 10],
    [16, 3, 30],
    [21, 0, 0],
  ])
  expect(await hours(addDays(on, 7))).toEqual([
    [11, 1, 9],
    [16, 3, 20],
    [21, 0, 2],
  ])
})
