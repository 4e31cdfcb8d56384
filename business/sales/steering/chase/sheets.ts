import type { Sheet, SheetCell, SheetColumn } from '../../../../platform/files/sheet.ts'
import type { Day, Month } from '../../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../../platform/kinds/words.ts'
import { factorNames } from '../../metrics/words.ts'
import { directiveWords } from '../directives/words.ts'
import { lackOf } from '../rules.ts'
import type { SeatFigures } from '../shape.ts'
import { saidText } from '../words.ts'
import { hasReached, type monthTogether } from './rules.ts'
import type { StoreMonth } from './shape.ts'
import type { Chased } from './views.ts'
import { chaseWords as w } from './words.ts'

interface Seen {
  readonly day: Day
  readonly figures: SeatFigures | null
  readonly lines: readonly Chased[]
}

export const listSheet = (seen: Seen, language: Language): Sheet =>
  sheetOf(seen, w.listSheet, w.store, language)
export const companySheet = (seen: Seen, language: Language): Sheet =>
  sheetOf(seen, w.companySheet, w.area, language)

function sheetOf(seen: Seen, title: Sentence, head: Sentence, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const columns: SheetColumn[] = [
    { title: said(head), width: 22 },
    { title: said(w.net), kind: 'money' },
    { title: said(w.target), kind: 'money' },
    { title: said(w.done), kind: 'rate' },
    { title: said(w.time), kind: 'rate' },
    { title: said(w.pace), kind: 'rate' },
    { title: said(w.expected), kind: 'money' },
    { title: said(w.lack), kind: 'money' },
    { title: said(w.winBack), kind: 'money' },
    { title: said(w.cause), width: 12 },
    { title: said(w.measure), width: 44 },
    { title: said(w.directive), width: 12 },
  ]
  return {
    name: `${said(title)} ${seen.day}`,
    columns,
    rows: seen.lines.map(({ line, ...seat }): SheetCell[] => {
      const cause = line ? line.cause : seat.figures?.cause?.factor
      return [
        (language === 'en' && seat.nameEn) || seat.name,
        ...figureCells(seat.figures),
        cause ? said(factorNames[cause]) : null,
        line ? saidText(line, language) : null,
        line?.directiveState ? said(directiveWords[line.directiveState]) : null,
      ]
    }),
    totals: [said(w.total), ...figureCells(seen.figures)],
  }
}

const figureCells = (f: SeatFigures | null): SheetCell[] =>
  f
    ? [f.net, f.target, f.achievedShare, f.elapsedShare, f.pace, f.expected, lackOf(f), f.winBack]
    : new Array<SheetCell>(8).fill(null)

export function monthSheet(
  seen: {
    month: Month
    total: ReturnType<typeof monthTogether>
    stores: readonly (StoreMonth & { words: string | null })[]
  },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const { total } = seen
  return {
    name: `${said(w.monthSheet)} ${seen.month}`,
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.monthNet), kind: 'money' },
      { title: said(w.target), kind: 'money' },
      { title: said(w.done), kind: 'rate' },
      { title: said(w.monthGap), kind: 'money' },
      { title: said(w.reached), width: 10 },
      { title: said(w.word), width: 44 },
    ],
    rows: seen.stores.map((s): SheetCell[] => [
      (language === 'en' && s.nameEn) || s.name,
      s.net,
      s.target,
      s.target ? s.net / s.target : null,
      s.target === null ? null : s.net - s.target,
      said(s.target === null ? w.noTarget : hasReached(s) ? w.reached : w.notReached),
      s.words,
    ]),
    totals: [
      said(w.total),
      total.net,
      total.target,
      total.target > 0 ? total.net / total.target : null,
      total.net - total.target,
      `${total.reached} / ${total.stores}`,
    ],
  }
}
