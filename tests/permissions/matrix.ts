import { allOperations } from '../../app/operations.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Operation } from '../../platform/server/door.ts'
import type { Caller } from './callers.ts'
import { type Canaries, leaksIn } from './canaries.ts'
import type { AreaKey, PersonSeed, StoreKey, StoreSeed } from './chain.ts'
import { type At, type Example, type Examples, examplesOf } from './examples.ts'
import { type Expected, expected, type Target } from './oracle.ts'
import type { Answered, World } from './world.ts'

/** One request of the matrix: an operation, at a place, by somebody. */
export interface Cell {
  readonly operation: string
  readonly example: string
  readonly place: string
  readonly caller: string
  readonly expected: Expected
  readonly got: string
}
export interface Tried {
  readonly cells: number
  readonly denials: number
  readonly mismatches: readonly Cell[]
  /** Denials of requests that nobody was seen to make with success. */
  readonly withoutControl: readonly string[]
  /** What somebody was told of a store that he does not reach. */
  readonly leaks: readonly Leak[]
  /** Positions that an operation names and for which no request of theirs succeeded. */
  readonly neverDone: readonly string[]
}

export interface Leak {
  readonly operation: string
  readonly place: string
  readonly caller: string
  readonly told: string
}

export interface Place {
  readonly label: string
  readonly at: At
  readonly target: Target
  /** A closed store or an id that nobody has: nobody need succeed here. */
  readonly barren?: boolean
}

export interface Trial {
  readonly world: World
  readonly examples: Examples
  readonly canaries: Canaries
  /** Where requests go; the world's own server unless told otherwise. */
  readonly ask?: World['ask']
  readonly take?: World['take']
  readonly operations?: readonly string[]
  /** Which cells are tried; all unless told otherwise. */
  readonly chosen?: (operation: string, place: string, caller: string) => boolean
  /** At which places somebody must be seen to succeed; at all unless told otherwise. */
  readonly controls?: (place: string) => boolean
}

/** Every operation at every kind of place by everybody. */
export async function tryMatrix(trial: Trial): Promise<Tried> {
  const tally = new Tally(trial.controls ?? (() => true))
  for (const [name, operation] of Object.entries(allOperations)) {
    if (trial.operations && !trial.operations.includes(name)) continue
    for (const example of examplesOf(name, operation, trial.examples))
      for (const place of placesOf(example, trial.world))
        await tryAt(trial, { name, operation, example, place }, tally)
    tally.close(name, operation)
  }
  return tally
}

interface Request {
  readonly name: string
  readonly operation: Operation
  readonly example: Example
  readonly place: Place
}

async function tryAt(trial: Trial, request: Request, tally: Tally): Promise<void> {
  const { world } = trial
  const { name, operation, example, place } = request
  const callers = world.callers.filter((c) => trial.chosen?.(name, place.label, c.label) ?? true)
  if (callers.length === 0) return
  await world.database.mark('place')
  try {
    const made = await example.setUp?.(world, place.at)
    const ask = trial.ask ?? world.ask
    for (const caller of callers) {
      await world.database.mark('cell')
      await example.before?.(world, place.at, caller, made)
      const input = await example.input(world, place.at, caller, made)
      const answer = await ask(caller, operation.kind, name, input)
      for (const text of [answer.text, ...(await takenAway(trial, request, caller, input, answer))])
        tally.hear(request, caller, leaksIn(text, JSON.stringify(input), caller, world.chain, trial.canaries))
      await world.database.forget('cell')
      const target = example.target?.(place.at, caller, place.target) ?? place.target
      tally.count(request, caller, answer, expected(operation.who, caller, target))
    }
  } catch (fault) {
    throw new Error(`${name} (${example.label ?? ''}) at ${place.label}: ${String(fault)}`, { cause: fault })
  } finally {
    await world.database.forget('place')
  }
}

/** The same list as a file, where it may be taken away: who may not see it, may not take it either. */
async function takenAway(
  { world, take = world.take }: Trial,
  { name, operation }: Request,
  caller: Caller,
  input: unknown,
  seen: Answered,
): Promise<readonly string[]> {
  if (operation.kind !== 'view' || !operation.sheet) return []
  const taken = await take(caller, name, input, 'csv')
  if (taken.status !== seen.status) return [`the file was answered ${taken.status}, the list ${seen.status}`]
  return [taken.text]
}

/** What the guard said, from the answer alone. */
export function verdictOf(answer: Answered): string {
  if (answer.status === 401 && answer.why === 'signedOut') return 'signedOut'
  if (answer.status === 403 && answer.why === 'position') return 'position'
  if (answer.status === 404 && answer.why === 'scope') return 'scope'
  return answer.status < 500 ? 'passes' : `fault ${answer.status}`
}

class Tally implements Tried {
  constructor(private readonly controls: (place: string) => boolean) {}
  cells = 0
  denials = 0
  readonly mismatches: Cell[] = []
  readonly withoutControl: string[] = []
  readonly leaks: Leak[] = []
  readonly neverDone: string[] = []
  #denied = new Set<string>()
  #done = new Set<string>()
  #doers = new Set<string>()

