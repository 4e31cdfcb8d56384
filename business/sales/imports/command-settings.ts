import type { Day } from '../../../platform/kinds/day.ts'
import {
  type CurrencyAnswer,
  type DateOrder,
  dateOrders,
  fieldsOf,
  fixable,
  type ImportKind,
  type ImportSettings,
  importKinds,
  settingsShape,
} from './shape.ts'

/** The options of `jingwei import` as they were typed. */
export interface Options {
  as?: string
  sheet?: string
  store?: string
  addUp?: boolean
  createMissing?: boolean
  map: string[]
  set: string[]
  storeIs: string[]
  split?: string
  dateOrder?: string
  rate: string[]
  rejectCurrency: string[]
  rejected?: string
  language: string
  dryRun?: boolean
  json?: boolean
}
/** What was typed → how the file is to be read. `today`: the day of a rate that names none. */
export function settingsOf(options: Options, today: Day): Partial<ImportSettings> {
  const kind = options.as
  if (kind !== undefined && !importKinds.includes(kind as ImportKind))
    throw new Error(`--as: ${importKinds.join(' | ')}`)
  const order = options.dateOrder
  if (order !== undefined && !dateOrders.includes(order as DateOrder))
    throw new Error(`--date-order: ${dateOrders.join(' | ')}`)
  const fields = new Set<string>(
    kind ? fieldsOf[kind as ImportKind] : importKinds.flatMap((k) => [...fieldsOf[k]]),
  )
  const columns: Record<string, string> = {}
  for (const pair of options.map) {
    const [column, field] = cut(pair, '--map column=field', 'last')
    if (!fields.has(field)) throw new Error(`--map: no field ${field}; there are: ${[...fields].join(', ')}`)
    columns[field] = column
  }
  const fixed: Record<string, string> = options.store === undefined ? {} : { store: options.store }
  for (const pair of options.set) {
    const [field, value] = cut(pair, '--set field=value', 'first')
    if (!(fixable as readonly string[]).includes(field)) throw new Error(`--set: ${fixable.join(', ')}`)
    fixed[field] = value
  }
  const currencies: Record<string, CurrencyAnswer> = {}
  for (const pair of options.rate) {
    const [currency, said] = cut(pair, '--rate USD=7.13', 'first')
    const [rate = '', day = today] = said.split('@')
    currencies[currency.toUpperCase()] = { rate, day }
  }
  for (const currency of options.rejectCurrency) currencies[currency.toUpperCase()] = { reject: true }
  const split =
    options.split === undefined ? undefined : cut(options.split, '--split column=template', 'first')
  return {
    ...(kind ? { kind: kind as ImportKind } : {}),
    ...(options.sheet ? { sheet: options.sheet } : {}),
    ...(options.addUp ? { addUpDays: true } : {}),
    ...(options.createMissing ? { createMissing: true } : {}),
    ...(order ? { dateOrder: order as DateOrder } : {}),
    ...(split ? { split: { column: split[0], template: split[1] } } : {}),
    columns,
    fixed,
    storeNames: Object.fromEntries(options.storeIs.map((pair) => cut(pair, '--store-is text=code', 'last'))),
    ...(Object.keys(currencies).length > 0 ? { currencies: answersOf(currencies) } : {}),
  }
}

function answersOf(typed: Record<string, CurrencyAnswer>): ImportSettings['currencies'] {
  const read = settingsShape.shape.currencies.safeParse(typed)
  if (!read.success) throw new Error('--rate: USD=7.13 or USD=7.13@2026-01-31')
  return read.data
}

function cut(pair: string, form: string, at: 'first' | 'last'): [string, string] {
  const place = at === 'first' ? pair.indexOf('=') : pair.lastIndexOf('=')
  if (place < 1) throw new Error(`${form}: ${pair}`)
  return [pair.slice(0, place).trim(), pair.slice(place + 1).trim()]
}
