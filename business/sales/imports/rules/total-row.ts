import type { Field } from '../shape.ts'

/** What a file calls its own sums: 合计, 小计, 总计, Total, Grand total, also spaced out, with a colon or wide letters. */
const sumLabel = /^(合计|总计|小计|累计|总合计|本页合计|(grand|sub)?-?totals?|sum)[::]?$/i
const saysSum = (text: string): boolean => sumLabel.test(text.normalize('NFKC').replace(/\s+/g, ''))

/**
 * A row that sums up others. Booked, it would count every sale twice, and its label would become a store. The label
 * stands where a row names its store, day or ticket, or at the very front of a row that has no day; elsewhere it may be
 * the name of an article.
 */
export function isTotalRow(cells: readonly string[], cell: (field: Field) => string): boolean {
  if ((['store', 'day', 'ticketNo'] as const).some((field) => saysSum(cell(field)))) return true
  return cell('day') === '' && saysSum(cells.find((text) => text.trim() !== '') ?? '')
}
