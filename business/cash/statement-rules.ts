import { parse } from 'csv-parse/sync'
import { type Day, isDay } from '../../platform/kinds/day.ts'
import { type Money, parseMoney } from '../../platform/kinds/money.ts'
import type { StatementTender } from './shape.ts'

/** A row of a statement as it can be entered; `store` as it is written there. */
export interface StatementRow {
  readonly row: number
  readonly store: string
  readonly tender: StatementTender
  readonly day: Day
  readonly amount: Money
  readonly reference: string | null
}
export type RowRefusal = 'rowStore' | 'rowDay' | 'rowAmount' | 'rowTender'
export interface RejectedRow {
  readonly row: number
  readonly why: RowRefusal
  readonly text: string
}
export const mostRows = 5_000

const headings = {
  store: /^(店铺|门店|店号|店铺编码|store|shop)/i,
  day: /^(日期|交易日|入账日|记账日|date|day|value date)/i,
  amount: /^(金额|入账金额|交易金额|贷方|收入|amount|credit)/i,
  tender: /^(方式|渠道|收款方式|类型|tender|channel|type)/i,
  reference: /^(参考|流水|凭证|单号|备注|摘要|reference|slip|ref)/i,
} as const
type Column = keyof typeof headings

const tenderWords: readonly (readonly [RegExp, StatementTender])[] = [
  [/^(现金|缴存|存款|cash|deposit)/i, 'cash'],
  [/^(银行卡|刷卡|银联|card|pos)/i, 'card'],
  [/^(微信|wechat|weixin)/i, 'wechat'],
  [/^(支付宝|alipay)/i, 'alipay'],
  [/^(商场|mall)/i, 'mallTill'],
]

/**
 * Reads what was copied from a sheet or a CSV file: the first row names its columns in either language, in any order.
 * Store, day and amount must be there; without a column for it, it is cash. Undefined where the columns cannot be told.
 */
export function readStatement(
  text: string,
): { readonly rows: readonly StatementRow[]; readonly rejected: readonly RejectedRow[] } | undefined {
  const table = tableOf(text)
  const columns = columnsOf(table[0] ?? [])
  if (columns.store === undefined || columns.day === undefined || columns.amount === undefined)
    return undefined
  const rows: StatementRow[] = []
  const rejected: RejectedRow[] = []
  for (const [i, cells] of table.slice(1, mostRows + 1).entries()) {
    const read = rowOf(cells, columns, i + 2)
    if (typeof read === 'string') rejected.push({ row: i + 2, why: read, text: cells.join(' ').slice(0, 80) })
    else rows.push(read)
  }
  return { rows, rejected }
}

function tableOf(text: string): string[][] {
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ','
  return parse(text.replaceAll('，', ','), {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as string[][]
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  for (const [i, cell] of cells.entries())
    for (const name of Object.keys(headings) as Column[])
      if (found[name] === undefined && headings[name].test(cell.trim())) {
        found[name] = i
        break
      }
  return found
}

function rowOf(
  cells: readonly string[],
  columns: Partial<Record<Column, number>>,
  row: number,
): StatementRow | RowRefusal {
  const cell = (name: Column): string =>
    columns[name] === undefined ? '' : (cells[columns[name]] ?? '').trim()
  const store = cell('store')
  if (!store) return 'rowStore'
  const day = dayFrom(cell('day'))
  if (!day) return 'rowDay'
  const amount = parseMoney(cell('amount'))
  if (amount === undefined || amount <= 0) return 'rowAmount'
  const said = cell('tender')
  const tender = said ? tenderWords.find(([pattern]) => pattern.test(said))?.[1] : 'cash'
  if (!tender) return 'rowTender'
  return { row, store, day, amount, tender, reference: cell('reference').slice(0, 60) || null }
}

/** 2026-11-03, 2026/11/3, 20261103 or 2026年11月3日; a time after it is left out. */
function dayFrom(text: string): Day | undefined {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(text.normalize('NFKC'))
  if (!match) return undefined
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
