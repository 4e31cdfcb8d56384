import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { categoryIn } from '../../goods/category-names.ts'
import { w } from './page-words.ts'
import { total } from './rules.ts'
import type { CategoryCells } from './shape.ts'
import { termWords } from './words.ts'

/** A row a category and month: open to buy beside the five amounts that it is made of, which the reader can add up. */
export function openToBuySheet(
  { rows }: { readonly rows: readonly CategoryCells[] },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const all = total(rows.flatMap((r) => r.cells))
  return {
    name: said(w.title),
    columns: [
      { title: said(w.category), width: 14 },
      { title: said(w.month), width: 10 },
      { title: said(termWords.closing), kind: 'money' },
      { title: said(termWords.sales), kind: 'money' },
      { title: said(termWords.markdowns), kind: 'money' },
      { title: said(w.openingColumn), kind: 'money' },
      { title: said(w.coming), kind: 'money' },
      { title: said(termWords.openToBuy), kind: 'money' },
    ],
    rows: rows.flatMap((r) =>
      r.cells.map((c): SheetCell[] => [
        categoryIn(r.category, language),
        c.month,
        c.closing,
        c.sales,
        c.markdowns,
        c.opening,
        c.onOrder,
        c.openToBuy,
      ]),
    ),
    totals: [
      said(w.all),
      null,
      all.closing,
      all.sales,
      all.markdowns,
      all.opening,
      all.onOrder,
      all.openToBuy,
    ],
  }
}
