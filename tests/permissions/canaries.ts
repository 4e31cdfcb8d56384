import { identifier } from '../../platform/database/catalogue.ts'
import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { type Caller, reachOf } from './callers.ts'
import type { AreaKey, Chain, StoreKey } from './chain.ts'

/**
 * What is on record of one store and of no other, gathered from every table that is kept by store: ids, amounts,
 * texts, people. A table that is added tomorrow is read like the rest.
 */
export interface Canaries {
  readonly ids: ReadonlyMap<string, Planted>
  readonly amounts: ReadonlyMap<number, Planted>
  readonly texts: readonly (readonly [text: string, planted: Planted])[]
}
/** A store, an area or the company itself. */
export type PlaceKey = StoreKey | AreaKey | 'company'
export interface Planted {
  readonly of: PlaceKey
  /** Where it was found: 'ticket.note'. */
  readonly at: string
}

const shortestText = 4
const smallestAmount = 100_000

export async function gatherCanaries(db: Db, chain: Chain): Promise<Canaries> {
  const keyOf = new Map(Object.values(chain.stores).map((s) => [s.id, s.key]))
  const found = new Map<string, { kind: string; at: string; places: Set<PlaceKey> }>()
  const add = (kind: string, value: string, at: string, of: PlaceKey): void => {
    const known = found.get(`${kind} ${value}`) ?? { kind, at, places: new Set<PlaceKey>() }
    known.places.add(of)
    found.set(`${kind} ${value}`, known)
  }
  const known = namesOf(chain)
  const people = await db.query<{ id: string }>('select id from person')
  const named = new Set([...known.keys(), ...people.map((p) => p.id)])
  for (const { table, column, type } of await columnsByStore(db)) {
    const rows = await db.query<{ store: string; value: string }>(
      `select distinct store_id as store, ${identifier(column)}::text as value from ${identifier(table)}
       where ${identifier(column)} is not null and store_id = any($1::uuid[])`,
      [[...keyOf.keys()]],
    )
    for (const { store, value } of rows)
      if (!named.has(value)) add(type, value, `${table}.${column}`, keyOf.get(store)!)
  }
  for (const [value, { at, of, kind }] of known) add(kind, value, at, of)
  for (const row of await aboveStores(db)) {
    const area = Object.values(chain.areas).find((a) => a.id === row.place)
    add(row.kind, row.value, row.at, area?.key ?? 'company')
  }
  const own = [...found].flatMap(([key, { kind, at, places }]) =>
    places.size === 1
      ? [{ kind, value: key.slice(kind.length + 1), planted: { at, of: [...places][0]! } }]
      : [],
  )
  const of = (kind: string) => own.filter((c) => c.kind === kind)
  return {
    ids: new Map(of('uuid').map((c) => [c.value, c.planted])),
    amounts: new Map(
      of('bigint').flatMap((c) => (Number(c.value) >= smallestAmount ? [[Number(c.value), c.planted]] : [])),
    ),
    texts: of('text').flatMap((c) => (c.value.length >= shortestText ? [[c.value, c.planted] as const] : [])),
  }
}

/** Stores and their people. Who stands or stood in elsewhere is known there, too. */
function namesOf(chain: Chain): Map<string, Planted & { kind: string }> {
  const names = new Map<string, Planted & { kind: string }>()
  for (const { key: of, id, code, name, manager, associates } of Object.values(chain.stores)) {
    names.set(id, { kind: 'uuid', at: 'store.id', of })
    names.set(code, { kind: 'text', at: 'store.code', of })
    names.set(name, { kind: 'text', at: 'store.name', of })
    for (const person of [manager, associates[0]]) {
      names.set(person.id, { kind: 'uuid', at: 'person.id', of })
      names.set(person.name, { kind: 'text', at: 'person.name', of })
      names.set(person.jobNumber, { kind: 'text', at: 'person.jobNumber', of })
      names.set(person.phone, { kind: 'text', at: 'person.phone', of })
    }
  }
  return names
}

/** What is kept of areas and of the company: plans, and duties of their seats. */
const aboveStores = (db: Db): Promise<{ place: string; kind: string; value: string; at: string }[]> =>
  db.query(
    `select scope_id as place, 'uuid' as kind, id::text as value, 'target_version.id' as at from target_version
     union all select scope_id, 'bigint', total::text, 'target_version.total' from target_version
     union all select seat_id, 'uuid', id::text, 'duty_instance.id' from duty_instance where store_id = $1`,
    [companyWide],
  )

/** Columns of tables kept by store that may tell one store from another. */
export const columnsByStore = (db: Db): Promise<{ table: string; column: string; type: string }[]> =>
  db.query(
    `select c.table_name as "table", c.column_name as "column", c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name <> 'store_id'
       and c.data_type in ('uuid', 'text', 'bigint') and exists (
         select 1 from information_schema.columns s where s.table_schema = c.table_schema
           and s.table_name = c.table_name and s.column_name = 'store_id' and s.data_type = 'uuid')
     order by 1, 2`,
  )

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const number = /(?<![\w.-])\d{6,15}(?![\w.])/g
const yuan = /(?<![\w-])\d{1,3}(?:,?\d{3})+\.\d\d(?!\d)/g

/** What an answer tells of stores that the caller does not reach. `asked`: what he put into the request himself. */
export function leaksIn(
  text: string,
  asked: string,
  caller: Caller,
  chain: Chain,
  canaries: Canaries,
): readonly (Planted & { readonly value: string })[] {
  const reach: ReadonlySet<PlaceKey> | undefined = caller.absent ? new Set() : reachOf(caller, chain)
  if (!reach || text === '') return []
  const leaks = new Map<string, Planted>()
  const { id, name, jobNumber, phone } = caller.person ?? {}
  const self = new Set([id, name, jobNumber, phone])
  const see = (value: string, planted: Planted | undefined): void => {
    if (planted && !reach.has(planted.of) && !asked.includes(value) && !self.has(value))
      leaks.set(value, planted)
  }
  for (const [id] of text.matchAll(uuid)) see(id, canaries.ids.get(id))
  for (const [digits] of text.matchAll(number)) see(digits, canaries.amounts.get(Number(digits)))
  for (const [amount] of text.matchAll(yuan)) {
    const cents = Number(amount.replace(/[,.]/g, ''))
    see(String(cents), canaries.amounts.get(cents))
  }
  for (const [value, planted] of canaries.texts) if (text.includes(value)) see(value, planted)
  return [...leaks].map(([value, planted]) => ({ value, ...planted }))
}
