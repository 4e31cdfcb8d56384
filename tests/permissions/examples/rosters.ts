import { addDays, mondayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at) => !at.store.closed
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const week = addDays(mondayOf(today), 7)
const on = (at: At) => ({ store: at.store.id, week })

interface Head {
  readonly head: { readonly revision: number } | null
  readonly released: readonly unknown[]
}
const headOf = (world: World, at: At): Promise<Head> =>
  world.work.see<Head>(real(world, at).manager, 'rosters.week', { store: real(world, at).id, week })

/** A draft as it stands: its revision. */
async function drafted(world: World, at: At): Promise<number> {
  const { id: store, manager } = real(world, at)
  const { head } = await headOf(world, at)
  if (head) return head.revision
  await world.work.do(manager, 'rosters.draft', { store, week, basedOn: 0 })
  return 1
}
async function released(world: World, at: At): Promise<void> {
  const basedOn = await drafted(world, at)
  const { id: store, manager } = real(world, at)
  if ((await headOf(world, at)).released.length === 0)
    await world.work.do(manager, 'rosters.release', { store, week, basedOn, why: null })
}
/** A swap between the caller and somebody else of the store; nothing where the caller is nobody. */
async function swapOf(
  world: World,
  at: At,
  id: string,
  of: { from?: string | undefined; to?: string | undefined },
  taken: boolean | null,
): Promise<void> {
  const { id: store, manager, associates } = real(world, at)
  const [first] = associates
  const other = (not: string | undefined): string => (not === manager.id ? first.id : manager.id)
  const to = of.to ?? (of.from ? other(of.from) : first.id)
  const from = of.from ?? other(to)
  const day = addDays(week, 1)
  await world.database.query(
    `insert into roster_swap (store_id, id, week, from_person, from_day, to_person, to_day, asked_at, taken, answered_at)
     values ($1, $2, $3, $4, $5, $6, $5, $7, $8, $9)`,
    [store, id, week, from, day, to, noon, taken, taken === null ? null : noon],
  )
}
const noon = `${today}T12:00:00+08:00`
async function searched(world: World, at: At, ended: boolean): Promise<{ id: string; revision: number }> {
  const revision = await drafted(world, at)
  const { id: store, manager } = real(world, at)
  const id = newId()
  await world.work.do(manager, 'rosters.improve', { id, store, week, basedOn: revision, seconds: 1 })
  if (ended)
    await world.database.query(
      `update roster_search set ended_at = $3, ended_as = 'time', people = $4, grid = '[[0,0,-1,0,0,0,-1]]', cost = 1
       where store_id = $1 and id = $2`,
      [store, id, noon, [manager.id]],
    )
  return { id, revision }
}

