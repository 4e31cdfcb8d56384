import { hashSecret } from '../../../platform/access/hashing.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at) => !at.store.closed
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]

/** A handover in which the caller is one of the two. */
async function handedOver(
  world: World,
  at: At,
  id: string,
  of: { by?: string | undefined; to?: string | undefined },
): Promise<void> {
  const { id: store, manager, associates } = real(world, at)
  const [first] = associates
  const other = (not: string | undefined): string => (not === manager.id ? first.id : manager.id)
  const to = of.to ?? (of.by ? other(of.by) : first.id)
  const by = of.by ?? other(to)
  await world.database.query(
    `insert into handover (store_id, id, day, given_by, given_at, taker, cash, keys) values ($1, $2, $3, $4, $5, $6, 50000, 2)`,
    [store, id, today, by, `${today}T12:00:00+08:00`, to],
  )
}

export const examples: Examples = {
  'handovers.give': {
    about: 'store',
    where: trades,
    input: (world, at, caller) => {
      const { manager, associates } = real(world, at)
      const to = caller.person?.id === manager.id ? associates[0].id : manager.id
      return { id: newId(), store: at.store.id, to, cash: 50_000, keys: 2, words: null, lines: [] }
    },
  },
  'handovers.take': example<string>({
    about: 'store',
    where: trades,
    setUp: async () => newId(),
    before: (world, at, caller, id) => handedOver(world, at, id, { to: caller.person?.id }),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, cash: 50_000, keys: 2, words: null }),
  }),
  // A colleague has given, another takes over beside whoever is signed in.
  'handovers.takeByPin': example<string>({
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      const id = newId()
      const { manager, associates } = real(world, at)
      await handedOver(world, at, id, { by: manager.id, to: associates[1].id })
      await world.database.query(
        `insert into pin (person_id, pin_hash, changed_at) values ($1, $2, now()) on conflict do nothing`,
        [associates[1].id, await hashSecret('7392')],
      )
      return id
    },
    input: (_world, at, _caller, id) => ({
      store: at.store.id,
      id: at.of(id),
      cash: 50_000,
      keys: 2,
      words: null,
      pin: '7392',
    }),
  }),
  'handovers.withdraw': example<string>({
    about: 'store',
    where: trades,
    setUp: async () => newId(),
    before: (world, at, caller, id) => handedOver(world, at, id, { by: caller.person?.id }),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id }),
  }),
  'handovers.ofStore': { about: 'store', where: trades, input: (_world, at) => ({ store: at.store.id }) },
}
