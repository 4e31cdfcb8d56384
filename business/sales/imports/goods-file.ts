import type { Db } from '../../../platform/database/database.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import { type Day, isDay } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { type ReadRow, readGoods, readRow } from '../../goods/intake/read.ts'
import type { GoodsIntake, GoodsRow, Unreadable } from '../../goods/intake/shape.ts'
import { findKnownGoods } from '../../goods/intake/tables.ts'
import { type ListOptions, type ListRead, totalsOf } from './list-file.ts'
import { parseMoment } from './rules/dates.ts'
import { parseDecimal, rounded } from './rules/decimals.ts'
import type { ReadPlan } from './rules/plan.ts'
import { splitCode } from './rules/split.ts'
import { isListTotal } from './rules/total-row.ts'
import type { Field } from './shape.ts'
import { eachRow } from './ticket-file.ts'

/** A price beyond a hundred million yuan is a slip. */
const dearest = 10_000_000_000n

/** A dictionary of goods as the books would take it: every row read by itself, then style by style. */
export async function readGoodsList(
  db: Db,
  options: ListOptions,
): Promise<ListRead<GoodsIntake> | Refusal<FileRefusalWhy>> {
  const { plan, today } = options
  const cells = new Map<number, readonly string[]>()
  const totalRows: number[] = []
  const rows: (ReadRow | { row: number; refusal: Exclude<ReturnType<typeof readRow>, ReadRow> })[] = []
  const info = await eachRow(options, (row) => {
    if (isListTotal(row.cells, (field) => plan.cell(row.cells, field))) {
      totalRows.push(row.number)
      cells.set(row.number, row.cells)
      return
    }
    const read = readRow(goodsRow(plan, row.number, row.cells))
    if (isRefusal(read)) rows.push({ row: row.number, refusal: read as never })
    else rows.push(read as ReadRow)
    cells.set(row.number, row.cells)
  })
  if (isRefusal(info)) return info as Refusal<FileRefusalWhy>
  const good = rows.filter((r): r is ReadRow => !('refusal' in r))
  const known = await findKnownGoods(
    db,
    [...new Set(good.map((r) => r.key))],
    [...new Set(good.flatMap((r) => r.piece?.barcode ?? []))],
    today,
  )
  const { fixed } = plan.settings
  const defaults = {
    launchedOn: fixed.launchedOn && isDay(fixed.launchedOn) ? fixed.launchedOn : today,
    category: fixed.category ?? unsorted,
    season: fixed.season ?? everySeason,
  }
  const intake = readGoods(rows, known, defaults, today, newId)
  const read = { rows, cells, totalRows }
  return { cells, totalRows, intake, totals: totalsOf(read, intake) }
}
/** Where goods stand whose file says no category or season. */
export const unsorted = '未分类'
export const everySeason = '四季'

function goodsRow(plan: ReadPlan, row: number, cells: readonly string[]): GoodsRow {
  const cell = (field: Field): string => plan.cell(cells, field)
  const cut = plan.split && splitCode(plan.split.rule, cells[plan.split.column] ?? '')
  return {
    row,
    style: cell('style') || (cut?.style ?? ''),
    name: cell('name'),
    nameEn: cell('nameEn'),
    brand: cell('brand'),
    category: cell('category'),
    season: cell('season') || [cut?.year, cut?.season].filter(Boolean).join(''),
    wave: cell('wave'),
    color: cell('color') || (cut?.color ?? ''),
    size: cell('size') || (cut?.size ?? ''),
    barcode: cell('barcode'),
    launchedOn: dayOf(plan, cell('launchedOn')),
    tagPrice: amountOf(plan, cell, 'tagPrice'),
    cost: amountOf(plan, cell, 'cost'),
  }
}
function dayOf(plan: ReadPlan, text: string): Day | undefined | Unreadable {
  if (text === '') return undefined
  const day = parseMoment(text, plan.orders.launchedOn ?? 'ymd', plan.epoch)?.day
  return day === undefined ? { unreadable: text } : (day as Day)
}
function amountOf(
  plan: ReadPlan,
  cell: (field: Field) => string,
  field: 'tagPrice' | 'cost',
): Money | undefined | Unreadable {
  const text = cell(field)
  if (text === '') return undefined
  const amount = parseDecimal(text, plan.numberStyles[field] ?? 'point')
  if (amount === undefined) return { unreadable: text }
  const inCents = rounded(amount, 2)
  return inCents < 0n || inCents > dearest ? { unreadable: text } : cents(Number(inCents))
}
