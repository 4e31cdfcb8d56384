import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { w } from './page-words.ts'
import type { DailyState } from './shape.ts'
import type { EveningKept } from './tables.ts'
import { dailyStateWords } from './words.ts'

interface Board {
  readonly day: Day
  readonly stores: readonly {
    readonly code: string
    readonly name: string
    readonly nameEn: string | null
    readonly state: DailyState
    readonly evening: EveningKept | null
  }[]
}

/** A row a store: how its evening stands. */
export function dailySheet({ day, stores }: Board, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: said(w.daily),
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.day), kind: 'day' },
      { title: said(w.state) },
      { title: said(w.counted), kind: 'integer' },
      { title: said(w.categories), kind: 'integer' },
      { title: said(w.piecesCounted), kind: 'integer' },
      { title: said(w.short), kind: 'integer' },
      { title: said(w.over), kind: 'integer' },
      { title: said(w.unsaid), kind: 'integer' },
    ],
    rows: stores.map((s): SheetCell[] => [
      (language === 'en' && s.nameEn) || s.name,
      day,
      said(dailyStateWords[s.state]),
      s.evening?.counted ?? 0,
      s.evening?.categories ?? null,
      s.evening?.pieces ?? 0,
      s.evening?.short ?? 0,
      s.evening?.over ?? 0,
      s.evening?.open ?? 0,
    ]),
  }
}
