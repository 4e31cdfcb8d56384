import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const reason = '试运行需要'
const tomorrow = addDays(today, 1)
const spills = 'the store comes to the other area'
const pastPosts = 'the posts that somebody held before name their stores'
const storeFacts = {
  name: '改名之店',
  kind: 'street',
  timeZone: 'Asia/Shanghai',
  cutOffMinutes: 0,
  opensAt: '10:00',
  closesAt: '22:00',
  openedOn: '2024-01-01',
}

/** An appointment may sit in a store, over an area, or at headquarters; there it is about the person. */
function ofSeats(
  input: (at: At, appointment: string) => unknown,
  more: Partial<Example> = {},
): readonly Example[] {
  return [
    {
      about: 'store',
      label: 'the manager’s',
      where: (at) => !at.store.closed,
      input: (_world, at) => input(at, at.of(at.store.manager.seats[0]?.appointment)),
      ...more,
    },
    {
      about: 'area',
      label: 'the area manager’s',
      input: (_world, at) => input(at, at.of(at.area.manager.seats[0]?.appointment)),
      ...more,
    },
    {
      about: 'person',
      label: 'a headquarters post',
      where: (at) => isAtHeadquarters(at),
      input: (_world, at) => input(at, at.of(at.person.seats[0]?.appointment)),
      ...more,
    },
  ]
}
const isAtHeadquarters = ({ person }: At): boolean =>
  person.seats.length > 0 && person.seats.every((s) => !s.store && !s.area)

const standIn = (world: World, appointment: string) => ({
  id: newId(),
  appointment,
  toPerson: world.chain.others.spare.id,
  from: addDays(today, 20),
  to: addDays(today, 25),
  reason,
})
const delegateBy = (
  about: 'store' | 'area' | 'person',
  appointment: (at: At) => string | undefined,
): Example =>
  example<string>({
    about,
    where: (at) => (about === 'store' ? !at.store.closed : about === 'area' || isAtHeadquarters(at)),
    setUp: async (world, at) => {
      const held = appointment(at)
      if (!held) return newId()
      return (await world.work.do(world.chain.posts.personnel, 'organization.delegate', standIn(world, held)))
        .id
    },
    input: (_world, at, _caller, delegation) => ({ delegation: at.of(delegation) }),
  })

export const examples: Examples = {
  'organization.changeCompany': {
    about: 'company',
    input: () => ({ name: '青禾女装', currency: 'CNY', timeZone: 'Asia/Shanghai', riseColour: 'red' }),
  },
  'organization.closeArea': {
    about: 'area',
    spills,
    setUp: async ({ chain, work }, at) => {
      if (at.of(at.area.id) !== at.area.id) return
      const other = chain.areas[at.area.key === 'A' ? 'B' : 'A']
      for (const store of at.area.stores.filter((s) => !s.closed))
        await work.do(chain.posts.operationsDirector, 'organization.moveStore', {
          store: store.id,
          area: other.id,
          from: tomorrow,
          reason,
        })
      for (const { appointment } of at.area.manager.seats)
        await work.do(chain.posts.personnel, 'organization.endAppointment', {
          appointment,
          lastDay: today,
          reason,
        })
    },
    input: (_world, { area }) => ({ area: area.id, on: tomorrow }),
  },
  'organization.openStore': {
    about: 'company',
    input: (_world, { area }) => ({ ...storeFacts, id: newId(), code: 'ST-NEW', area: area.id }),
  },
  'organization.changeStore': {
    about: 'store',
    input: (_world, { store }) => ({ ...storeFacts, id: store.id, code: store.code }),
  },
  'organization.closeStore': {
    about: 'store',
    input: (_world, { store }) => ({ store: store.id, on: tomorrow, reason, endAppointments: true }),
  },
  'organization.moveStore': {
    about: 'store',
    spills,
    input: ({ chain }, { store }) => ({
      store: store.id,
      area: chain.areas[store.area === 'A' ? 'B' : 'A'].id,
      from: tomorrow,
      reason,
    }),
  },
  'organization.changePerson': {
    about: 'person',
    input: (_world, { person }) => ({
      id: person.id,
      jobNumber: person.jobNumber,
      name: '改名之人',
      hiredOn: '2024-01-01',
    }),
  },
  'organization.appoint': {
    about: 'person',
    input: (_world, { person }) => ({
      id: newId(),
      person: person.id,
      position: person.seats[0]?.position === 'finance' ? 'training' : 'finance',
      from: tomorrow,
    }),
  },
  'organization.transfer': ofSeats((_at, appointment) => ({
    appointment,
    id: newId(),
    position: 'merchandising',
    from: tomorrow,
    reason,
  })),
  'organization.endAppointment': ofSeats((_at, appointment) => ({ appointment, lastDay: today, reason })),
  'organization.dismiss': {
    about: 'person',
    input: (_world, { person }) => ({ person: person.id, lastDay: today, reason }),
  },
  'organization.rehire': {
    about: 'person',
    where: (at, { chain }) => at.person.id === chain.others.gone.id,
    input: (_world, { person }) => ({ person: person.id, reason }),
  },
  'organization.delegate': [
    ...(['store', 'area', 'person'] as const).map(
      (about, i): Example => ({
        ...ofSeats(() => undefined)[i]!,
        about,
        input: (world, at) => {
          const holder = { store: at.store.manager, area: at.area.manager, person: at.person }[about]
          return standIn(world, at.of(holder.seats[0]?.appointment))
        },
      }),
    ),
  ],
  'organization.endDelegation': [
    delegateBy('store', (at) => at.store.manager.seats[0]?.appointment),
    delegateBy('area', (at) => at.area.manager.seats[0]?.appointment),
    delegateBy('person', (at) => at.person.seats[0]?.appointment),
  ],
  // Everybody may open himself, wherever he sits.
  'organization.person': {
    about: 'person',
    shows: {
      'store.id': pastPosts,
      'store.code': pastPosts,
      'store.name': pastPosts,
      'appointment.id': pastPosts,
    },
    target: (at, caller, usual) => (caller.person?.id === at.person.id ? { about: 'self' } : usual),
    input: (_world, { person }) => ({ person: person.id }),
  },
  'organization.markDay': {
    about: 'company',
    input: () => ({ day: '2026-12-30', kind: 'holiday', name: '厂庆' }),
  },
  'organization.dropEvent': { about: 'company', input: ({ chain }) => ({ event: chain.event }) },
  'goods.style': { about: 'company', input: ({ chain }) => ({ id: chain.goods.style }) },
  'goods.save': {
    about: 'company',
    input: () => ({
      id: newId(),
      code: 'QH-2201',
      name: '风衣',
      category: '外套',
      season: '2026冬',
      launchedOn: today,
      prices: [{ fromDay: today, tagPrice: 199_000 }],
      skus: [{ id: newId(), color: '驼', size: 'M' }],
    }),
  },
}
