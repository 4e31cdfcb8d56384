import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { categoryIn } from '../../goods/category-names.ts'
import type { ShadeSeen } from './assemble.ts'
import { figureCodes, figureName, figures } from './figures.ts'
import { w } from './page-words.ts'
import { weeks } from './shape.ts'
import { figureWords } from './words.ts'

/** A row a style-colour: what its figures are made of beside the figures. */
export function boardSheet(shades: readonly ShadeSeen[], day: Day, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language, { weeks })
  return {
    name: said(w.board),
    columns: [
      { title: said(w.day), kind: 'day' },
      { title: said(w.code), width: 16 },
      { title: said(w.name), width: 20 },
      { title: said(w.color) },
      { title: said(w.category) },
      { title: said(w.season) },
      { title: said(w.launched), kind: 'day' },
      { title: said(w.tagPrice), kind: 'money' },
      { title: said(figureWords.onHand), kind: 'integer' },
      { title: said(w.sizes), width: 26 },
      { title: said(figureWords.soldLately), kind: 'integer' },
      { title: said(figureWords.soldUnits), kind: 'integer' },
      { title: said(figureWords.receivedUnits), kind: 'integer' },
      { title: said(w.storesWith), kind: 'integer' },
      { title: said(w.storesBroken), kind: 'integer' },
      ...figureCodes.slice(0, 2).map((code) => ({
        title: figureName(code, language),
        kind: figures[code].unit === 'percent' ? ('rate' as const) : ('number' as const),
      })),
    ],
    rows: [...shades]
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.color < b.color ? -1 : 1))
      .map((s): SheetCell[] => [
        day,
        s.code,
        (language === 'en' && s.nameEn) || s.name,
        (language === 'en' && s.colorEn) || s.color,
        categoryIn(s.category, language),
        s.season,
        s.launchedOn,
        s.tagPrice,
        s.facts.onHand,
        s.sizes.map((size, i) => `${size} ${s.run[i] ?? 0}`).join('  '),
        s.facts.soldLately,
        s.facts.sold,
        s.facts.received,
        s.facts.inStock,
        s.facts.broken,
        ...figureCodes.slice(0, 2).map((code) => figures[code].of(s.facts) ?? null),
      ]),
  }
}
