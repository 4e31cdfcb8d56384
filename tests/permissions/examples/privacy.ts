import type { Examples } from '../examples.ts'

const reason = '台风，通知提前闭店'
const own = 'what one did where one was before is one’s own to know'

export const examples: Examples = {
  'privacy.revealPhone': { about: 'person', input: (_world, { person }) => ({ person: person.id, reason }) },
  'privacy.handOut': { about: 'person', input: (_world, { person }) => ({ person: person.id, reason }) },
  'privacy.mine': {
    about: 'company',
    shows: { 'store.id': own, 'appointment.id': own, 'store.code': own, 'store.name': own },
    input: () => ({}),
  },
  'privacy.erase': {
    about: 'person',
    where: (at, { chain }) => at.person === chain.others.gone || at.of('') !== '',
    input: (_world, { person }) => ({ person: person.id, reason }),
  },
}
