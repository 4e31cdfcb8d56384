import type { Field } from '../shape.ts'

const units =
  '笔|行|条|件|张|家店?|人|名|位|店|单|天|日|个|项|rows?|lines?|items?|pieces?|tickets?|stores?|people|records?'
/**
 * What a file calls its own sums: 合计, 小计, 总计, Total, Grand total, also spaced out, with a colon or wide letters; with the
 * count of what it sums: 合计 3 笔, 小计(12 行), Total: 35 stores, 合计：共 3 家店. A bare number behind a Latin word is a name.
 */
const sumLabel = new RegExp(
  `^(?:(?:合计|总计|小计|累计|总合计|本页合计|本页小计)(?:[:(]?共?\\d[\\d,.]*(?:${units})?\\)?)?` +
    `|(?:(?:grand|sub)?-?totals?|sum)(?:[:(](?:of)?\\d[\\d,.]*(?:${units})?\\)?|\\d[\\d,.]*(?:${units}))?)[:：]?$`,
  'i',
)
const saysSum = (text: string): boolean => sumLabel.test(text.normalize('NFKC').replace(/\s+/g, ''))

/** A row that sums up a list of stores or people: what names the row, or its first cell, says so. */
export function isListTotal(cells: readonly string[], cell: (field: Field) => string): boolean {
  if ((['code', 'jobNumber', 'name'] as const).some((field) => saysSum(cell(field)))) return true
  return saysSum(cells.find((text) => text.trim() !== '') ?? '')
}

/**
 * A row that sums up others. Booked, it would count every sale twice, and its label would become a store. The label
 * stands where a row names its store, day or ticket, or at the very front of a row that has no day; elsewhere it may be
 * the name of an article.
 */
export function isTotalRow(cells: readonly string[], cell: (field: Field) => string): boolean {
  if ((['store', 'day', 'ticketNo'] as const).some((field) => saysSum(cell(field)))) return true
  return cell('day') === '' && saysSum(cells.find((text) => text.trim() !== '') ?? '')
}
