/** What the database itself said no to, the same on both engines. `code` is the SQLSTATE. */
export class SqlFault extends Error {
  override readonly name = 'SqlFault'
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined
  readonly detail: string | undefined
  /** The statement, without its values: values may be personal. */
  readonly sql: string

  constructor(from: SqlFields, sql: string, options?: ErrorOptions) {
    super(`${from.message} [${from.code ?? 'unknown'}]`, options)
    this.code = from.code ?? 'unknown'
    this.constraint = from.constraint
    this.table = from.table
    this.column = from.column
    this.detail = from.detail
    this.sql = sql
  }
}

export interface SqlFields {
  readonly message: string
  readonly code?: string | undefined
  readonly constraint?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
  readonly detail?: string | undefined
}

/** The engine or the line to it failed: whether the last write landed is not known. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
}

const violations = {
  unique: '23505',
  foreignKey: '23503',
  check: '23514',
  notNull: '23502',
  readOnly: '25006',
} as const

/** `isViolation(error, 'unique', 'stores_code_key')`: was it this rule of the schema that refused? */
export const isViolation = (
  error: unknown,
  kind: keyof typeof violations,
  constraint?: string,
): error is SqlFault =>
  error instanceof SqlFault &&
  error.code === violations[kind] &&
  (constraint === undefined || error.constraint === constraint)

/** A prepared statement that the schema has outgrown, or that the connection no longer knows. */
export const isStalePlan = (code: string | undefined, message: string): boolean =>
  code === '26000' || (code === '0A000' && message.includes('cached plan'))
