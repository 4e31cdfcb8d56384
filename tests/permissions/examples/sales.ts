import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { now, today, yesterday } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const ticket = ({ store }: At, id: string) => ({
  id,
  store: store.id,
  soldAt: new Date(now.getTime() - 60_000).toISOString(),
  lines: [{ style: '围巾', quantity: 1, net: 19_900 }],
  credits: [{ person: store.associates[0].id, share: 1 }],
  tenders: [{ tender: 'cash', amount: 19_900 }],
})
const fresh = ({ records }: World, at: At): string => at.of(records.tickets[at.store.key]?.fresh)
const reportOf = (at: At) => ({ store: at.store.id, day: yesterday })
const words = '请说明原因'
/** Reads the report first, as whoever reviews it must. */
const opened: Example['before'] = (world, at, caller) =>
  world.ask(caller, 'action', 'reports.open', reportOf(at))

export const examples: Examples = {
  'sales.ticket': { about: 'store', input: (_world, at) => ticket(at, newId()) },
  'sales.reverse': {
    about: 'store',
    input: (world, at) => ({ id: newId(), store: at.store.id, ticket: fresh(world, at), reason: words }),
  },
  'sales.undo': example<string>({
    about: 'store',
    setUp: async () => newId(),
    before: (world, at, caller, id) => world.ask(caller, 'action', 'sales.ticket', ticket(at, id)),
    input: (_world, at, _caller, id) => ({ id: newId(), store: at.store.id, ticket: id }),
  }),
  'sales.traffic': {
    about: 'store',
    input: (_world, at) => ({ id: newId(), store: at.store.id, hour: 10, traffic: 5, tryOns: 1 }),
  },
  'sales.oneTicket': {
    about: 'store',
    input: (world, at) => ({ store: at.store.id, ticket: fresh(world, at) }),
  },
  'sales.till': {
    about: 'store',
    input: ({ chain }, { store }) => ({
      store: store.id === chain.stores[store.key].id ? store.code : 'NO-SUCH-STORE',
      tickets: [
        {
          key: 'till-1',
          soldAt: new Date(now.getTime() - 60_000).toISOString(),
          lines: [{ style: '围巾', quantity: 1, net: 19_900 }],
          credits: [{ jobNumber: store.associates[0].jobNumber }],
        },
      ],
    }),
  },
  'sales.makeToken': {
    about: 'store',
    input: (_world, { store }) => ({
      id: newId(),
      name: '收银机',
      store: store.id,
      person: store.associates[0].id,
    }),
  },
  'sales.revokeToken': example<string>({
    about: 'store',
    where: (at) => !at.store.closed,
    setUp: async ({ work, chain }, at) => {
      const store = chain.stores[at.store.key]
      const token = { id: newId(), name: '收银机', store: store.id, person: store.associates[0].id }
      return (await work.do(chain.posts.administrator, 'sales.makeToken', token)).id
    },
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
  'reports.submit': {
    about: 'store',
    input: (_world, { store }) => ({
      id: newId(),
      store: store.id,
      day: addDays(today, -2),
      why: words,
      tomorrow: words,
    }),
  },
  'reports.open': { about: 'store', input: (_world, at) => reportOf(at) },
  'reports.confirm': { about: 'store', before: opened, input: (_world, at) => reportOf(at) },
  'reports.askBack': { about: 'store', before: opened, input: (_world, at) => ({ ...reportOf(at), words }) },
  'reports.answer': {
    about: 'store',
    setUp: async ({ work, chain }, at) => {
      if (at.store.closed || at.of(at.store.id) !== at.store.id) return
      const { manager } = chain.areas[at.store.area]
      await work.do(manager, 'reports.open', reportOf(at))
      await work.do(manager, 'reports.askBack', { ...reportOf(at), words })
    },
    input: (_world, at) => ({ ...reportOf(at), words }),
  },
  'reports.one': { about: 'store', input: (_world, at) => reportOf(at) },
  'reports.pdf': { about: 'store', input: (_world, at) => reportOf(at) },
}
