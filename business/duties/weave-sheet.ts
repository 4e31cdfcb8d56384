import type { Sheet, SheetCell } from '../../platform/files/sheet.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../platform/kinds/words.ts'
import { cellState } from './cells.ts'
import type { Counts } from './shape.ts'
import { weaveWords as w } from './weave-words.ts'

interface Woven {
  readonly from: Day
  readonly to: Day
  readonly days: readonly Day[]
  readonly total: Counts
  readonly inTimeRate: number | null
  readonly rows: readonly {
    readonly code: string | null
    readonly name: string | null
    readonly nameEn: string | null
    readonly title: Sentence | null
    readonly kind: string
    readonly cells: readonly (Counts | null)[]
    readonly total: Counts
    readonly inTimeRate: number | null
    readonly ratedOf: number
    readonly trouble: readonly { readonly title: Sentence }[]
  }[]
}

/** The weave as a table: a row a store (area, clause, person), the counts first, then a word a day. */
export function weaveSheet(woven: Woven, language: Language): Sheet {
  const said = (sentence: Sentence, facts?: Record<string, unknown>): string => say(sentence, language, facts)
  const counts = (c: Counts): SheetCell[] => [c.inTime, c.late, c.missed, c.overdue, c.open, c.excused]
  return {
    name: `${said(w.weave)} ${woven.from} ${woven.to}`,
    columns: [
      { title: said(w.code) },
      { title: said(w.name), width: 24 },
      { title: said(w.inTimeRate), kind: 'rate' },
      { title: said(w.ratedOf), kind: 'integer' },
      ...[w.inTime, w.late, w.missed, w.overdue, w.open, w.excused].map((title) => ({
        title: said(title),
        kind: 'integer' as const,
      })),
      { title: said(w.trouble), width: 32 },
      ...woven.days.map((day) => ({ title: day, width: 11 })),
    ],
    rows: woven.rows.map((row): SheetCell[] => [
      row.code,
      row.title
        ? said(row.title)
        : row.kind === 'company'
          ? said(w.headquarters)
          : (language === 'en' && row.nameEn) || row.name,
      row.inTimeRate,
      row.ratedOf,
      ...counts(row.total),
      row.trouble.map((t) => said(t.title)).join(said(['、', ', '])),
      ...row.cells.map((cell) => (cell ? said(w[cellState(cell)]) : null)),
    ]),
    totals: [
      said(w.total),
      null,
      woven.inTimeRate,
      woven.total.inTime + woven.total.late + woven.total.missed + woven.total.overdue,
      ...counts(woven.total),
    ],
  }
}
