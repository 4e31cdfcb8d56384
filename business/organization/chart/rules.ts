import type { Day } from '../../../platform/kinds/day.ts'
import { maskPhone } from '../people/rules.ts'
import { headquartersPosts, type Named, type PositionName } from '../shape.ts'
import type { Chart, ChartArea, ChartStore, PersonLine, Post, Vacancy } from './shape.ts'

/** Up to so many stores the whole chart is drawn with every name. */
export const namesUpTo = 300

/** What a reader may know of a person: all of it, the working facts, or the name only. A phone is masked to everybody. */
export type Sight = 'all' | 'masked' | 'names'

export function sightOf(held: readonly PositionName[]): Sight {
  if (held.includes('personnel') || held.includes('administrator')) return 'all'
  return held.some((p) => p !== 'salesAssociate') ? 'masked' : 'names'
}

export interface Reader {
  readonly person: string
  readonly sight: Sight
  /** Stores whose people the reader may open. */
  readonly stores: 'all' | readonly string[]
}

export function postSeen(post: Omit<Post, 'opens'>, reader: Reader): Post {
  const isSelf = post.person === reader.person
  const inReach = reader.stores === 'all' || (post.store !== null && reader.stores.includes(post.store))
  return {
    ...post,
    jobNumber: reader.sight === 'names' && !isSelf ? null : post.jobNumber,
    opens: isSelf || (reader.sight !== 'names' && inReach),
  }
}

/** Everybody sees himself in full, but for the phone: who needs to know a number says why and is on record. */
export function personSeen<P extends Omit<PersonLine, 'appointments'>>(
  person: P,
  sight: Sight,
  reader: string,
): P {
  if (sight !== 'names' || person.id === reader)
    return { ...person, phone: person.phone && maskPhone(person.phone) }
  return { ...person, phone: null, jobNumber: null, hiredOn: null, leftOn: null }
}

export interface ChartParts {
  readonly day: Day
  readonly today: Day
  readonly areas: readonly (Named & { code: string })[]
  readonly stores: readonly Omit<ChartStore, 'managers' | 'associates' | 'headcount'>[]
  readonly posts: readonly Post[]
  /** The reader sees the whole company: then headquarters' vacancies count too. */
  readonly whole: boolean
  /** Name the associates although the chart is large (one area was asked for). */
  readonly unfolded: boolean
}

/** Puts stores under areas and people into their seats; every post appears exactly once. */
export function drawChart(parts: ChartParts): Chart {
  const { day, today, areas, stores, posts, whole } = parts
  const folded = !parts.unfolded && stores.length > namesUpTo
  const byStore = grouped(posts, (p) => p.store)
  const byArea = grouped(posts, (p) => p.area)
  const atTop = posts.filter((p) => !p.store && !p.area)
  const seated = stores.map((store): ChartStore => {
    const here = byStore.get(store.id) ?? []
    return {
      ...store,
      managers: here.filter((p) => p.position === 'storeManager'),
      associates: folded ? [] : here.filter((p) => p.position !== 'storeManager'),
      headcount: headcount(here),
    }
  })
  const storesByArea = grouped(seated, (s) => s.area)
  const drawn = areas.map((area): ChartArea => {
    const under = storesByArea.get(area.id) ?? []
    const managers = byArea.get(area.id) ?? []
    return {
      ...area,
      managers,
      stores: folded ? [] : under,
      storeCount: under.length,
      headcount: headcount([...managers, ...under.flatMap((s) => byStore.get(s.id) ?? [])]),
    }
  })
  const known = new Set(areas.map(({ id }) => id))
  return {
    day,
    today,
    generalManagers: atTop.filter((p) => p.position === 'generalManager'),
    directors: atTop.filter((p) => p.position === 'operationsDirector'),
    posts: headquartersPosts.map((position) => ({
      position,
      people: atTop.filter((p) => p.position === position),
    })),
    areas: drawn,
    withoutArea: seated.filter((s) => s.area === null || !known.has(s.area)),
    folded,
    stores: stores.length,
    // Headquarters are shown to everybody, but counted only where the whole company is.
    people: headcount(whole ? posts : posts.filter((p) => p.store || p.area)),
    vacancies: vacanciesOf(drawn, seated, atTop, whole),
  }
}

function vacanciesOf(
  areas: readonly ChartArea[],
  stores: readonly ChartStore[],
  atTop: readonly Post[],
  whole: boolean,
): Vacancy[] {
  const missing = (position: 'generalManager' | 'operationsDirector'): Vacancy[] =>
    whole && !atTop.some((p) => p.position === position) ? [{ position }] : []
  return [
    ...missing('generalManager'),
    ...missing('operationsDirector'),
    ...areas
      .filter((a) => a.managers.length === 0)
      .map((a): Vacancy => ({ position: 'areaManager', area: named(a) })),
    ...stores
      .filter((s) => s.managers.length === 0)
      .map((s): Vacancy => ({ position: 'storeManager', store: named(s) })),
  ]
}

const named = ({ id, name, nameEn }: Named): Named => ({ id, name, nameEn })
const headcount = (posts: readonly Post[]): number => new Set(posts.map((p) => p.person)).size

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
