import { addDays } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { type PersonSeed, today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const given = {
  measure: 'window',
  words: null,
  due: { day: addDays(today, 2), time: '18:00' },
  about: null,
}
type Level = 'store' | 'area' | 'company'
interface Directive {
  readonly store: string
  readonly directive: string
}
const holder = (world: World, at: At, level: Level): PersonSeed =>
  level === 'store'
    ? world.chain.stores[at.store.key].manager
    : level === 'area'
      ? world.chain.areas[at.area.key].manager
      : world.chain.posts.operationsDirector
/** One step up: whoever gives and looks at what became of it. */
const above = (world: World, at: At, level: Level): PersonSeed =>
  level === 'store'
    ? world.chain.areas[world.chain.stores[at.store.key].area].manager
    : level === 'area'
      ? world.chain.posts.operationsDirector
      : world.chain.posts.generalManager

async function give(world: World, at: At, level: Level, by: PersonSeed): Promise<Directive> {
  const { stores, areas } = world.chain
  const to = {
    store: ['directives.giveStore', { store: stores[at.store.key].id, ...given }],
    area: ['directives.giveArea', { area: areas[at.area.key].id, ...given }],
    company: ['directives.giveDirector', given],
  } as const
  const [action, input] = to[level]
  const { id } = await world.work.do(by, action, input)
  return { store: level === 'store' ? stores[at.store.key].id : companyWide, directive: id }
}

/** A directive to the seat of the place, with what has happened to it, and what is done with it next. */
const ofDirective = (
  level: Level,
  giver: (world: World, at: At) => PersonSeed,
  isAnswered: boolean,
  more: Readonly<Record<string, unknown>>,
): Example =>
  example<Directive>({
    about: level,
    where: (at) => !at.store.closed,
    setUp: async (world, at) => {
      const made = await give(world, at, level, giver(world, at))
      if (isAnswered)
        await world.work.do(holder(world, at, level), 'directives.answer', { ...made, words: '橱窗已换' })
      return made
    },
    input: (_world, at, _caller, made) => ({ ...made, directive: at.of(made.directive), ...more }),
  })
const levels = ['store', 'area', 'company'] as const
const oneStepUp = (isAnswered: boolean, more: Readonly<Record<string, unknown>> = {}): Example[] =>
  levels.map((level) => ofDirective(level, (world, at) => above(world, at, level), isAnswered, more))

const line = (seat: string) => ({ seat, cause: 'traffic', measure: 'window', words: null, directive: null })
const told = 'in the month that is shown the store still belonged to the area'

export const examples: Examples = {
  'directives.giveStore': { about: 'store', input: (_world, { store }) => ({ store: store.id, ...given }) },
  'directives.giveArea': { about: 'area', input: (_world, { area }) => ({ area: area.id, ...given }) },
  'directives.giveDirector': { about: 'company', input: () => given },
  'directives.one': levels.map((level) => ofDirective(level, (w) => w.chain.posts.generalManager, false, {})),
  'directives.answer': oneStepUp(false, { words: '橱窗已换' }),
  'directives.accept': oneStepUp(true, { words: null }),
  'directives.return': oneStepUp(true, { words: '请再看一遍', due: null }),
  'directives.withdraw': oneStepUp(false, { words: '不用做了' }),
  'chase.submit': {
    about: 'area',
    input: (_world, { area }) => ({
      area: area.id,
      day: today,
      basedOn: 0,
      lines: area.stores.filter((s) => !s.closed).map((s) => line(s.id)),
    }),
  },
  'chase.steer': {
    about: 'company',
    input: ({ chain }) => ({
      day: today,
      basedOn: 0,
      lines: Object.values(chain.areas).map((a) => line(a.id)),
    }),
  },
  'chase.month': {
    about: 'area',
    shows: { 'store.id': told, 'store.code': told, 'store.name': told },
    input: (_world, { area }) => ({ area: area.id }),
  },
  'chase.closeMonth': {
    about: 'area',
    input: ({ chain }, { area }) => ({
      area: area.id,
      month: '2026-10',
      basedOn: 0,
      lines: [
        ...area.stores.filter((s) => !s.closed && s.key !== 'M1'),
        ...(area.key === 'A' ? [chain.stores.M1] : []),
      ].map((s) => ({ seat: s.id, words: '客流不足' })),
      words: null,
    }),
  },
  'adjust.write': {
    about: 'store',
    input: (_world, { store }) => ({
      store: store.id,
      factor: 'traffic',
      change: '门口发放优惠卡',
      from: today,
      expected: 0.1,
    }),
  },
}
