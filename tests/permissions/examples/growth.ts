import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const open: Example['where'] = (at) => !at.store.closed
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const plan = (world: World, at: At) => ({
  store: at.store.id,
  person: real(world, at).associates[0].id,
  skill: 'outfit',
  goal: `${at.store.code}能独立带新人`,
  nextStep: '每天练一组',
  by: addDays(today, 20),
})
/** A plan of the store's first associate. */
async function planned(world: World, at: At): Promise<string> {
  const id = newId()
  if (at.store.closed) return id
  const { manager, id: store } = real(world, at)
  await world.work.do(manager, 'growth.plan', { ...plan(world, at), store, id })
  return id
}

export const examples: Examples = {
  'growth.plan': { about: 'store', where: open, input: (world, at) => ({ id: newId(), ...plan(world, at) }) },
  'growth.review': example<string>({
    about: 'store',
    where: open,
    setUp: planned,
    input: (_world, at, _caller, id) => ({
      id: newId(),
      store: at.store.id,
      plan: at.of(id),
      words: '连带上来了',
      next: { step: '周末带新人', by: addDays(today, 30) },
    }),
  }),
  'growth.nobody': {
    about: 'store',
    where: open,
    input: (_world, at) => ({ store: at.store.id, words: '都是新人' }),
  },
  'growth.seen': example<string>({
    about: 'store',
    where: open,
    setUp: planned,
    input: (_world, at, _caller, id) => ({ store: at.store.id, id: at.of(id) }),
  }),
}
