import type { ProblemError } from '../../../../platform/web/problem.ts'

/** What the server says of single fields, by the field's name. */
export const wrongFields = (problem: ProblemError | null): Readonly<Record<string, string>> =>
  Object.fromEntries(problem?.fields.map(({ field, message }) => [field, message]) ?? [])
