import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { CheckSeen } from './tables.ts'
import { stateWords, displayWords as w } from './words.ts'

interface Line {
  readonly name: string
  readonly nameEn: string | null
  readonly check: CheckSeen | null
  readonly open: number
}
/** The week's checks, a store a row. */
export function displaySheet(stores: readonly Line[], day: Day, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: `${said(w.board)} ${day}`,
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.day), kind: 'day' },
      { title: said(w.score) },
      { title: said(w.state) },
      { title: said(w.open) },
    ],
    rows: stores.map(({ name, nameEn, check, open }): SheetCell[] => [
      (language === 'en' && nameEn) || name,
      check?.day ?? null,
      check ? check.score / 10 : null,
      said(check ? stateWords[check.state] : stateWords.none),
      open,
    ]),
  }
}
