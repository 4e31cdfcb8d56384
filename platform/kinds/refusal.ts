/**
 * A refusal is an answer: a rule's no, with a literal `why` and the facts that its sentence needs.
 * The sentence itself stands in the area's words.ts. Faults are thrown, refusals are returned.
 */
export interface Refusal<Why extends string = string> {
  readonly refused: Why
  readonly facts: Readonly<Record<string, unknown>>
  /** The input field to mend, where there is one: 'lines.0.price'. */
  readonly field?: string
}

export function refuse<const Why extends string>(
  why: Why,
  facts: Readonly<Record<string, unknown>> = {},
  field?: string,
): Refusal<Why> {
  return field === undefined ? { refused: why, facts } : { refused: why, facts, field }
}

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && 'facts' in answer
