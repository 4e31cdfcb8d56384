import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'

export type InstanceRefusal = Refusal<'instanceUnknown' | 'instanceBroken' | 'ruleUnknown' | 'nameUnknown'>

/** Thrown inside the readers and answered by `readInstance`. */
export class InstanceFault extends Error {
  readonly refusal: InstanceRefusal
  constructor(refusal: InstanceRefusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** An index by name, or a refusal that tells the name. */
export function indexIn(names: readonly string[], name: string, what: string): number {
  const at = names.indexOf(name)
  if (at === -1) throw new InstanceFault(refuse('nameUnknown', { what, name }))
  return at
}

export function numberIn(text: string | undefined, what: string): number {
  const number = Number(text)
  if (text === undefined || text.trim() === '' || !Number.isFinite(number))
    throw new InstanceFault(refuse('instanceBroken', { detail: `${what}: ${text ?? 'missing'}` }))
  return number
}
