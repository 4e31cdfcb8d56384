import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '../../platform/server/door.ts'
import type { Caller } from './callers.ts'
import type { AreaSeed, PersonSeed, StoreSeed } from './chain.ts'
import type { Target } from './oracle.ts'
import { type Schema, schemaOf, simplest } from './shapes.ts'
import type { World } from './world.ts'

/** Where an example is to play: a store with its area and one of its people. */
export interface At {
  readonly store: StoreSeed
  readonly area: AreaSeed
  readonly person: PersonSeed
  /** The id itself; where the place is one that does not exist, an id that nobody has. */
  of(id: string | undefined): string
}

/**
 * A valid input of one operation, made for a place. Most are made from the shape alone; one is written by hand
 * where a record must exist first, or where an amount must add up.
 */
export interface Example<Made = unknown> {
  /** What the request is about with this input; the guard is held against it. */
  readonly about: 'company' | 'self' | 'store' | 'area' | 'person'
  /** Tells several examples of one operation apart. */
  readonly label?: string
  /** What has to be on record first, done through the door by those who may. */
  setUp?(world: World, at: At): Promise<Made>
  /** What the caller himself does before; where he may not, it is refused and nothing happens. */
  before?(world: World, at: At, caller: Caller, made: Made): Promise<unknown>
  input(world: World, at: At, caller: Caller, made: Made): unknown
  /** Only tried where this holds: a record that other places cannot have. */
  where?(at: At, world: World): boolean
  /** Where the guard has a rule of its own for this caller. */
  target?(at: At, caller: Caller, usual: Target): Target
  /** Positions that may ask and yet never succeed, each with the reason. */
  readonly never?: Readonly<Record<string, string>>
  /** What of other stores may be told all the same, by where it is kept ('person'), each with the reason. */
  readonly shows?: Readonly<Record<string, string>>
  /** Fields of the answer that are drawn anew each time. */
  readonly anew?: readonly string[]
  /** Why doing this in one place changes what others see of theirs. */
  readonly spills?: string
  /** Objects of the body that may carry fields the shape does not name, each with the reason. */
  readonly open?: Readonly<Record<string, string>>
  /** Fields whose id may be another store's and still be taken, each with the reason. */
  readonly free?: Readonly<Record<string, string>>
}
export type Examples = Readonly<Record<string, Example | readonly Example[]>>

/** Keeps the type of what `setUp` makes between the parts of one example. */
export const example = <Made>(made: Example<Made>): Example => made as Example

const folder = join(import.meta.dirname, 'examples')

/** Hand-made examples of all areas, each in its own file under `examples/`. */
export async function readExamples(): Promise<Examples> {
  const all: Record<string, Example | readonly Example[]> = {}
  for (const file of readdirSync(folder).sort()) {
    const { examples } = (await import(join(folder, file))) as { examples: Examples }
    for (const [name, made] of Object.entries(examples)) {
      if (all[name]) throw new Error(`two files have examples of ${name}`)
      all[name] = made
    }
  }
  return all
}

/** The examples of an operation: by hand where there are any, else from its shape. */
export function examplesOf(name: string, operation: Operation, byHand: Examples): readonly Example[] {
  const made = byHand[name]
  if (made) return Array.isArray(made) ? made : [made as Example]
  const schema = schemaOf(operation.input)
  const has = (field: string): 'required' | 'optional' | 'no' => {
    if (schema.required?.includes(field)) return 'required'
    return schema.properties?.[field] ? 'optional' : 'no'
  }
  const [store, area] = [has('store'), has('area')]
  const isOwn = typeof operation.who === 'object' && Object.values(operation.who).every((r) => r === 'own')
  if (isOwn && store === 'no' && area === 'no') return [fromShape('self', schema, {})]
  if (store === 'required') return [fromShape('store', schema, { store: true })]
  if (area === 'required') return [fromShape('area', schema, { area: true })]
  if (has('person') === 'required') return [fromShape('person', schema, { person: true })]
  // A list of everybody's own part takes a store or an area as a filter only, unless it says that it is about it.
  if (typeof operation.about !== 'function') return [fromShape('company', schema, {})]
  return [
    fromShape('company', schema, {}),
    ...(store === 'optional' ? [fromShape('store', schema, { store: true })] : []),
    ...(area === 'optional' ? [fromShape('area', schema, { area: true })] : []),
  ]
}

const fromShape = (
  about: Example['about'],
  schema: Schema,
  named: { store?: boolean; area?: boolean; person?: boolean },
): Example => ({
  about,
  label: about,
  input: (_world, at) =>
    simplest(schema, {
      ...(named.store && { store: at.store.id }),
      ...(named.area && { area: at.area.id }),
      ...(named.person && { person: at.person.id }),
    }),
})
