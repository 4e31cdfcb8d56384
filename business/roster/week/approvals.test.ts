import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import { approvalState, overlapsIn } from './approval-rules.ts'
import { rosterInvariants } from './invariants.ts'
import type { Worker } from './shape.ts'

let at: TestDoor
let chain: TestChain
let personnel: string
const week = '2026-11-30' as Day
const keeper = () => at.as(personnel)
const approval = (stores: readonly string[], more: object = {}) => ({
  id: newId(),
  stores,
  positions: null,
  period: 'quarter',
  from: today,
  to: addDays(today, 364),
  number: '人社综 2026-118',
  ...more,
})
interface Listed {
  approvals: { id: string; state: string; stores: { id: string; endedOn: string | null }[] }[]
}
const listed = async () => answerOf<Listed>(await keeper().see('rosters.approvals', {})).approvals
interface Week {
  workers: Worker[]
  approvals: { number: string; state: string }[]
}
const weekOf = async (n: 0 | 1, of: Day = week) => {
  const { id, manager } = chain.stores[n]
  return answerOf<Week>(await at.as(manager).see('rosters.week', { store: id, week: of }))
}
const mostOf = (seen: Week, position: string) =>
  seen.workers.filter((w) => w.position === position).map((w) => w.limits.weekMost)

beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
  personnel = newId()
  await at.database.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'HR1', '人事', '', '', '2025-01-01')`,
    [personnel],
  )
  await at.database.query(
    `insert into appointment (id, person_id, position, from_day) values ($1, $2, 'personnel', '2025-01-01')`,
    [newId(), personnel],
  )
})
afterAll(async () => {
  const found = await verify(at.database, rosterInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => f.name)).toEqual([])
  await at.house.close()
})

test('one document covers several stores and one position: there hours count over the quarter, elsewhere by the week', async () => {
  const [one, two] = chain.stores
  const ordinary = await weekOf(0)
  const input = approval([one.id, two.id], { positions: ['salesAssociate'] })
  answerOf(await keeper().do('rosters.addApproval', input))
  answerOf(await keeper().do('rosters.addApproval', input))
  expect(await listed()).toMatchObject([{ id: input.id, state: 'holds', stores: [{}, {}] }])
  const covered = await weekOf(0)
  expect(covered.approvals).toMatchObject([{ number: '人社综 2026-118', state: 'holds' }])
  // By the week: ordinary hours and what overtime the month has left. By the quarter: six days of eleven hours while it has room.
  expect(new Set(mostOf(ordinary, 'salesAssociate'))).toEqual(new Set([40 * 60 + 36 * 60]))
  expect(new Set(mostOf(covered, 'salesAssociate'))).toEqual(new Set([6 * 11 * 60]))
  expect(mostOf(covered, 'storeManager')).toEqual(mostOf(ordinary, 'storeManager'))
})

test('nobody is covered twice on one day; the one that follows begins after it, or after it was ended early', async () => {
  const [one, two] = chain.stores
  const twice = approval([one.id], { number: '人社综 2026-200' })
  expect(whyOf(await keeper().do('rosters.addApproval', twice))).toBe('approvalOverlaps')
  const managers = approval([one.id], { number: '人社综 2026-201', positions: ['storeManager'] })
  answerOf(await keeper().do('rosters.addApproval', managers))
  const [{ id }] = (await listed()) as [Listed['approvals'][number]]
  const end = { id, store: one.id, on: addDays(today, 14), reason: '主管部门撤销' }
  expect(whyOf(await keeper().do('rosters.endApproval', { ...end, on: addDays(today, -1) }))).toBe(
    'endBetween',
  )
  answerOf(await keeper().do('rosters.endApproval', end))
  expect(whyOf(await keeper().do('rosters.endApproval', end))).toBe('approvalEnded')
  const stores = (await listed()).find((a) => a.id === id)!.stores
  expect(stores.map((s) => [s.id, s.endedOn]).sort()).toEqual(
    [
      [one.id, end.on],
      [two.id, null],
    ].sort(),
  )
  const next = approval([one.id], { from: end.on, positions: ['salesAssociate'], number: '人社综 2026-300' })
  answerOf(await keeper().do('rosters.addApproval', next))
  expect((await weekOf(1)).approvals).toHaveLength(1)
})

test('only personnel enters approvals; a store that is none, a span of nonsense and a document without number are refused', async () => {
  const [one] = chain.stores
  const tried = async (more: object, who = personnel) =>
    whyOf(
      await at
        .as(who)
        .do('rosters.addApproval', approval([one.id], { from: '2030-01-01', to: '2030-12-31', ...more })),
    )
  expect(await tried({}, one.manager)).toBe('position')
  expect(await tried({ stores: [newId()] })).toBe('notFound')
  expect(await tried({ to: '2029-01-01' })).toBe('endsBefore')
  expect(await tried({ to: '2039-01-01' })).toBe('approvalLong')
  expect(await tried({ number: ' ' })).toBe('badShape')
})

test('an approval is said to end for sixty days before it does, and is over once it has or was ended', () => {
  const of = (to: Day, endedOn: Day | null = null) => ({
    ...{
      id: '',
      period: 'year' as const,
      from: '2026-01-01' as Day,
      to,
      number: '',
      positions: null,
      endedOn,
    },
  })
  const on = '2026-11-27' as Day
  expect(approvalState(of(addDays(on, 60)), on)).toBe('holds')
  expect(approvalState(of(addDays(on, 59)), on)).toBe('ending')
  expect(approvalState(of(on), on)).toBe('ending')
  expect(approvalState(of(addDays(on, -1)), on)).toBe('over')
  expect(approvalState(of(addDays(on, 300), on), on)).toBe('over')
  expect(approvalState({ ...of(addDays(on, 300)), from: addDays(on, 1) }, on)).toBe('coming')
  const next = of(addDays(on, 400))
  expect(overlapsIn({ ...next, from: on }, [of(addDays(on, 300), on)])).toBeUndefined()
  expect(overlapsIn({ ...next, from: on }, [of(on)])).toBeDefined()
})
