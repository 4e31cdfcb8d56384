import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { ReportLine, RollUp } from './rollup.ts'
import { wallClock } from './rules.ts'
import type { Filing, ReportState } from './shape.ts'
import { reportWords as w } from './words.ts'

/** The reports of a day side by side. */
export function areaSheet(
  board: { day: Day; lines: readonly ReportLine[]; rollUp: RollUp },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: `${said(w.dayOfArea)} ${board.day}`,
    columns: [
      { title: said(w.store), width: 22 },
      { title: said(w.manager) },
      { title: said(w.filing) },
      { title: said(w.state) },
      { title: said(w.net), kind: 'money' },
      { title: said(w.target), kind: 'money' },
      { title: said(w.rate), kind: 'rate' },
      { title: said(w.monthNet), kind: 'money' },
      { title: said(w.monthRate), kind: 'rate' },
      { title: said(w.timeShare), kind: 'rate' },
      { title: said(w.lastWeek), kind: 'money' },
      { title: said(w.weekday), kind: 'money' },
      { title: said(w.traffic), kind: 'integer' },
      { title: said(w.conversion), kind: 'rate' },
      { title: said(w.unitsPerTransaction), kind: 'number' },
      { title: said(w.averageTransactionValue), kind: 'money' },
      { title: said(w.why), width: 40 },
      { title: said(w.tomorrow), width: 40 },
    ],
    rows: board.lines.map((l): SheetCell[] => {
      const f = l.figures
      const other = (alignment: string) => f?.compared.find((c) => c.alignment === alignment)?.net
      return [
        (language === 'en' && l.nameEn) || l.name,
        l.manager,
        filingWords(l, language),
        l.state ? said(w[l.state]) : null,
        f?.net,
        f?.target,
        f?.achieved,
        f?.month.net,
        f?.month.achievedShare,
        f?.month.elapsedShare,
        other('lastWeek'),
        other('weekday'),
        f && f.figures.traffic > 0 ? f.figures.traffic : null,
        f?.figures.conversionRate,
        f?.figures.unitsPerTransaction,
        f?.figures.averageTransactionValue,
        l.why,
        l.tomorrow,
      ]
    }),
    totals: [
      said(w.total),
      null,
      say(w.filedOf, language, { ...board.rollUp }),
      null,
      board.rollUp.net,
      board.rollUp.target,
      board.rollUp.target ? board.rollUp.aimedNet / board.rollUp.target : null,
    ],
  }
}

export function historySheet(
  history: {
    store: { name: string; nameEn: string | null; timeZone: string }
    from: Day
    to: Day
    days: readonly {
      day: Day
      filing: Filing
      reason: string | null
      submittedAt: string | null
      submittedBy: string | null
      minutesLate: number
      state: ReportState | null
      net: number | null
      target: number | null
      why: string | null
      tomorrow: string | null
    }[]
  },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const name = (language === 'en' && history.store.nameEn) || history.store.name
  return {
    name: `${said(w.dailyReport)} ${name} ${history.from} ${history.to}`,
    columns: [
      { title: said(w.day), kind: 'day' },
      { title: said(w.filing) },
      { title: said(w.submittedAt) },
      { title: said(w.submittedBy) },
      { title: said(w.state) },
      { title: said(w.net), kind: 'money' },
      { title: said(w.target), kind: 'money' },
      { title: said(w.why), width: 40 },
      { title: said(w.tomorrow), width: 40 },
    ],
    rows: history.days.map((d): SheetCell[] => [
      d.day,
      filingWords(d, language),
      d.submittedAt ? wallClock(new Date(d.submittedAt), history.store.timeZone) : null,
      d.submittedBy,
      d.state ? said(w[d.state]) : null,
      d.net,
      d.target,
      d.why,
      d.tomorrow,
    ]),
  }
}

/** 按时; 迟交, 晚 26 分钟; 停业, 装修 */
export function filingWords(
  l: Pick<ReportLine, 'filing' | 'minutesLate' | 'reason'>,
  language: Language,
): string {
  const word = say(w[l.filing], language)
  const comma = language === 'zh' ? '，' : ', '
  if (l.filing === 'late') return word + comma + say(w.minutesLate, language, { minutes: l.minutesLate })
  return l.filing === 'closed' && l.reason ? word + comma + l.reason : word
}
