import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'
import { type DateOrder, type Field, type ImportSettings, needed } from '../shape.ts'
import { dateOrderOf } from './dates.ts'
import { type NumberStyle, numberStyleOf } from './decimals.ts'
import type { ColumnProfile } from './profile.ts'
import { type SplitRule, splitRule } from './split.ts'

export interface FileProfile {
  readonly columns: readonly ColumnProfile[]
  /** The number of the header row, 1 = first. */
  readonly headerRow: number
  readonly epoch: 1900 | 1904
}

/** A file's settings made ready for reading its rows. */
export interface ReadPlan {
  readonly settings: ImportSettings
  readonly headerRow: number
  readonly epoch: 1900 | 1904
  /** Day order by dated field. */
  readonly orders: Partial<Record<Field, DateOrder>>
  readonly numberStyles: Partial<Record<Field, NumberStyle>>
  /** The day column carries clock times: then the store's cut-off decides the business day. */
  readonly stamped: boolean
  readonly split: { readonly rule: SplitRule; readonly column: number } | undefined
  has(field: Field): boolean
  /** The cell of a field in a row, or what was said for the whole file; trimmed, '' when there is none. */
  cell(cells: readonly string[], field: Field): string
}

export type PlanWhy =
  | 'columnMissing'
  | 'fieldMissing'
  | 'dateOrderUnclear'
  | 'dateOrderMixed'
  | 'notOfADay'
  | 'badTemplate'
  | 'rateMissing'
  | 'rateAhead'

const datedFields: readonly Field[] = ['day', 'openedOn', 'closedOn', 'hiredOn', 'leftOn', 'launchedOn']

/** Settings + what the columns hold → a plan, or all questions that somebody must answer first. */
export function planOf(profile: FileProfile, settings: ImportSettings): ReadPlan | Refusal<PlanWhy>[] {
  const questions: Refusal<PlanWhy>[] = []
  const index: Partial<Record<Field, number>> = {}
  for (const [field, key] of Object.entries(settings.columns) as [Field, string][]) {
    if (key === '') continue
    const at = profile.columns.findIndex((c) => c.key === key)
    if (at === -1) questions.push(refuse('columnMissing', { column: key, field }, `columns.${field}`))
    else index[field] = at
  }
  const fixed = settings.fixed as Partial<Record<Field, string>>
  if (
    settings.kind !== 'stores' &&
    settings.kind !== 'people' &&
    settings.kind !== 'goods' &&
    index.store === undefined &&
    index.storeName !== undefined
  ) {
    index.store = index.storeName
  }
  for (const field of needed[settings.kind]) {
    const cut = field === 'style' && settings.split !== undefined
    if (index[field] === undefined && !fixed[field] && !cut)
      questions.push(refuse('fieldMissing', { field }, `columns.${field}`))
  }
  const sums = settings.kind === 'storeDays' ? settings.columns.netSales : undefined
  if (sums && isOfLonger(sums)) questions.push(refuse('notOfADay', { column: sums }, 'columns.netSales'))
  const orders: Partial<Record<Field, DateOrder>> = {}
  for (const field of datedFields) {
    const at = index[field]
    if (at === undefined) continue
    const seen = dateOrderOf(profile.columns[at]!.dateEvidence)
    const isOpen = seen === 'unclear' || seen === 'mixed'
    if (isOpen && settings.dateOrder) orders[field] = settings.dateOrder
    else if (isOpen) {
      const facts = {
        column: profile.columns[at]!.key,
        examples: profile.columns[at]!.samples.slice(0, 3).join('、'),
      }
      questions.push(refuse(seen === 'mixed' ? 'dateOrderMixed' : 'dateOrderUnclear', facts, 'dateOrder'))
    } else orders[field] = seen ?? 'ymd'
  }
  const numberStyles: Partial<Record<Field, NumberStyle>> = {}
  for (const [field, at] of Object.entries(index) as [Field, number][]) {
    numberStyles[field] = numberStyleOf(profile.columns[at]!.numberTexts)
  }
  const split = splitOf(profile, settings)
  if (split && 'refused' in split) questions.push(split)
  if (questions.length > 0) return questions
  const dayAt = index.day
  const evidence = dayAt === undefined ? undefined : profile.columns[dayAt]!.dateEvidence
  return {
    settings,
    headerRow: profile.headerRow,
    epoch: profile.epoch,
    orders,
    numberStyles,
    stamped: evidence !== undefined && evidence.withClock > evidence.dates / 2,
    split: split as ReadPlan['split'],
    has: (field) => index[field] !== undefined || Boolean(fixed[field]),
    cell: (cells, field) => {
      const at = index[field]
      const text = at === undefined ? '' : blankless(cells[at])
      return text === '' ? (fixed[field] ?? '') : text
    },
  }
}

/** Sums of a week, a month, or of all days so far, by the name of their column: no day is worth that much. */
const isOfLonger = (header: string): boolean =>
  /week|month|quarter|annual|cumulative|\b[wmqy]td\b|(?<!\d)([周月年]|[季年月]度)(销|合|汇|营|总|累|小)|累计/i.test(
    header.replaceAll('_', ' '),
  )

/** Programs write "nothing" in words; an apostrophe in front only kept a formula from running. */
export function blankless(cell: string | undefined): string {
  const text = (cell ?? '').trim()
  if (text.length > 8 && !text.startsWith("'")) return text
  if (/^(na|n\/a|#n\/a|null|none|nan|-|--|—|\\n|\(null\)|\(blank\))$/i.test(text)) return ''
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}

function splitOf(profile: FileProfile, settings: ImportSettings): ReadPlan['split'] | Refusal<PlanWhy> {
  if (!settings.split) return undefined
  const { column: key, template } = settings.split
  const column = profile.columns.findIndex((c) => c.key === key)
  if (column === -1) return refuse('columnMissing', { column: key, field: 'split' }, 'split.column')
  const rule = splitRule(template)
  return 'refused' in rule ? refuse('badTemplate', rule.facts, 'split.template') : { rule, column }
}