export const examples: Examples = {
  'rosters.targetsByHours': { about: 'store', where: trades, input: (_world, at) => on(at) },
  // One associate alone is rostered today, so that the day's target becomes hers.
  'rosters.respreadTargets': example<void>({
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      const { id: store, manager, associates } = real(world, at)
      const monday = mondayOf(today)
      await world.database.query(
        `insert into roster_version (store_id, week, version, released_by, released_at, in_time, why) values ($1, $2, 90, $3, $4, true, '换人')`,
        [store, monday, manager.id, noon],
      )
      await world.database.query(
        `insert into roster_cell (store_id, week, version, person_id, day, code, name, kind, from_minute, to_minute, break_minutes)
         values ($1, $2, 90, $3, $4, 'A', '早班', 'early', 570, 1110, 60)`,
        [store, monday, associates[0].id, today],
      )
    },
    input: ({ records }, { store }) => ({
      store: store.id,
      month: today.slice(0, 7),
      basedOn: records.months[store.key]?.id ?? newId(),
      reason: '按发布的工时',
    }),
  }),
  'rosters.week': { about: 'store', where: trades, input: (_world, at) => on(at) },
  'rosters.mine': { about: 'store', where: trades, input: (_world, at) => ({ store: at.store.id }) },
  'rosters.shifts': { about: 'store', where: trades, input: (_world, at) => on(at) },
  'rosters.draft': example<number>({
    about: 'store',
    where: trades,
    setUp: drafted,
    input: (_world, at, _caller, basedOn) => ({ ...on(at), basedOn }),
  }),
  'rosters.put': example<number>({
    about: 'store',
    where: trades,
    setUp: drafted,
    input: (_world, at, _caller, basedOn) => ({
      ...on(at),
      basedOn,
      cells: [{ person: at.store.associates[0].id, day: week, code: 'A' }],
    }),
  }),
  'rosters.release': example<number>({
    about: 'store',
    where: trades,
    setUp: drafted,
    input: (_world, at, _caller, basedOn) => ({ ...on(at), basedOn, why: '加人' }),
  }),
  'rosters.improve': example<number>({
    about: 'store',
    where: trades,
    setUp: drafted,
    input: (_world, at, _caller, basedOn) => ({ ...on(at), id: newId(), basedOn, seconds: 1 }),
  }),
  'rosters.stopImproving': example<{ id: string }>({
    about: 'store',
    where: trades,
    setUp: (world, at) => searched(world, at, false),
    input: (_world, at, _caller, { id }) => ({ store: at.store.id, id }),
  }),
  'rosters.takeBetter': example<{ id: string; revision: number }>({
    about: 'store',
    where: trades,
    setUp: (world, at) => searched(world, at, true),
    input: (_world, at, _caller, { id, revision }) => ({ store: at.store.id, id, basedOn: revision }),
  }),
  'rosters.wish': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, day: addDays(week, 8), kind: 'early' }),
  },
  'rosters.askSwap': example<void>({
    about: 'store',
    where: trades,
    setUp: released,
    input: (world, at, caller) => {
      const { manager, associates } = real(world, at)
      const other = caller.person?.id === manager.id ? associates[0].id : manager.id
      return { id: newId(), store: at.store.id, day: week, with: other, theirDay: week }
    },
  }),
  'rosters.answerSwap': example<string>({
    about: 'store',
    where: trades,
    setUp: async () => newId(),
    before: (world, at, caller, id) => swapOf(world, at, id, { to: caller.person?.id }, null),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, taken: true }),
  }),
  'rosters.withdrawSwap': example<string>({
    about: 'store',
    where: trades,
    setUp: async () => newId(),
    before: (world, at, caller, id) => swapOf(world, at, id, { from: caller.person?.id }, null),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id }),
  }),
  'rosters.decideSwap': example<string>({
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      const id = newId()
      await swapOf(world, at, id, {}, true)
      return id
    },
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, approved: false, words: '人手不够' }),
  }),
  'rosters.setShifts': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      from: addDays(week, 14),
      shifts: [{ code: 'A', name: '早班', from: '09:30', to: '18:30', break: 60, kind: 'early' }],
    }),
  },
  'rosters.setRule': {
    about: 'company',
    input: () => ({ id: newId(), code: 'runDays', from: week, value: 5, source: '公司规定' }),
  },
  'rosters.addLimit': {
    about: 'company',
    input: (_world, at) => ({
      id: newId(),
      person: at.store.associates[0].id,
      kind: 'minor',
      from: today,
      to: null,
    }),
  },
  'rosters.endLimit': example<string>({
    about: 'company',
    setUp: async (world, at) => {
      const id = newId()
      const person = real(world, at).associates[0].id
      await world.work.do(world.chain.posts.personnel, 'rosters.addLimit', {
        id,
        person,
        kind: 'nursing',
        from: today,
        to: null,
      })
      return id
    },
    input: (_world, _at, _caller, id) => ({ id }),
  }),
  'rosters.addApproval': example<string>({
    about: 'company',
    setUp: freeOfApprovals,
    input: (_world, _at, _caller, store) => ({ id: newId(), ...approval(store) }),
    before: async (world, _at, _caller, store) => {
      await world.database.query('delete from roster_approval where store_id = $1', [store])
    },
  }),
  'rosters.endApproval': example<string>({
    about: 'company',
    setUp: async (world) => {
      const store = await freeOfApprovals(world)
      const id = newId()
      await world.work.do(world.chain.posts.personnel, 'rosters.addApproval', { id, ...approval(store) })
      return id
    },
    input: (_world, _at, _caller, id) => ({ id, store: null, on: today, reason: '主管部门撤销' }),
  }),
}
/** A store in which hours are counted by the month, whatever was approved before. */
async function freeOfApprovals(world: World): Promise<string> {
  const store = Object.values(world.chain.stores).find((s) => !s.closed)!.id
  await world.database.query('delete from roster_approval where store_id = $1', [store])
  return store
}
const approval = (store: string) => ({
  stores: [store],
  positions: null,
  period: 'quarter',
  from: today,
  to: addDays(today, 364),
  number: '人社批 2026-12',
})
