import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { positionNames } from '../../organization/words.ts'
import type { ClauseSeen } from '../clauses.ts'
import { awaitedNames, cadenceNames, calendarWords, kindNames } from './calendar-words.ts'
import { clauseWords as w } from './clause-words.ts'
import type { loadsSeen } from './load.ts'
import { loadPageWords as l } from './load-words.ts'

/** The job descriptions as a sheet: a row a clause, with its last 30 days. */
export function clausesSheet(
  seen: { to: string; clauses: readonly ClauseSeen[] },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const listed = (all: readonly Sentence[]): string => all.map(said).join(language === 'zh' ? '；' : '; ')
  return {
    name: `${said(w.job)} ${seen.to}`,
    columns: [
      { title: said(w.code) },
      { title: said(w.position) },
      { title: said(w.title), width: 26 },
      { title: said(w.help), width: 50 },
      { title: said(w.state) },
      { title: said(w.cadence) },
      { title: said(w.deadline), width: 28 },
      { title: said(w.kind) },
      { title: said(w.proof), width: 30 },
      { title: said(w.awaits) },
      { title: said(w.minutes), kind: 'integer' },
      { title: said(w.weight), kind: 'integer' },
      { title: said(w.lookedAfter) },
      { title: said(w.standIns) },
      { title: said(w.instances), kind: 'integer' },
      { title: said(w.inTimeCount), kind: 'integer' },
      { title: said(w.lateCount), kind: 'integer' },
      { title: said(w.missedCount), kind: 'integer' },
      { title: said(w.excusedCount), kind: 'integer' },
      { title: said(w.rate), kind: 'rate' },
      { title: said(w.rateOf), kind: 'integer' },
    ],
    rows: seen.clauses.map((c): SheetCell[] => [
      c.id,
      said(positionNames[c.position]),
      said(c.title),
      said(c.help),
      said(w[c.state]),
      listed(c.cadence.map((name) => cadenceNames[name])),
      said(calendarWords(c.calendar)),
      said(kindNames[c.kind]),
      listed([...c.proofSays, ...c.indicators]),
      listed(c.awaits.map((area) => awaitedNames[area])),
      c.minutes,
      c.weight,
      `${said(positionNames[c.lookedAfter.by])} ${said(cadenceNames[c.lookedAfter.every])}`,
      listed(c.standIns.map((p) => positionNames[p])),
      c.instances30d,
      c.counts.inTime,
      c.counts.late,
      c.counts.missed + c.counts.overdue,
      c.counts.excused,
      c.inTimeRate,
      c.ratedOf,
    ]),
  }
}

type Loads = Awaited<ReturnType<typeof loadsSeen>>
/** Minutes of duties a person-day, a row a position and place. */
export function loadSheet(seen: Loads, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  return {
    name: said(l.load),
    columns: [
      { title: said(l.place), width: 24 },
      { title: said(w.position) },
      { title: said(l.people), kind: 'integer' },
      { title: said(l.minutesADay), kind: 'number' },
      { title: said(l.available), kind: 'number' },
      { title: said(l.ratio), kind: 'rate' },
      { title: said(l.over), kind: 'number' },
      { title: said(l.later), kind: 'number' },
    ],
    rows: seen.rows.map((r): SheetCell[] => [
      (language === 'en' && r.nameEn) || r.name || said(w.headquarters),
      said(positionNames[r.position]),
      r.holders,
      Math.round(r.minutes * 10) / 10,
      Math.round(r.available),
      r.ratio,
      Math.round(r.over * 10) / 10,
      Math.round(r.later.minutes * 10) / 10,
    ]),
  }
}
