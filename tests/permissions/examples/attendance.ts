import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today, yesterday } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at) => !at.store.closed
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const lastMonth = '2026-10'

/** Somebody who came late yesterday, as nobody can any more through the door. */
async function cameLate(world: World, at: At, person: string): Promise<void> {
  const { id: store, manager } = real(world, at)
  const week = addDays(today, -7)
  await world.database.query(
    `insert into roster_version (store_id, week, version, released_by, released_at, in_time) values ($1, $2, 1, $3, $4, true)
     on conflict do nothing`,
    [store, week, manager.id, `${week}T10:00:00+08:00`],
  )
  await world.database.query(
    `insert into roster_cell (store_id, week, version, person_id, day, code, name, kind, from_minute, to_minute, break_minutes)
     values ($1, $2, 1, $3, $4, 'A', '早班', 'early', 570, 1110, 60) on conflict do nothing`,
    [store, week, person, yesterday],
  )
}
async function confirmed(world: World, at: At): Promise<void> {
  const { id: store, manager } = real(world, at)
  await world.work.do(manager, 'attendance.confirmMonth', { store, month: lastMonth })
}

export const examples: Examples = {
  'attendance.punch': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, kind: 'in' }),
  },
  'attendance.explain': example<void>({
    about: 'store',
    where: trades,
    setUp: async () => undefined,
    before: (world, at, caller) =>
      caller.person ? cameLate(world, at, caller.person.id) : Promise.resolve(undefined),
    input: (_world, at) => ({ store: at.store.id, day: yesterday, words: '地铁停运' }),
  }),
  'attendance.decide': example<void>({
    about: 'store',
    where: trades,
    setUp: (world, at) => cameLate(world, at, real(world, at).associates[0].id),
    input: (_world, at) => ({
      store: at.store.id,
      person: at.store.associates[0].id,
      day: yesterday,
      accepted: true,
    }),
  }),
  'attendance.askOvertime': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, day: today, minutes: 60, words: '盘点' }),
  },
  'attendance.decideOvertime': example<string>({
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      const id = newId()
      const { id: store, associates } = real(world, at)
      const asked = { id, store, day: today, minutes: 60, words: '盘点' }
      await world.work.do(associates[0], 'attendance.askOvertime', asked)
      return id
    },
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, approved: true }),
  }),
  'attendance.review': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id }),
  },
  'attendance.confirmMonth': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ store: at.store.id, month: lastMonth }),
  },
  'attendance.lockMonth': example<void>({
    about: 'store',
    where: trades,
    setUp: confirmed,
    input: (_world, at) => ({ store: at.store.id, month: lastMonth }),
  }),
  'attendance.setStorePlace': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, from: addDays(today, 9), rule: 'enrolled' }),
  },
  'attendance.setCompanyPlace': {
    about: 'company',
    spills: 'where the company’s people clock in is shown in every store',
    input: () => ({ id: newId(), from: addDays(today, 8), rule: 'enrolled' }),
  },
  'attendance.mine': { about: 'store', where: trades, input: (_world, at) => ({ store: at.store.id }) },
  'attendance.day': { about: 'store', where: trades, input: (_world, at) => ({ store: at.store.id }) },
  'attendance.month': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ store: at.store.id, month: lastMonth }),
  },
}
