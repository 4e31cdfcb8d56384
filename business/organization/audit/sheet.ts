import type { Sheet } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { AuditLine } from './shape.ts'
import { auditWords as w } from './words.ts'

/** The lines found, as they are shown, with what was before and after in plain JSON. */
export function auditSheet(
  lines: readonly (AuditLine & { readonly says: Sentence })[],
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
  return {
    name: said(w.audit),
    columns: [
      { title: said(w.at), width: 22 },
      { title: said(w.who) },
      { title: said(w.onBehalfOf) },
      { title: said(w.where), width: 20 },
      { title: said(w.what), width: 26 },
      { title: said(w.record), width: 36 },
      { title: said(w.reason), width: 30 },
      { title: said(w.before), width: 40 },
      { title: said(w.after), width: 40 },
      { title: said(w.device) },
      { title: said(w.number), kind: 'integer' },
    ],
    rows: lines.map((l) => [
      l.at,
      l.actorName ?? said(w.system),
      l.onBehalfOfName,
      ((language === 'en' && l.storeNameEn) || l.storeName) ?? said(w.company),
      said(l.says),
      l.record,
      l.detail.reason,
      json(l.detail.before),
      json(l.detail.after),
      l.device,
      l.seq,
    ]),
  }
}
