import { allOperations } from '../../app/operations.ts'
import { identifier } from '../../platform/database/catalogue.ts'
import type { Operation } from '../../platform/server/door.ts'
import type { Caller } from './callers.ts'
import { leaksIn } from './canaries.ts'
import { type Example, examplesOf } from './examples.ts'
import { type Place, placesOf, type Trial } from './matrix.ts'
import { expected } from './oracle.ts'
import { type Schema, schemaOf } from './shapes.ts'
import type { Answered, World } from './world.ts'

/** One valid body with one id of another store in it, or with a field that nobody may write. */
export interface Swapped {
  readonly tried: number
  /** What was taken though it should not have been. */
  readonly taken: readonly string[]
}

/**
 * Every id in a valid body is replaced, one at a time, by the one that stands there in another store's body. It must
 * be refused, tell nothing of the other store and leave everything there as it was. Where another store's id is as
 * good as one's own, the example says why.
 */
export async function trySwaps(trial: Trial): Promise<Swapped> {
  const taken: string[] = []
  let tried = 0
  for (const { name, operation, example } of examplesIn(trial)) {
    const pair = pairOf(example, trial.world)
    if (!pair) continue
    const { world } = trial
    await world.database.mark('pair')
    try {
      const foreign = await prepared(trial, name, operation, example, pair.foreign)
      const own = await prepared(trial, name, operation, example, pair.own)
      if (foreign && own)
        for (const path of idsIn(own.body, schemaOf(operation.input))) {
          const instead = at(foreign.body, path)
          if (typeof instead !== 'string' || instead === at(own.body, path)) continue
          tried++
          const fault = await trySwap(trial, { name, operation, example, path, instead }, own)
          if (fault) taken.push(`${name}.${path.join('.')} as ${own.caller.label}: ${fault}`)
        }
    } finally {
      await world.database.forget('pair')
    }
  }
  return { tried, taken }
}

/** Unknown fields at every level of a body are refused: nothing is written that the shape does not name. */
export async function tryExtraFields(trial: Trial): Promise<Swapped> {
  const taken: string[] = []
  let tried = 0
  for (const { name, operation, example } of examplesIn(trial)) {
    const { world } = trial
    const [place] = placesOf(example, world)
    if (!place) continue
    await world.database.mark('pair')
    try {
      const own = await prepared(trial, name, operation, example, place)
      for (const path of own ? objectsIn(own.body) : []) {
        if (example.open?.[path.join('.')]) continue
        tried++
        const body = changed(own!.body, [...path, 'madeBy'], 'somebody else')
        const answer = await asked(trial, own!.caller, operation, name, body)
        if (answer.status !== 422 && answer.status !== 400)
          taken.push(`${name}.${[...path, 'madeBy'].join('.')}: ${answer.status}`)
      }
    } finally {
      await world.database.forget('pair')
    }
  }
  return { tried, taken }
}

function* examplesIn(trial: Trial) {
  for (const [name, operation] of Object.entries(allOperations)) {
    if (trial.operations && !trial.operations.includes(name)) continue
    for (const example of examplesOf(name, operation, trial.examples)) yield { name, operation, example }
  }
}

/** The same thing at one's own place and at another's. */
function pairOf(example: Example, world: World): { own: Place; foreign: Place } | undefined {
  const places = placesOf(example, world)
  const labelled = (label: string) => places.find((p) => p.label === label)
  const [own, foreign] =
    example.about === 'store'
      ? [labelled('store A1'), labelled('store B1, other area')]
      : example.about === 'area'
        ? [labelled('area A'), labelled('area B')]
        : [labelled('the associate of A1'), labelled('an associate of B1')]
  return own && foreign && { own, foreign }
}

interface Prepared {
  readonly body: unknown
  readonly caller: Caller
}
/**
 * The body that somebody with a bounded reach sends with success at this place; what he sent stays done for the other
 * store, so that its ids exist, and is taken back for one's own.
 */
