import type { Sheet, SheetCell } from '../../platform/files/sheet.ts'
import { add } from '../../platform/kinds/money.ts'
import { type Language, type Sentence, say } from '../../platform/kinds/words.ts'
import type { StoreDay } from './standing-rules.ts'
import { cashWords as w } from './words.ts'

/** Stores and days as rows: counted, over or short, paid in. */
export function cashSheet(
  stores: readonly { code: string; name: string; nameEn: string | null; days: readonly StoreDay[] }[],
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: said(w.areaCash),
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.day), kind: 'day' },
      { title: said(w.state) },
      { title: said(w.amount), kind: 'money' },
      { title: said(w.overShort), kind: 'money' },
      { title: said(w.deposit) },
    ],
    rows: stores.flatMap((s) =>
      s.days.map((d): SheetCell[] => [
        (language === 'en' && s.nameEn) || s.name,
        d.day,
        said(w[d.state]),
        d.state === 'counted' ? d.cash : null,
        d.state === 'counted' ? add(d.over, d.short) : null,
        d.state === 'counted' ? said(w[d.deposit]) : null,
      ]),
    ),
  }
}
