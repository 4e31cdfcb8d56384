import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, firstDay, localTime, monthOf } from '../../../platform/kinds/day.ts'
import { whoWorks } from '../../roster/week/who-works.ts'
import { peopleOf } from '../../sales/boards/people-tables.ts'
import { progressOfStore } from '../../sales/boards/progress.ts'
import { figuresOf, nothingSold } from '../../sales/boards/rules.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { peopleProgress } from '../../sales/boards/store-rules.ts'
import { sumsOf } from '../../sales/boards/tables.ts'
import { awayOn, targetOfDay } from './tables.ts'

/**
 * A store's day as its board has it, and each person of it with target, sales, and whether she lags far behind the hour. Where a
 * roster is released it says who is off and when the others come; who does not work is not behind.
 */
export async function standingOf(db: Db, store: StoreSeen, day: Day, now: Date) {
  const { progress } = await progressOfStore(db, store, day, now)
  const people = peopleProgress(await peopleOf(db, store.id, day, firstDay(monthOf(day))), progress.clock)
  const away = await awayOn(
    db,
    people.map((p) => p.person),
    day,
  )
  const works = await whoWorks(db, store.id, day)
  const wall = localTime(now, store.timeZone)
  const isLater = (from: number): boolean => day === wall.day && from > wall.minutes + soon
  return {
    net: progress.day.net,
    target: progress.target,
    people: people.map(({ person, name, position, net, target, needsHelp }) => {
      const shift = works?.get(person)
      const isOff = works !== null && shift === undefined
      return {
        person,
        name,
        position,
        net,
        target,
        needsHelp: needsHelp && !away.has(person) && !isOff,
        isAway: away.has(person),
        isOff,
        shift: shift ? { from: shift.from, to: shift.to, name: shift.name, nameEn: shift.nameEn } : null,
        isLater: shift !== undefined && isLater(shift.from),
      }
    }),
  }
}

/** Whoever comes within so many minutes is there for the briefing. */
const soon = 45

/** Yesterday in three figures: what was sold of the target, of how many who came, how many pieces a ticket. */
export async function yesterdayOf(db: Db, store: string, day: Day) {
  const before = addDays(day, -1)
  const [sum] = await sumsOf(db, [store], [{ key: 'yesterday', from: before, to: before }])
  const { net, conversionRate, unitsPerTransaction } = figuresOf(sum ?? nothingSold)
  return {
    day: before,
    net,
    target: await targetOfDay(db, store, before),
    conversionRate,
    unitsPerTransaction,
  }
}