  count({ name, example, place }: Request, caller: Caller, answer: Answered, wanted: Expected): void {
    this.cells++
    for (const position of Object.keys(example.never ?? {})) this.#never.add(position)
    const got = verdictOf(answer)
    const where = `${name} (${example.label ?? example.about}) at ${place.label}`
    if (got !== wanted) {
      this.mismatches.push({
        operation: name,
        example: example.label ?? example.about,
        place: place.label,
        caller: caller.label,
        expected: wanted,
        got: `${got} (${answer.status} ${answer.why ?? ''})`,
      })
    }
    if (wanted !== 'passes') {
      this.denials++
      if (!place.barren && this.controls(place.label)) this.#denied.add(where)
    } else if (answer.status === 200) {
      this.#done.add(where)
      for (const seat of caller.seats) this.#doers.add(seat.position)
    } else if (!place.barren) this.#refused.set(where, `${answer.status} ${answer.text.slice(0, 300)}`)
  }
  hear({ name, place, example }: Request, caller: Caller, told: ReturnType<typeof leaksIn>): void {
    const strange = told.filter((leak) => !example.shows?.[leak.at])
    if (strange.length === 0) return
    const first = strange.slice(0, 4).map((leak) => `${leak.at} of ${leak.of}: ${leak.value}`)
    this.leaks.push({ operation: name, place: place.label, caller: caller.label, told: first.join('; ') })
  }
  readonly #refused = new Map<string, string>()
  readonly #never = new Set<string>()

  close(name: string, { who }: Operation): void {
    for (const where of this.#denied)
      if (!this.#done.has(where))
        this.withoutControl.push(`${where}: ${this.#refused.get(where) ?? 'nobody tried'}`)
    if (typeof who === 'object')
      for (const position of Object.keys(who))
        if (!this.#doers.has(position) && !this.#never.has(position))
          this.neverDone.push(`${name} by ${position}`)
    this.#denied = new Set()
    this.#done = new Set()
    this.#doers = new Set()
    this.#never.clear()
    this.#refused.clear()
  }
}

/** Where an example is played: for a store, the own one, another of the area, another area's, a closed one, a moved one, none. */
export function placesOf(example: Example, world: World): Place[] {
  const { chain } = world
  const places = (() => {
    switch (example.about) {
      case 'company':
      case 'self':
        return [
          {
            label: example.about,
            at: atStore(world, 'A1'),
            target: { about: example.about },
          } satisfies Place,
        ]
      case 'store':
        return [
          ...(Object.keys(storeLabels) as (keyof typeof storeLabels)[]).map((key) => storePlace(world, key)),
          missing(world, { store: { ...chain.stores.A1, id: newId() } }),
        ]
      case 'area':
        return [
          ...(['A', 'B'] as const).map((key) => areaPlace(world, key)),
          missing(world, { area: { ...chain.areas.A, id: newId() } }),
        ]
      case 'person':
        return [...personPlaces(world), missing(world, { person: { ...chain.others.spare, id: newId() } })]
    }
  })()
  return places.filter((place) => example.where?.(place.at, world) ?? place.at.person !== chain.others.gone)
}

function atStore({ chain }: World, key: StoreKey): At {
  const store = chain.stores[key]
  return { store, area: chain.areas[store.area], person: store.associates[0], of: (id) => id ?? newId() }
}
const missing = (world: World, instead: Partial<At>): Place => ({
  label: 'an id that nobody has',
  at: { ...atStore(world, 'A1'), ...instead, of: () => newId() },
  target: { about: 'missing' },
  barren: true,
})
const storeLabels = {
  A1: 'store A1',
  A2: 'store A2, same area',
  A9: 'store A9, closed',
  B1: 'store B1, other area',
  M1: 'store M1, moved from area A to B',
} as const satisfies Partial<Record<StoreKey, string>>
function storePlace(world: World, key: keyof typeof storeLabels): Place {
  const store: StoreSeed = world.chain.stores[key]
  return {
    label: storeLabels[key],
    at: atStore(world, key),
    target: { about: 'store', store: key, area: store.area },
    ...(store.closed && { barren: true }),
  }
}
const areaPlace = (world: World, key: AreaKey): Place => ({
  label: `area ${key}`,
  at: { ...atStore(world, key === 'A' ? 'A1' : 'B1'), area: world.chain.areas[key] },
  target: { about: 'area', area: key },
})
function personPlaces(world: World): Place[] {
  const { stores, areas, posts, others } = world.chain
  const people: readonly [string, PersonSeed][] = [
    ['the manager of A1', stores.A1.manager],
    ['the associate of A1', stores.A1.associates[0]],
    ['an associate of A2', stores.A2.associates[0]],
    ['an associate of B1', stores.B1.associates[0]],
    ['who was at A1 and is at B1', others.transferred],
    ['the area manager of A', areas.A.manager],
    ['the area manager of B', areas.B.manager],
    ['the trainer', posts.training],
    ['finance', posts.finance],
    ['the merchandiser', posts.merchandising],
    ['somebody without a post', others.spare],
    ['somebody who has left', others.gone],
  ]
  return people.map(([label, person]) => ({
    label,
    at: { ...atStore(world, person.seats[0]?.store ?? 'A1'), person },
    target: {
      about: 'person',
      person: person.id,
      stores: person.seats.flatMap((s) => (s.store ? [{ store: s.store, area: stores[s.store].area }] : [])),
      areas: person.seats.flatMap((s) => s.area ?? []),
    },
  }))
}
