import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { figureCodes, figureName, figures } from '../board/figures.ts'
import { figureWords } from '../board/words.ts'
import { w } from './page-words.ts'
import type { ReportKept } from './tables.ts'

interface All {
  readonly areas: readonly {
    readonly name: string
    readonly nameEn: string | null
    readonly report: ReportKept | null
  }[]
}
/** A row a store of each report, with the figures as they were submitted. */
export function reportSheet({ areas }: All, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const named = (x: { name: string; nameEn: string | null }) => (language === 'en' && x.nameEn) || x.name
  return {
    name: said(w.report),
    columns: [
      { title: said(w.area), width: 14 },
      { title: said(w.store), width: 22 },
      { title: said(w.until), kind: 'day' },
      { title: said(w.net), kind: 'money' },
      { title: said(w.units), kind: 'integer' },
      { title: said(figureWords.onHand), kind: 'integer' },
      ...figureCodes.map((code) => ({
        title: figureName(code, language),
        kind: figures[code].unit === 'percent' ? ('rate' as const) : ('number' as const),
      })),
      { title: said(w.words), width: 60 },
    ],
    rows: areas.flatMap((a) =>
      (a.report?.figures.stores ?? []).map((s): SheetCell[] => [
        named(a),
        named(s),
        a.report!.until,
        s.traded.net,
        s.traded.units,
        s.facts.onHand,
        ...figureCodes.map((code) => figures[code].of(s.facts) ?? null),
        a.report!.words,
      ]),
    ),
  }
}
