import { newId } from '../../../platform/kinds/id.ts'
import { today, yesterday } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at) => !at.store.closed
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]

async function planned(world: World, at: At): Promise<void> {
  const { id: store, manager } = real(world, at)
  await world.work.do(manager, 'dayPlans.plan', {
    id: newId(),
    store,
    day: today,
    basedOn: 0,
    things: ['大衣区换位'],
  })
}
/** Yesterday cannot be planned any more: the plan that its evening closes lies there already. */
async function plannedYesterday(world: World, at: At): Promise<string> {
  const id = newId()
  const { id: store, manager } = real(world, at)
  await world.database.query(
    `insert into day_plan (store_id, id, day, version, things, made_by, made_at) values ($1, $2, $3, 1, '{橱窗}', $4, $5)`,
    [store, id, yesterday, manager.id, `${yesterday}T09:30:00+08:00`],
  )
  return id
}
async function coached(world: World, at: At): Promise<string> {
  const id = newId()
  const { id: store, manager, associates } = real(world, at)
  await world.work.do(manager, 'coaching.note', { id, store, person: associates[0].id, ...seen })
  return id
}
const seen = { skill: 'fitting', observed: '带进试衣间就走开了', nextStep: '多拿一件配饰等在门外' }

export const examples: Examples = {
  'dayPlans.plan': {
    about: 'store',
    where: trades,
    input: (_world, { store }) => ({
      id: newId(),
      store: store.id,
      day: today,
      basedOn: 0,
      things: ['补 M 码', '老客邀约五位'],
      push: '双面大衣',
    }),
  },
  'dayPlans.brief': example<void>({
    about: 'store',
    where: trades,
    setUp: planned,
    input: (_world, { store }) => ({
      id: newId(),
      store: store.id,
      basedOn: 0,
      present: [store.associates[0].id],
    }),
  }),
  'dayPlans.help': {
    about: 'store',
    where: trades,
    input: (_world, { store }) => ({
      id: newId(),
      store: store.id,
      help: { person: store.associates[0].id, how: 'together' },
    }),
  },
  'dayPlans.close': example<string>({
    about: 'store',
    where: trades,
    setUp: plannedYesterday,
    input: (_world, { store }, _caller, plan) => ({
      id: newId(),
      store: store.id,
      day: yesterday,
      basedOn: 0,
      plan,
      done: [true],
    }),
  }),
  'dayPlans.day': {
    about: 'store',
    where: trades,
    input: (_world, { store }) => ({ store: store.id }),
  },
  'coaching.ofStore': {
    about: 'store',
    where: trades,
    input: (_world, { store }) => ({ store: store.id }),
  },
  'coaching.note': {
    about: 'store',
    where: trades,
    input: (_world, { store }) => ({
      id: newId(),
      store: store.id,
      person: store.associates[0].id,
      ...seen,
    }),
  },
  'coaching.seen': example<string>({
    about: 'store',
    where: trades,
    setUp: coached,
    input: (_world, { store }, _caller, id) => ({ store: store.id, id }),
  }),
}
