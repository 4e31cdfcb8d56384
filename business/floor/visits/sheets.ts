import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { FindingSeen } from './finding-tables.ts'
import { stateWords, visitWords as w } from './words.ts'

/** What is not closed, as rows: where, what, who, by when. */
export function findingSheet(
  findings: readonly FindingSeen[],
  stores: readonly { id: string; name: string; nameEn: string | null }[],
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const places = new Map(stores.map((s) => [s.id, (language === 'en' && s.nameEn) || s.name]))
  return {
    name: said(w.findings),
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.day), kind: 'day' },
      { title: said(w.item), width: 36 },
      { title: said(w.wrong), width: 36 },
      { title: said(w.who) },
      { title: said(w.due), kind: 'day' },
      { title: said(w.state) },
      { title: said(w.by) },
    ],
    rows: findings.map((f): SheetCell[] => [
      places.get(f.store) ?? '',
      f.day,
      (language === 'en' && f.saysEn) || f.says,
      f.wrong,
      f.personName,
      f.due,
      said(stateWords[f.state]),
      f.byName,
    ]),
  }
}
