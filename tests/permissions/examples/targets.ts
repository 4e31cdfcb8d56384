import { newId } from '../../../platform/kinds/id.ts'
import type { AreaSeed } from '../chain.ts'
import { type Examples, example } from '../examples.ts'
import { month } from '../trade.ts'
import { sentBy, type World } from '../world.ts'

const nextYear = (world: World, amount = 30_000_000) => ({
  year: 2027,
  basedOn: null,
  lines: Object.values(world.chain.areas).map((area) => ({ child: area.id, months: Array(12).fill(amount) })),
})

interface Plan {
  readonly inForce: { readonly lines: readonly { child: string; months: number[] }[] }
}
/** The area's plan as it stands, saved once more. */
async function asItStands({ work, records }: World, area: AreaSeed) {
  const plan = await work.see<Plan>(area.manager, 'targets.area', { area: area.id, year: 2026 })
  return {
    area: area.id,
    year: 2026,
    basedOn: records.areas[area.key],
    lines: plan.inForce.lines.map(({ child, months }) => ({ child, months })),
  }
}
const savedYear = async (world: World): Promise<string> =>
  (await world.work.do(world.chain.posts.operationsDirector, 'targets.saveYear', nextYear(world))).id
const savedArea = async (world: World, area: AreaSeed): Promise<string> =>
  (await world.work.do(area.manager, 'targets.saveArea', await asItStands(world, area))).id

const ofTheYear =
  'the plan of a year lists the stores that belonged to the area in it, for the months in which they did'
const shows = {
  'store.id': ofTheYear,
  'store.code': ofTheYear,
  'store.name': ofTheYear,
  'target_version.id':
    'the area’s plan names the version of the company’s that it stands on; its figures stay closed',
}

/** A row of months for a name, as a planner's sheet has it. */
const monthsFor = (name: string): string =>
  `名称,${Array.from({ length: 12 }, (_, m) => `${m + 1}月`).join(',')}\n${name},${Array(12).fill('30').join(',')}\n`

/** A person's last week of the month. */
const peopleDays = (name: string): string =>
  `姓名,${[24, 25, 26, 27, 28, 29, 30].map((d) => `${d}日`).join(',')}\n${name},${Array(7).fill('1').join(',')}\n`

export const examples: Examples = {
  'targets.readYearFile': {
    about: 'company',
    input: async (world, { area }, caller) => ({
      file: await sentBy(world, caller, monthsFor(area.name)),
      unit: 'wan',
      year: 2027,
    }),
  },
  'targets.readAreaFile': {
    about: 'area',
    shows,
    input: async (world, { area, store }, caller) => ({
      file: await sentBy(world, caller, monthsFor(store.name)),
      unit: 'wan',
      area: area.id,
      year: 2026,
    }),
  },
  'targets.readMonthFile': {
    about: 'store',
    where: (at) => !at.store.closed,
    input: async (world, { store, person }, caller) => ({
      file: await sentBy(world, caller, peopleDays(person.name)),
      unit: 'wan',
      store: store.id,
      month,
    }),
  },
  'targets.area': { about: 'area', shows, input: (_world, { area }) => ({ area: area.id, year: 2026 }) },
  'targets.proposeArea': {
    about: 'area',
    shows,
    input: (_world, { area }) => ({ area: area.id, year: 2026 }),
  },
  'targets.saveYear': { about: 'company', input: (world) => nextYear(world) },
  'targets.submitYear': example<string>({
    about: 'company',
    setUp: savedYear,
    input: (_world, _at, _caller, version) => ({ version }),
  }),
  'targets.decideYear': example<string>({
    about: 'company',
    setUp: async (world) => {
      const version = await savedYear(world)
      await world.work.do(world.chain.posts.operationsDirector, 'targets.submitYear', { version })
      return version
    },
    input: (_world, _at, _caller, version) => ({ version, decision: 'approve' }),
  }),
  'targets.saveArea': example<{ readonly lines: unknown }>({
    about: 'area',
    setUp: (world, { area }) => asItStands(world, world.chain.areas[area.key]),
    input: (_world, { area }, _caller, plan) => ({ ...plan, area: area.id }),
  }),
  'targets.releaseArea': example<string>({
    about: 'area',
    setUp: (world, { area }) => savedArea(world, world.chain.areas[area.key]),
    input: (_world, at, _caller, version) => ({ version: at.of(version) }),
  }),
  'targets.saveStoreMonth': {
    about: 'store',
    input: ({ records }, { store }) => ({
      store: store.id,
      month,
      basedOn: records.months[store.key]?.id ?? newId(),
      days: records.months[store.key]?.days ?? Array(30).fill(0),
    }),
  },
  'targets.respreadPeople': {
    about: 'store',
    input: ({ records }, { store }) => ({
      store: store.id,
      month,
      basedOn: records.months[store.key]?.id ?? newId(),
    }),
  },
  'targets.proposeYear': { about: 'company', input: () => ({ year: 2027, total: 900_000_000 }) },
  'targets.difference': [
    example<string>({
      about: 'area',
      setUp: (world, { area }) => savedArea(world, world.chain.areas[area.key]),
      input: ({ records }, at, _caller, to) => ({ from: at.of(records.areas[at.area.key]), to }),
    }),
    example<string>({
      about: 'company',
      setUp: async (world) => {
        await savedYear(world)
        const again = { ...nextYear(world, 31_000_000), year: 2028 }
        return (await world.work.do(world.chain.posts.operationsDirector, 'targets.saveYear', again)).id
      },
      input: (_world, _at, _caller, version) => ({ from: version, to: version }),
    }),
  ],
}
