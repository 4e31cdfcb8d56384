import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, firstDay, monthOf } from '../../../platform/kinds/day.ts'
import { peopleOf } from '../boards/people-tables.ts'
import { baseDays, progressOfStore } from '../boards/progress.ts'
import { nothingSold } from '../boards/rules.ts'
import type { StoreProgress, StoreSeen } from '../boards/shape.ts'
import { dayGap, type PersonProgress, peopleProgress } from '../boards/store-rules.ts'
import { sumsOf } from '../boards/tables.ts'
import type { ReportFigures } from './shape.ts'

export interface DayFigures {
  readonly progress: StoreProgress
  readonly people: readonly PersonProgress[]
  readonly frozen: ReportFigures
}

/** What a report of a day says in figures: the board's own, as they stand now. */
export async function figuresFor(db: Db, store: StoreSeen, day: Day, now: Date): Promise<DayFigures> {
  const { progress, hours, usual } = await progressOfStore(db, store, day, now)
  const people = peopleProgress(await peopleOf(db, store.id, day, firstDay(monthOf(day))), progress.clock)
  const [base] = await sumsOf(
    db,
    [store.id],
    [{ key: 'base', from: addDays(day, -baseDays), to: addDays(day, -1) }],
  )
  // The report is about the whole day: its gap does not stop at an hour.
  const whole = { ...progress.clock, state: 'over' as const, part: 1 }
  const gap = dayGap(progress.day, progress.target, whole, hours, usual, base ?? nothingSold)
  return {
    progress,
    people,
    frozen: {
      net: progress.day.net,
      target: progress.target,
      achieved: progress.achieved,
      figures: progress.day,
      month: {
        net: progress.month.figures.net,
        target: progress.month.target,
        achievedShare: progress.month.achievedShare,
        elapsedShare: progress.month.elapsedShare,
        forecast: progress.month.forecast,
      },
      // While the day runs the ratio is that of the hour; once it is closed, of the whole day.
      compared: progress.compared.map(({ alignment, by, day: other, net, ratio }) => ({
        alignment,
        by,
        day: other,
        net,
        ratio,
      })),
      people: people
        .filter((p) => p.net !== 0 || p.target !== null)
        .map(({ person, name, net, target }) => ({ person, name, net, target })),
      gap: gap && { basis: gap.basis, parts: gap.parts },
    },
  }
}
