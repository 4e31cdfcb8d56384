import type { Sheet } from '../../../platform/files/sheet.ts'
import type { Month } from '../../../platform/kinds/day.ts'
import { sum } from '../../../platform/kinds/money.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { MonthLine } from './shape.ts'
import { attendanceWords as w } from './words.ts'

const hours = (minutes: number): number => Math.round(minutes / 6) / 10

/** A month as it goes to pay: people as rows, and what they come to together. */
export function monthSheet(of: { month: Month; lines: readonly MonthLine[] }, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const all = (of_: (l: MonthLine) => number): number => of.lines.reduce((total, l) => total + of_(l), 0)
  const row = (l: Omit<MonthLine, 'person'>) => [
    l.name,
    l.rostered,
    l.worked,
    hours(l.minutes),
    l.late,
    l.lateMinutes,
    l.early,
    l.missing,
    l.away,
    l.ownPhone,
    l.praised,
    l.warned,
    hours(l.overtime),
    l.net,
  ]
  return {
    name: say(w.sheet, language, { month: of.month }),
    columns: [
      { title: said(w.person), width: 12 },
      { title: said(w.rostered), kind: 'integer' },
      { title: said(w.worked), kind: 'integer' },
      { title: said(w.hours), kind: 'number' },
      { title: said(w.late), kind: 'integer' },
      { title: said(w.lateMinutes), kind: 'integer' },
      { title: said(w.early), kind: 'integer' },
      { title: said(w.missing), kind: 'integer' },
      { title: said(w.away), kind: 'integer' },
      { title: said(w.ownPhone), kind: 'integer' },
      { title: said(w.praised), kind: 'integer' },
      { title: said(w.warned), kind: 'integer' },
      { title: said(w.overtime), kind: 'number' },
      { title: said(w.net), kind: 'money' },
    ],
    rows: of.lines.map(row),
    totals: row({
      name: said(w.total),
      rostered: all((l) => l.rostered),
      worked: all((l) => l.worked),
      minutes: all((l) => l.minutes),
      late: all((l) => l.late),
      lateMinutes: all((l) => l.lateMinutes),
      early: all((l) => l.early),
      missing: all((l) => l.missing),
      away: all((l) => l.away),
      ownPhone: all((l) => l.ownPhone),
      praised: all((l) => l.praised),
      warned: all((l) => l.warned),
      overtime: all((l) => l.overtime),
      net: sum(of.lines.map((l) => l.net)),
    }),
  }
}
