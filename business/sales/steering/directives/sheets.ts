import type { Sheet, SheetCell } from '../../../../platform/files/sheet.ts'
import { type Day, localDay } from '../../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../../platform/kinds/words.ts'
import { factorNames } from '../../metrics/words.ts'
import { wallClock } from '../../reports/rules.ts'
import { saidText } from '../words.ts'
import type { DirectiveRow } from './rules.ts'
import { directiveWords as w } from './words.ts'

const sideWord = { received: w.received, given: w.by, below: w.below } as const

/** The directives of the board, one a row with its last answer. */
export function directiveSheet(
  board: { day: Day; rows: readonly DirectiveRow[]; timeZone: string },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const moment = (iso: string | undefined): string | null =>
    iso ? `${localDay(new Date(iso), board.timeZone)} ${wallClock(new Date(iso), board.timeZone)}` : null
  return {
    name: `${said(w.sheet)} ${board.day}`,
    columns: [
      { title: said(w.side) },
      { title: said(w.receiver), width: 22 },
      { title: said(w.holder) },
      { title: said(w.giver) },
      { title: said(w.givenAt), width: 17 },
      { title: said(w.dueAt), width: 17 },
      { title: said(w.says), width: 44 },
      { title: said(w.factor) },
      { title: said(w.state) },
      { title: said(w.overdue) },
      { title: said(w.answer), width: 44 },
      { title: said(w.answeredAt), width: 17 },
    ],
    rows: board.rows.map((d): SheetCell[] => {
      const answer = d.steps.findLast((s) => s.kind === 'answered')
      return [
        said(sideWord[d.side]),
        receiverName(d, language),
        d.holder,
        d.givenByName,
        moment(d.givenAt),
        moment(d.dueNow),
        saidText(d, language),
        d.factor ? said(factorNames[d.factor]) : null,
        said(w[d.state]),
        d.overdue ? said(w.overdue) : null,
        answer?.words,
        moment(answer?.at),
      ]
    }),
  }
}

/** The store, the area, or the director's post. */
export const receiverName = (
  d: Pick<DirectiveRow, 'level' | 'seatName' | 'seatNameEn'>,
  language: Language,
): string =>
  d.level === 'company'
    ? say(w.director, language)
    : (language === 'en' && d.seatNameEn) || (d.seatName ?? '')