async function prepared(
  trial: Trial,
  name: string,
  operation: Operation,
  example: Example,
  place: Place,
): Promise<Prepared | undefined> {
  const { world } = trial
  const isForeign = place.label.includes('B')
  const made = await example.setUp?.(world, place.at)
  for (const caller of [...world.callers].sort((a, b) => breadth(a) - breadth(b))) {
    if (caller.absent || caller.token || expected(operation.who, caller, place.target) !== 'passes') continue
    await world.database.mark('own')
    await example.before?.(world, place.at, caller, made)
    const body = await example.input(world, place.at, caller, made)
    const answer = await world.ask(caller, operation.kind, name, body)
    if (answer.status === 200 && isForeign) return { body, caller }
    await world.database.forget('own')
    if (answer.status !== 200) continue
    await example.before?.(world, place.at, caller, made)
    return { body, caller }
  }
  return undefined
}
/** Whoever reaches least is tried first: to headquarters nothing is foreign. */
const breadth = ({ seats }: Caller): number =>
  seats.some((s) => !s.store && !s.area) ? 3 : seats.some((s) => s.area) ? 2 : seats.length

interface Swap {
  readonly name: string
  readonly operation: Operation
  readonly example: Example
  readonly path: readonly string[]
  readonly instead: string
}
async function trySwap(trial: Trial, swap: Swap, own: Prepared): Promise<string | undefined> {
  const { world } = trial
  const { name, operation, example, path, instead } = swap
  if (breadth(own.caller) === 3) return undefined
  await world.database.mark('swap')
  const before = await stateOf(world, 'B1')
  const body = changed(own.body, path, instead)
  const answer = await asked(trial, own.caller, operation, name, body)
  const after = await stateOf(world, 'B1')
  await world.database.forget('swap')
  const leaks = leaksIn(answer.text, JSON.stringify(body), own.caller, world.chain, trial.canaries)
  if (before !== after) return 'something of the other store has changed'
  if (leaks.length > 0) return `tells ${leaks[0]!.at} of ${leaks[0]!.of}`
  if (answer.status !== 200 || example.free?.[path.join('.')]) return undefined
  // A new record's own id may be any: it stands beside the other store's, which has not changed.
  return path.join('.') === 'id' && operation.kind === 'action' ? undefined : 'it was taken'
}

const asked = (
  trial: Trial,
  caller: Caller,
  operation: Operation,
  name: string,
  body: unknown,
): Promise<Answered> => (trial.ask ?? trial.world.ask)(caller, operation.kind, name, body)

/** Everything on record of a store and its people, as one checksum. */
async function stateOf({ database, chain }: World, key: 'B1'): Promise<string> {
  const store = chain.stores[key]
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'store_id' and data_type = 'uuid' order by 1`,
  )
  const parts = tables.map(
    ({ name }) => `select '${name}' as t, x::text as row from ${identifier(name)} x where store_id = $1`,
  )
  const people = [store.manager, ...store.associates].map((p) => p.id)
  const [found] = await database.query<{ state: string }>(
    `select md5(string_agg(t || row, '|' order by t, row)) as state from (
       ${parts.join(' union all ')} union all select 'store', x::text from store x where id = $1
       union all select 'person', x::text from person x where id = any($2::uuid[])
       union all select 'credential', x::text from credential x where person_id = any($2::uuid[])
       union all select 'appointment', x::text from appointment x where person_id = any($2::uuid[])
     ) everything`,
    [store.id, people],
  )
  return found?.state ?? ''
}

type Path = readonly string[]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function idsIn(body: unknown, schema: Schema, path: Path = []): Path[] {
  if (typeof body === 'string') return uuid.test(body) ? [path] : []
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) => idsIn(value, schema, [...path, key]))
}
function objectsIn(body: unknown, path: Path = []): Path[] {
  if (typeof body !== 'object' || body === null) return []
  const inside = Object.entries(body).flatMap(([key, value]) => objectsIn(value, [...path, key]))
  return Array.isArray(body) ? inside : [path, ...inside]
}
const at = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body)

function changed(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(body))
    return body.map((item, i) => (String(i) === key ? changed(item, rest, value) : item))
  const fields = (body ?? {}) as Record<string, unknown>
  return { ...fields, [key]: changed(fields[key], rest, value) }
}
