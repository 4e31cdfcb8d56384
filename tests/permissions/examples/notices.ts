import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type PersonSeed, today, yesterday } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const content = {
  title: '周末陈列调整',
  body: '周五闭店后换上新一组橱窗。',
  kind: 'requirement',
  positions: ['areaManager', 'storeManager', 'salesAssociate'],
  validFrom: today,
  validTo: addDays(today, 14),
  minutes: 10,
  relayBy: addDays(today, 1),
  despiteLoad: true,
}
const everybody = [
  'generalManager',
  'operationsDirector',
  'areaManager',
  'storeManager',
  'salesAssociate',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
]
type Reach = 'company' | 'area' | 'store'
const audience = (at: At, reach: Reach) =>
  reach === 'area' ? { areas: [at.area.id] } : reach === 'store' ? { stores: [at.store.id] } : {}
const reaches: readonly Reach[] = ['company', 'area', 'store']
const publisher = (world: World, at: At, reach: Reach): PersonSeed =>
  reach === 'area' ? world.chain.areas[at.area.key].manager : world.chain.posts.generalManager

async function published(world: World, by: PersonSeed, more: object = {}): Promise<string> {
  const id = newId()
  await world.work.do(by, 'notices.publish', { id, ...content, ...more })
  return id
}
/** A notice by the general manager: to all of the company, or to the area or store of the place alone. */
const addressed = (world: World, at: At, reach: Reach): Promise<string> =>
  published(world, world.chain.posts.generalManager, {
    positions: everybody,
    ...(reach === 'area' ? { areas: [world.chain.areas[at.area.key].id] } : {}),
    ...(reach === 'store' ? { stores: [world.chain.stores[at.store.key].id] } : {}),
  })

const ofNotice = (about: Reach | 'self', input: (at: At, id: string) => unknown): Example =>
  example<string>({
    about,
    ...(about === 'store' && { where: (at: At) => !at.store.closed }),
    setUp: (world, at) => addressed(world, at, about === 'self' ? 'company' : about),
    input: (_world, at, _caller, id) => input(at, id),
  })
/** A notice of an area, or of headquarters, changed by those who may. */
const managed = (reach: 'company' | 'area', input: (at: At, id: string) => unknown): Example =>
  example<string>({
    about: reach,
    setUp: (world, at) =>
      published(
        world,
        publisher(world, at, reach),
        reach === 'area' ? { areas: [world.chain.areas[at.area.key].id] } : {},
      ),
    input: (_world, at, _caller, id) => input(at, at.of(id)),
  })

/** What a headquarters post has published itself. */
const ownNotice = (input: (id: string) => unknown): Example =>
  example<string>({
    about: 'company',
    label: 'one’s own',
    setUp: async () => newId(),
    before: (world, _at, caller, id) => world.ask(caller, 'action', 'notices.publish', { id, ...content }),
    input: (_world, _at, _caller, id) => input(id),
  })
const corrected = { ...content, title: '周末陈列调整（更正）' }

const report = { well: '连带做得好', missing: null, wish: null }
const submitted = async (world: World, at: At): Promise<string> => {
  const store = world.chain.stores[at.store.key]
  const id = newId()
  await world.work.do(store.associates[0], 'ownReports.submit', {
    id,
    store: store.id,
    kind: 'day',
    day: yesterday,
    ...report,
  })
  return id
}
const ofReport = (more: object = {}, before?: Example<string>['before']): Example =>
  example<string>({
    about: 'store',
    where: (at) => !at.store.closed,
    setUp: submitted,
    ...(before && { before }),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id, ...more }),
  })
const opened: Example<string>['before'] = (world, at, caller, id) =>
  world.ask(caller, 'action', 'ownReports.open', { store: at.store.id, id })

export const examples: Examples = {
  'notices.publish': reaches.map((about) => ({
    about,
    input: (_world, at) => ({ id: newId(), ...content, ...audience(at, about) }),
  })),
  'notices.load': reaches.map((about) => ({
    about,
    input: (_world, at) => ({ ...audience(at, about), minutes: 10 }),
  })),
  'notices.correct': [
    ...(['company', 'area'] as const).map((reach) =>
      managed(reach, (at, corrects) => ({ id: newId(), ...corrected, ...audience(at, reach), corrects })),
    ),
    ownNotice((corrects) => ({ id: newId(), ...corrected, corrects })),
  ],
  'notices.withdraw': [
    ...(['company', 'area'] as const).map((reach) => managed(reach, (_at, id) => ({ id, why: '发错了' }))),
    {
      ...ownNotice((id) => ({ id, why: '发错了' })),
      // An area manager publishes to his area only: there is no such notice of his.
      target: (_at, caller, usual) => (caller.seats.some((s) => s.area) ? { about: 'missing' } : usual),
    },
  ],
  'notices.one': ofNotice('self', (_at, id) => ({ id })),
  'notices.read': ofNotice('self', (_at, notice) => ({ notice })),
  'notices.progress': [
    ofNotice('company', (_at, id) => ({ id })),
    ofNotice('area', (at, id) => ({ id, area: at.area.id })),
  ],
  'notices.remind': [
    ofNotice('company', (_at, id) => ({ id })),
    ofNotice('area', (at, id) => ({ id, area: at.area.id })),
    ofNotice('store', (at, id) => ({ id, store: at.store.id })),
  ],
  'notices.relay': ofNotice('store', (at, notice) => ({
    id: newId(),
    store: at.store.id,
    notice,
    briefing: 'evening',
    people: [at.store.associates[0].id],
  })),
  'ownReports.submit': {
    about: 'store',
    input: (_world, { store }) => ({ id: newId(), store: store.id, kind: 'day', day: yesterday, ...report }),
  },
  'ownReports.one': ofReport(),
  'ownReports.open': ofReport(),
  'ownReports.confirm': ofReport({}, opened),
  'ownReports.askBack': ofReport({ words: '请再说说' }, opened),
}
