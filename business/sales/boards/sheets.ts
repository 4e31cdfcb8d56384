import type { Sheet, SheetCell, SheetColumn } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { ScopeProgress, StoreProgress, StoreSeen } from './shape.ts'
import type { HourRow, PersonProgress } from './store-rules.ts'
import { boardWords as w } from './words.ts'

type Said = (sentence: Sentence) => string

/** Stores with their areas and the total, every figure of the board. */
export function progressSheet(
  board: {
    day: Day
    total: ScopeProgress
    areas: readonly { id: string | null; name: string | null; nameEn: string | null }[]
    stores: readonly StoreProgress[]
  },
  language: Language,
): Sheet {
  const said: Said = (sentence) => say(sentence, language)
  const areaOf = new Map(board.areas.map((a) => [a.id, (language === 'en' && a.nameEn) || a.name]))
  return {
    name: `${said(w.progressSheet)} ${board.day}`,
    columns: [
      { title: said(w.area) },
      { title: said(w.storeCode) },
      { title: said(w.store), width: 24 },
      ...figureColumns(said),
    ],
    rows: board.stores.map((s) => [
      areaOf.get(s.area),
      s.code,
      (language === 'en' && s.nameEn) || s.name,
      ...figureCells(s, s.years.find((y) => y.alignment === 'weekday')?.ratio ?? null),
    ]),
    totals: [
      said(w.total),
      null,
      null,
      ...figureCells(board.total, board.total.years.find((y) => y.alignment === 'weekday')?.ratio ?? null),
    ],
  }
}

const figureColumns = (said: Said): SheetColumn[] => [
  { title: said(w.dayNet), kind: 'money' },
  { title: said(w.dayTarget), kind: 'money' },
  { title: said(w.dayRate), kind: 'rate' },
  { title: said(w.monthNet), kind: 'money' },
  { title: said(w.monthTarget), kind: 'money' },
  { title: said(w.monthRate), kind: 'rate' },
  { title: said(w.timeShare), kind: 'rate' },
  { title: said(w.expected), kind: 'money' },
  { title: said(w.low), kind: 'money' },
  { title: said(w.high), kind: 'money' },
  { title: said(w.winBack), kind: 'money' },
  { title: said(w.yesterday), kind: 'money' },
  { title: said(w.lastWeek), kind: 'money' },
  { title: said(w.yearOnYear), kind: 'rate' },
  { title: said(w.traffic), kind: 'integer' },
  { title: said(w.tickets), kind: 'integer' },
  { title: said(w.units), kind: 'integer' },
  { title: said(w.conversion), kind: 'rate' },
  { title: said(w.unitsPerTransaction), kind: 'number' },
  { title: said(w.averageTransactionValue), kind: 'money' },
  { title: said(w.averageUnitRetail), kind: 'money' },
]

function figureCells(
  p: Pick<StoreProgress, 'day' | 'target' | 'achieved' | 'month' | 'compared'>,
  year: number | null,
): SheetCell[] {
  const { day, month } = p
  const other = (alignment: string): Money | null =>
    p.compared.find((c) => c.alignment === alignment)?.net ?? null
  return [
    day.net,
    p.target,
    p.achieved,
    month.figures.net,
    month.target,
    month.achievedShare,
    month.elapsedShare,
    month.forecast?.expected,
    month.forecast?.low,
    month.forecast?.high,
    month.target === null ? null : month.winBack,
    other('yesterday'),
    other('lastWeek'),
    year,
    day.traffic > 0 ? day.traffic : null,
    day.saleTickets,
    day.units,
    day.conversionRate,
    day.unitsPerTransaction,
    day.averageTransactionValue,
    day.averageUnitRetail,
  ]
}

/** One store's day: its people, then its hours. */
export function storeSheet(
  board: {
    day: Day
    store: StoreSeen
    progress: StoreProgress
    people: readonly PersonProgress[]
    hours: readonly HourRow[]
  },
  language: Language,
): Sheet {
  const said: Said = (sentence) => say(sentence, language)
  const name = (language === 'en' && board.store.nameEn) || board.store.name
  const { progress } = board
  return {
    name: `${say(w.storeSheet, language, { store: name })} ${board.day}`,
    columns: [
      { title: `${said(w.person)} / ${said(w.hour)}`, width: 18 },
      { title: said(w.net), kind: 'money' },
      { title: said(w.target), kind: 'money' },
      { title: said(w.rate), kind: 'rate' },
      { title: said(w.tickets), kind: 'number' },
      { title: said(w.units), kind: 'number' },
      { title: said(w.traffic), kind: 'integer' },
    ],
    rows: [
      ...board.people.map((p): SheetCell[] => [
        p.name,
        p.net,
        p.target,
        p.achieved,
        p.saleTickets,
        p.units,
        null,
      ]),
      ...board.hours.map((h): SheetCell[] => [
        `${String(h.hour).padStart(2, '0')}:00`,
        h.net,
        h.target,
        null,
        h.saleTickets,
        null,
        h.traffic > 0 ? h.traffic : null,
      ]),
    ],
    totals: [
      said(w.total),
      progress.day.net,
      progress.target,
      progress.achieved,
      progress.day.saleTickets,
      progress.day.units,
      progress.day.traffic > 0 ? progress.day.traffic : null,
    ],
  }
}
