import type { Sheet, SheetCell, SheetColumn } from '../../../../platform/files/sheet.ts'
import type { Day } from '../../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../../platform/kinds/words.ts'
import { factorNames } from '../../metrics/words.ts'
import { factorText, measuredText } from '../show.ts'
import type { NoteSeen } from './views.ts'
import { adjustWords as w } from './words.ts'

export const notesSheet = (
  seen: { store: { name: string; nameEn: string | null }; notes: readonly NoteSeen[] },
  language: Language,
): Sheet => ({
  name: `${say(w.sheet, language)} ${(language === 'en' && seen.store.nameEn) || seen.store.name}`,
  columns: noteColumns(language),
  rows: seen.notes.map((n) => noteCells(n, language)),
})

export const areaSheet = (
  seen: {
    week: Day
    stores: readonly { name: string; nameEn: string | null; note: NoteSeen | null; thisWeek: boolean }[]
  },
  language: Language,
): Sheet => ({
  name: `${say(w.areaSheet, language)} ${seen.week}`,
  columns: [
    { title: say(w.store, language), width: 22 },
    { title: say(w.thisWeek, language) },
    ...noteColumns(language),
  ],
  rows: seen.stores.map((s): SheetCell[] => [
    (language === 'en' && s.nameEn) || s.name,
    s.thisWeek ? '✓' : say(w.none, language),
    ...(s.note ? noteCells(s.note, language) : []),
  ]),
})

function noteColumns(language: Language): SheetColumn[] {
  const said = (sentence: Sentence): string => say(sentence, language)
  return [
    { title: said(w.week), kind: 'day' },
    { title: said(w.factor) },
    { title: said(w.change), width: 44 },
    { title: said(w.from), kind: 'day' },
    { title: said(w.expected) },
    { title: said(w.before), width: 18 },
    { title: said(w.since), width: 18 },
    { title: said(w.days), kind: 'integer' },
    { title: said(w.effect) },
    { title: said(w.writtenBy) },
  ]
}
const noteCells = (n: NoteSeen, language: Language): SheetCell[] => [
  n.week,
  say(factorNames[n.factor], language),
  n.change,
  n.from,
  factorText(n.factor, n.expected, language),
  measuredText(n.factor, n.effect.before, language),
  measuredText(n.factor, n.effect.since, language),
  n.effect.days,
  say(w[n.effect.verdict], language),
  n.writtenByName,
]
