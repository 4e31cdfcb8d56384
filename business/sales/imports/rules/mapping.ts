import { type Field, fieldsOf, type ImportKind, importKinds } from '../shape.ts'
import { dateOrderOf } from './dates.ts'
import { namesOf } from './dictionary.ts'
import { normalHeader } from './headers.ts'
import type { ColumnProfile } from './profile.ts'

export interface Suggestion {
  readonly kind: ImportKind
  readonly columns: Partial<Record<Field, string>>
}

/** Fields whose values must be numbers, days or clock times for a column to be taken for them. */
const numeric = new Set<Field>([
  'quantity',
  'unitPrice',
  'tagPrice',
  'tagAmount',
  'discountRate',
  'priceRealization',
  'discountAmount',
  'amount',
  'ticketTotal',
  'netSales',
  'tickets',
  'units',
  'traffic',
  'tryOns',
  'sellingArea',
  'cost',
])
const dated = new Set<Field>(['day', 'openedOn', 'closedOn', 'hiredOn', 'leftOn', 'launchedOn'])

/**
 * What the columns of a file most likely are. Names decide first, the surest name of a field winning; a column
 * whose values cannot be what its name says is passed over; a missing day is then looked for by its values alone.
 */
export function suggest(columns: readonly ColumnProfile[], kind = likelyKind(columns)): Suggestion {
  return { kind, columns: suggestColumns(columns, kind) }
}

export function suggestColumns(
  columns: readonly ColumnProfile[],
  kind: ImportKind,
): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {}
  const taken = new Set<string>()
  const claims: { field: Field; column: ColumnProfile; rank: number; order: number }[] = []
  fieldsOf[kind].forEach((field, order) => {
    const names = namesOf(kind, field)
    for (const column of columns) {
      const header = normalHeader(column.header)
      // A number that names something is no amount of it: sales_channel_id, 销售渠道编号.
      const isOther = isNameOfItsOwn(header) || (numeric.has(field) && isIdentifier(column.header))
      const rank = names.get(header) ?? (isOther ? undefined : rankInside(names, header))
      if (rank !== undefined && fits(field, column)) claims.push({ field, column, rank, order })
    }
  })
  claims.sort((a, b) => a.rank - b.rank || a.order - b.order)
  // A field first gets its best free name; what is left over goes to the fields that still have none.
  for (const { field, column } of claims) {
    if (found[field] !== undefined || taken.has(column.key)) continue
    found[field] = column.key
    taken.add(column.key)
  }
  if (fieldsOf[kind].includes('day' as never) && found['day' as Field] === undefined) {
    const dates = columns.filter((c) => !taken.has(c.key) && looksLikeDays(c))
    if (dates.length === 1) found.day = dates[0]!.key
  }
  return found
}

/** A file with a product or ticket and a quantity or amount is ticket lines; a day and sales alone are store days. */
export function likelyKind(columns: readonly ColumnProfile[]): ImportKind {
  const has = Object.fromEntries(importKinds.map((k) => [k, suggestColumns(columns, k)])) as Record<
    ImportKind,
    Partial<Record<Field, string>>
  >
  const line = has.ticketLines
  const names = line.ticketNo ?? line.code ?? line.style ?? line.name
  if (names && (line.quantity ?? line.amount) && (line.day ?? line.ticketNo ?? line.quantity))
    return 'ticketLines'
  // Articles with their sizes and prices, and nothing that was sold of them.
  const goods = has.goods
  const described = goods.barcode ?? goods.size ?? goods.category ?? goods.season
  const priced = goods.tagPrice ?? goods.cost ?? goods.barcode
  const day = goods.launchedOn === line.day ? undefined : line.day
  const sold = day ?? line.ticketNo ?? line.amount ?? line.quantity ?? line.store
  if (goods.style && described && priced && !sold) return 'goods'
  if (has.storeDays.day && has.storeDays.netSales) return 'storeDays'
  if (
    has.people.jobNumber &&
    has.people.name &&
    (has.people.position ?? has.people.hiredOn ?? has.people.store)
  )
    return 'people'
  if (has.stores.code || has.stores.name) return 'stores'
  return 'ticketLines'
}

/** 小票数 is a name itself, so it is not a 小票 with something behind it. */
const isNameOfItsOwn = (header: string): boolean =>
  importKinds.some((kind) => fieldsOf[kind].some((field) => namesOf(kind, field).has(header)))

function isIdentifier(header: string): boolean {
  const plain = header.normalize('NFKC').trim()
  // storeID is one, "Amount Paid" is none.
  return /(^|[\s_\-.])(id|no|key|code)$|编号|编码|代码|[码号]$/i.test(plain) || /[a-z]I[Dd]$/.test(plain)
}

/** A header that only contains a name ("门店名称新") counts less than any that is one. */
function rankInside(names: ReadonlyMap<string, number>, header: string): number | undefined {
  for (const [name, rank] of names)
    if (name.length >= (isLatin(name) ? 5 : 2) && header.includes(name)) return 1000 + rank
  return undefined
}

function fits(field: Field, column: ColumnProfile): boolean {
  if (column.filled === 0) return true
  if (numeric.has(field)) {
    if (column.numbers < column.filled * 0.6) return false
    if (field === 'discountRate') return column.largest <= 1 && column.smallest >= 0
    if (field === 'priceRealization') return column.largest <= 10 && column.smallest >= 0
    return true
  }
  if (dated.has(field)) return looksLikeDays(column)
  if (field === 'time') return column.clocks >= column.filled * 0.6
  return true
}
const looksLikeDays = (column: ColumnProfile): boolean => {
  const { dates, filled } = column.dateEvidence
  return filled > 0 && dates >= filled * 0.6
}
const isLatin = (name: string): boolean => /^[a-z%]+$/.test(name)

/** The order of day and month that a column shows, and whether somebody must say it. */
export const orderOf = (column: ColumnProfile) => dateOrderOf(column.dateEvidence)
