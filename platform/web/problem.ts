/** The body of an `application/problem+json` reply (RFC 9457) as this house sends it. */
export interface Problem {
  type?: string
  title?: string
  status: number
  /** The sentence for the reader, in the reader's language. */
  detail?: string
  why?: string
  facts?: Record<string, unknown>
  field?: string
  fields?: { field: string; message: string }[]
}

/** A refusal of the server, or a network that did not carry the question; `message` is fit to be shown. */
export class ProblemError extends Error {
  readonly status: number
  readonly why: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields: readonly { field: string; message: string }[]

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status))
    this.name = 'ProblemError'
    this.status = problem.status
    this.why = problem.why ?? ''
    this.facts = problem.facts ?? {}
    const own = problem.field === undefined ? [] : [{ field: problem.field, message: this.message }]
    this.fields = problem.fields ?? own
  }

  /** No answer came back: nothing is known to have happened, and asking again with the same key is safe. */
  get isNetwork(): boolean {
    return this.status === 0 && !this.isWaiting
  }
  /** It lies safely on this phone and goes out by itself when the network is back. */
  get isWaiting(): boolean {
    return this.why === 'waiting'
  }
  /** The house is full just now and did nothing; asking again with the same key is safe. */
  get isBusy(): boolean {
    return this.status === 429 || (this.status === 503 && this.why === 'busy')
  }
  get isSignedOut(): boolean {
    return this.status === 401
  }
}

export const asProblem = (fault: unknown): ProblemError =>
  fault instanceof ProblemError
    ? fault
    : new ProblemError({ status: 500, detail: fault instanceof Error ? fault.message : String(fault) })

/**
 * For antd's `form.setFields(fieldErrors(problem))`: 'lines.0.price' becomes ['lines', 0, 'price'].
 * What names no field belongs above the form: see `<FormProblem>`.
 */
export function fieldErrors(problem: ProblemError): { name: (string | number)[]; errors: string[] }[] {
  const byField = new Map<string, string[]>()
  for (const { field, message } of problem.fields)
    byField.set(field, [...(byField.get(field) ?? []), message])
  return [...byField].map(([field, errors]) => ({ name: pathOf(field), errors }))
}

const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** What the server says of single fields, by the field's name; those of a list by their place: 'things.0'. */
export const wrongFields = (problem: ProblemError | null): Readonly<Record<string, string>> =>
  Object.fromEntries(problem?.fields.map(({ field, message }) => [field, message]) ?? [])
