import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at) => !at.store.closed
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const about = (person: string, id: string, store: string) => ({
  id,
  store,
  person,
  kind: 'reminder',
  day: today,
  words: '开门时橱窗没有亮灯',
})

export const examples: Examples = {
  'discipline.enter': {
    about: 'store',
    where: trades,
    input: (world, at) => about(real(world, at).associates[0].id, newId(), at.store.id),
  },
  'discipline.read': example<string>({
    about: 'store',
    where: trades,
    setUp: async () => newId(),
    // About whoever reads it, as her superior entered it.
    before: async (world, at, caller, id) => {
      const { id: store, manager, associates } = real(world, at)
      const person = caller.person?.id ?? associates[0].id
      const by = person === manager.id ? associates[1].id : manager.id
      await world.database.query(
        `insert into discipline_entry (store_id, id, person_id, kind, day, words, by, at) values ($1, $2, $3, 'praise', $4, '客人点名感谢', $5, $6)`,
        [store, id, person, today, by, `${today}T10:00:00+08:00`],
      )
    },
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, answer: null }),
  }),
  'discipline.withdraw': example<string>({
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      const id = newId()
      const { id: store, manager, associates } = real(world, at)
      await world.work.do(manager, 'discipline.enter', about(associates[0].id, id, store))
      return id
    },
    input: (_world, at, _caller, id) => ({ store: at.store.id, id: at.of(id), reason: '写错人了' }),
  }),
  'discipline.area': { about: 'area', input: (_world, at) => ({ area: at.area.id }) },
  'discipline.ofStore': { about: 'store', where: trades, input: (_world, at) => ({ store: at.store.id }) },
}
