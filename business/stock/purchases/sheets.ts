import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { categoryIn } from '../../goods/category-names.ts'
import { stateWords, w } from './page-words.ts'
import type { OrderState } from './shape.ts'
import type { OrderHead } from './view-tables.ts'

export function purchaseSheet(
  orders: readonly (OrderHead & { readonly state: OrderState })[],
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const of = (read: (o: OrderHead) => number): number => orders.reduce((n, o) => n + read(o), 0)
  return {
    name: said(w.title),
    columns: [
      { title: said(w.number), width: 20 },
      { title: said(w.maker), width: 20 },
      { title: said(w.category), width: 20 },
      { title: said(w.due), width: 10 },
      { title: said(w.state), width: 10 },
      { title: said(w.ordered), kind: 'integer' },
      { title: said(w.came), kind: 'integer' },
      { title: said(w.cancelled), kind: 'integer' },
      { title: said(w.open), kind: 'integer' },
      { title: said(w.cost), kind: 'money' },
      { title: said(w.openCost), kind: 'money' },
    ],
    rows: orders.map((o): SheetCell[] => [
      o.number,
      o.maker,
      o.categories.map((c) => categoryIn(c, language)).join(' · '),
      o.due,
      said(stateWords[o.state]),
      o.pieces,
      o.came,
      o.cancelled,
      o.open,
      o.cost,
      o.openCost,
    ]),
    totals: [
      said(w.all),
      null,
      null,
      null,
      null,
      of((o) => o.pieces),
      of((o) => o.came),
      of((o) => o.cancelled),
      of((o) => o.open),
      of((o) => o.cost),
      of((o) => o.openCost),
    ],
  }
}
