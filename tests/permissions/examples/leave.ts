import { addDays, monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'

const asked = { from: addDays(today, 30), to: addDays(today, 32), kind: 'annual' }
/** Everybody's own leave is his own, wherever he sits. */
const target: Example['target'] = (at, caller, usual) =>
  caller.person?.id === at.person.id ? { about: 'self' } : usual
const near = 'managers of the stores next door may be asked to stand in'
const hasPost = ({ person, of }: At): boolean => person.seats.length > 0 || of('') !== ''

/** A leave that the person has asked for himself. */
const ofLeave = (input: (id: string) => unknown): Example =>
  example<string>({
    about: 'person',
    where: hasPost,
    target,
    setUp: async ({ work }, at) =>
      at.person.seats.length > 0
        ? (await work.do(at.person, 'leave.ask', { id: newId(), ...asked })).id
        : newId(),
    input: (_world, at, _caller, id) => input(at.of(id)),
  })

export const examples: Examples = {
  'leave.ask': [
    { about: 'self', label: 'for oneself', input: () => ({ id: newId(), ...asked }) },
    {
      about: 'person',
      label: 'for somebody',
      where: hasPost,
      target,
      input: (_world, { person }) => ({ id: newId(), person: person.id, ...asked }),
    },
  ],
  'leave.decide': ofLeave((id) => ({ id, approved: true })),
  'leave.withdraw': [
    ofLeave((id) => ({ id })),
    example<string>({
      about: 'self',
      label: 'one’s own',
      setUp: async () => newId(),
      before: (world, _at, caller, id) => world.ask(caller, 'action', 'leave.ask', { id, ...asked }),
      input: (_world, _at, _caller, id) => ({ id }),
    }),
  ],
  'leave.calendar': [
    example<string>({
      about: 'company',
      label: 'company',
      // Somebody of each store is away, so that a list that is not cut shows it.
      setUp: async (world) => {
        for (const { associates } of Object.values(world.chain.stores).filter((s) => !s.closed))
          await world.work.do(associates[0], 'leave.ask', { id: newId(), ...asked })
        return monthOf(asked.from)
      },
      input: (_world, _at, _caller, month) => ({ month }),
    }),
    {
      about: 'store',
      label: 'store',
      input: (_world, at) => ({ store: at.store.id, month: monthOf(today) }),
    },
    { about: 'area', label: 'area', input: (_world, at) => ({ area: at.area.id, month: monthOf(today) }) },
  ],
  'leave.mine': {
    about: 'self',
    shows: { 'person.id': near, 'person.name': near, 'store.id': near, 'store.name': near },
    input: () => ({}),
  },
}
