import type { Random } from '../../demo/random.ts'
import type { Schema } from '../permissions/shapes.ts'
import { nasty } from './nasty.ts'

type Path = readonly string[]

/** A valid body with one or two things wrong with it, the same ones for the same draw. */
export function mutated(body: unknown, schema: Schema, random: Random): unknown {
  const spots = [...spotsOf(body, []), ...fieldsOf(schema).map((field) => [field])]
  let made = body
  for (let i = 0; i < (random.chance(0.2) ? 2 : 1); i++) made = changed(made, random.pick(spots), random)
  return made
}

function changed(body: unknown, spot: Path, random: Random): unknown {
  const how = random.next()
  if (spot.length === 0 || how < 0.02) return random.pick(nasty)
  if (how < 0.1) return at(body, spot, gone)
  if (how < 0.16) return at(body, [...spot.slice(0, -1), 'surplus'], random.pick(nasty))
  if (how < 0.22) return at(body, spot, (value: unknown) => [value])
  if (how < 0.28) return at(body, spot, (value: unknown) => ({ value }))
  if (how < 0.36) return at(body, spot, nearby(random))
  return at(body, spot, random.pick(nasty))
}

const gone = Symbol('gone')
/** Still of its type, and just beside what was right. */
const nearby =
  (random: Random) =>
  (value: unknown): unknown => {
    if (typeof value === 'number') return random.pick([-value, value + 1, value * 1_000_000, value / 3])
    if (typeof value === 'string')
      return random.pick([`${value} `, value.toUpperCase(), value.slice(1), value + value])
    if (Array.isArray(value))
      return random.pick([[...value, ...value], [], Array(400).fill(value[0] ?? null)])
    return value === true ? 'true' : [value]
  }

function at(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return typeof value === 'function' ? (value as (v: unknown) => unknown)(body) : value
  if (Array.isArray(body)) {
    const index = Number(key)
    return body.flatMap((item, i) => {
      if (i !== index) return [item]
      const next = at(item, rest, value)
      return next === gone ? [] : [next]
    })
  }
  if (typeof body !== 'object' || body === null)
    return value === gone ? body : { [key]: at(undefined, rest, value) }
  const { [key]: before, ...others } = body as Record<string, unknown>
  const next = at(before, rest, value)
  return next === gone ? others : { ...others, [key]: next }
}

/** Every place in a body, the body itself too. */
function spotsOf(body: unknown, path: Path): Path[] {
  if (typeof body !== 'object' || body === null) return [path]
  // Of a long list a few stand for all.
  const entries = Object.entries(body).slice(0, 12)
  return [path, ...entries.flatMap(([key, value]) => spotsOf(value, [...path, key]))]
}

const fieldsOf = (schema: Schema): readonly string[] => Object.keys(schema.properties ?? {})
