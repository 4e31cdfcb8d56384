import type { Sheet } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { zoneSaid } from '../../organization/plans/words.ts'
import { clockOf, inHours, weekDays } from './legal-rules.ts'
import { type Cell, type Fair, type Shift, type Worker, workedMinutes } from './shape.ts'
import { weekWords as w } from './words.ts'

export interface SheetOf {
  readonly week: Day
  readonly shifts: readonly Shift[]
  readonly workers: readonly Worker[]
  readonly cells: readonly Cell[]
  readonly fair: readonly Fair[]
}
/** People as rows, days as columns, hours and burden at the end; below how many are there each day. */
export function rosterSheet(of: SheetOf, language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const days = weekDays(of.week)
  const shiftOf = (c: Cell | undefined): Shift | undefined => of.shifts.find((s) => s.code === c?.code)
  const cell = (worker: Worker, day: Day): string => {
    const found = of.cells.find((c) => c.person === worker.person && c.day === day)
    const shift = shiftOf(found)
    if (!shift) return said(worker.away.includes(day) ? w.away : w.off)
    const name = (language === 'en' && shift.nameEn) || shift.name
    return `${name} ${clockOf(shift.from)}–${clockOf(shift.to)}${found?.zone ? ` ${zoneSaid(found.zone, said)}` : ''}`
  }
  return {
    name: say(w.sheet, language, { week: of.week }),
    columns: [
      { title: said(w.person), width: 12 },
      ...days.map((day) => ({ title: day, width: 20 })),
      { title: said(w.hours), kind: 'number' as const },
      { title: said(w.weekends), kind: 'integer' as const },
      { title: said(w.lates), kind: 'integer' as const },
      { title: said(w.peak), kind: 'number' as const },
    ],
    rows: of.workers.map((worker) => {
      const own = of.cells.filter((c) => c.person === worker.person)
      const fair = of.fair.find((f) => f.person === worker.person)
      const minutes = own.reduce((sum, c) => sum + (shiftOf(c) ? workedMinutes(shiftOf(c)!) : 0), 0)
      return [
        worker.name,
        ...days.map((day) => cell(worker, day)),
        inHours(minutes),
        fair?.weekends ?? 0,
        fair?.lates ?? 0,
        inHours(fair?.peak ?? 0),
      ]
    }),
    totals: [said(w.people), ...days.map((day) => String(of.cells.filter((c) => c.day === day).length))],
  }
}
