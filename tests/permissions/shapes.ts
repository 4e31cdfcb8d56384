import { z } from 'zod'
import { newId } from '../../platform/kinds/id.ts'
import { today } from './chain.ts'
import { month } from './trade.ts'

/** JSON Schema, as far as inputs use it. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly pattern?: string
  readonly default?: unknown
}

/** The same schema that the description of the interface shows. */
export const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema

/** What a field of this name means, where its type alone does not say it. */
const known: Readonly<Record<string, () => unknown>> = {
  id: newId,
  day: () => today,
  on: () => today,
  from: () => today,
  to: () => today,
  month: () => month,
  year: () => 2026,
  text: () => 'a',
}

/** A value that satisfies the schema: required fields only, each as plain as it can be. `given` stands first. */
export function simplest(schema: Schema, given: Readonly<Record<string, unknown>> = {}, name = ''): unknown {
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one) return simplest(one, given, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.properties || schema.type === 'object') {
    const made: Record<string, unknown> = {}
    for (const field of schema.required ?? []) {
      if (!(field in given)) made[field] = simplest(schema.properties?.[field] ?? {}, {}, field)
    }
    return { ...made, ...given }
  }
  if (schema.format === 'uuid') return newId()
  if (name in known) return known[name]!()
  switch (schema.type) {
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => simplest(schema.items ?? {}, {}, name))
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      if (schema.format === 'date') return today
      return '例'.repeat(Math.min(Math.max(2, schema.minLength ?? 2), schema.maxLength ?? 100))
  }
}
