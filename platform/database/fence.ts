import type { Db, Fence, TransactionKind } from './database.ts'

/**
 * The second fence: tables with money or personal data carry row level security (migration 249), which reads for whom a transaction is
 * done. A superuser, and the embedded database has no other, passes every policy: his transactions for somebody work as this role.
 */
const role = 'jingwei_fenced'

/** Whether transactions for somebody must take on the role; not where the program is an ordinary role, which no policy spares. */
export async function takesRole(db: Db): Promise<boolean> {
  const [found] = await db.query<{ takes: boolean }>(
    `select exists (select from pg_roles where rolname = $1)
       and exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)) as takes`,
    [role],
  )
  return found?.takes ?? false
}

/** The statements that begin a transaction, as one message. */
export function beginOf(kind: TransactionKind = {}, asRole = false): string {
  const { often, readOnly } = kind
  const parts = [readOnly ? 'begin read only' : 'begin']
  if (often) parts.push('set local plan_cache_mode = force_generic_plan')
  return [...parts, ...fencedBy(kind, asRole)].join('; ')
}

/** What a transaction says of whom it is done for. */
function fencedBy({ fence }: TransactionKind, asRole: boolean): string[] {
  if (!fence || fence.stores === 'all') return []
  return [
    ...(asRole ? [`set local role ${role}`] : []),
    `set local jingwei.stores = '${listOf(fence.stores)}'`,
    `set local jingwei.person = '${checked(fence.person)}'`,
  ]
}

/** The same as one statement within a transaction that has begun; without a fence it lifts the one that stands. */
export const fenceWithin = (db: Db, fence: Fence | undefined, asRole: boolean): Promise<unknown> =>
  db.query(
    `select set_config('role', $1, true), set_config('jingwei.stores', $2, true), set_config('jingwei.person', $3, true)`,
    [
      fence && asRole ? role : 'none',
      fence && fence.stores !== 'all' ? listOf(fence.stores) : '',
      fence ? checked(fence.person) : '',
    ],
  )

const listOf = (stores: readonly string[]): string => `{${stores.map(checked).join(',')}}`
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** These words are part of a statement: nothing but an id may stand in them. */
function checked(id: string): string {
  if (!uuid.test(id)) throw new Error('a fence is made of ids')
  return id
}

/** Whether a fence keeps anything back. */
export const isFenced = (kind: TransactionKind | undefined): kind is TransactionKind & { fence: Fence } =>
  kind?.fence !== undefined && kind.fence.stores !== 'all'
