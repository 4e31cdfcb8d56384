import type { Sheet } from '../../platform/files/sheet.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../platform/kinds/words.ts'
import { subjectText } from './sentences.ts'
import type { Overseen } from './shape.ts'
import { causeNames, matterNames, oversightWords as w } from './words.ts'

/** The list of a day, a row a matter. */
export function listSheet(
  { day, matters }: { day: Day; matters: readonly Overseen[] },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: `${said(w.sheet)} ${day}`,
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.matter), width: 14 },
      { title: said(w.about), width: 30 },
      { title: said(w.since), kind: 'day' },
      { title: said(w.amount), kind: 'money' },
      { title: said(w.pieces), kind: 'integer' },
      { title: said(w.cause), width: 16 },
      { title: said(w.words), width: 40 },
      { title: said(w.saidOn), kind: 'day' },
    ],
    rows: matters.map((m) => [
      (language === 'en' && m.storeNameEn) || m.storeName,
      said(matterNames[m.kind]),
      subjectText(m, language),
      m.since,
      m.amount,
      m.pieces,
      m.said && said(causeNames[m.said.cause]),
      m.said?.words,
      m.said?.day,
    ]),
  }
}
