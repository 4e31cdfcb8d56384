import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { BoardCell } from './board-rules.ts'
import { kindWords, stateWords, checkWords as w } from './words.ts'

/** Stores and kinds as rows: how each stood that day. */
export function areaSheet(
  stores: readonly { name: string; nameEn: string | null; cells: readonly BoardCell[]; open: number }[],
  day: Day,
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: said(w.board),
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.day), kind: 'day' },
      { title: said(w.sheet), width: 18 },
      { title: said(w.state) },
      { title: said(w.done), kind: 'integer' },
      { title: said(w.of), kind: 'integer' },
      { title: said(w.wrong), kind: 'integer' },
      { title: said(w.flagged), kind: 'integer' },
    ],
    rows: stores.flatMap((s) =>
      s.cells.map((c): SheetCell[] => [
        (language === 'en' && s.nameEn) || s.name,
        day,
        said(kindWords[c.kind]),
        said(stateWords[c.state]),
        c.done,
        c.of,
        c.wrong,
        c.flagged,
      ]),
    ),
  }
}
