import type { Db } from '../../../platform/database/database.ts'
import {
  type Day,
  dayNumber,
  daysThrough,
  firstDay,
  lastDay,
  localTime,
  type Month,
  mondayOf,
} from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { daysAway } from '../../organization/people/away.ts'
import { staffBetween, worksBetween } from '../../roster/week/tables.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { countsOf } from '../discipline/tables.ts'
import { type PressedOn, pressedOn } from './place-rules.ts'
import { isWrong, lineOf, minutesOff, stateOf } from './rules.ts'
import type { Exception, MonthLine, Punched } from './shape.ts'
import * as t from './tables.ts'

export interface DaySeen {
  readonly person: string
  readonly name: string
  readonly day: Day
  readonly shift: { from: number; to: number; break: number; name: string; nameEn: string | null } | null
  readonly punched: Punched
  /** Something of it was pressed without network and came in later. */
  readonly waited: boolean
  /** On the store's devices, on one's own phone, or both; null: nothing was pressed. */
  readonly on: PressedOn | null
  readonly isAway: boolean
  readonly state: ReturnType<typeof stateOf>
  readonly lateMinutes: number
  readonly earlyMinutes: number
  readonly exception: Exception | null
  /** Waits for a word of the person, or for an answer to it. */
  readonly isOpen: boolean
}

/** Every person's days beside the roster: first press in, last press out, leave, what was said of it. */
export async function daysOf(
  db: Db,
  store: StoreSeen,
  span: { from: Day; to: Day },
  now: Date,
): Promise<DaySeen[]> {
  const { from, to } = span
  const people = await staffBetween(db, store.id, from, to)
  const punches = await t.punchesOf(db, store.id, from, to)
  const planned = new Map(
    (await worksBetween(db, store.id, from, to)).map((p) => [`${p.person} ${p.day}`, p]),
  )
  const weeks = await t.weeksReleased(db, store.id, from, to)
  const away = await daysAway(
    db,
    people.map((p) => p.person),
    from,
    to,
  )
  const said = new Map((await t.exceptionsOf(db, store.id, from, to)).map((e) => [`${e.person} ${e.day}`, e]))
  const pressed = new Map<string, t.Punch[]>()
  for (const p of punches) {
    const key = `${p.person} ${p.day}`
    pressed.set(key, [...(pressed.get(key) ?? []), p])
  }
  const wall = localTime(now, store.timeZone)
  const nowOf = (day: Day): number => wall.minutes + 1440 * (dayNumber(wall.day) - dayNumber(day))
  return daysThrough(from, to).flatMap((day) =>
    people.map(({ person, name }): DaySeen => {
      const key = `${person} ${day}`
      const plan = planned.get(key)
      const shift = plan
        ? { from: plan.from, to: plan.to, break: plan.break, name: plan.name, nameEn: plan.nameEn }
        : null
      const punched = punchedOf(pressed.get(key) ?? [], day, store.timeZone)
      const isAway = away.some((a) => a.person === person && a.from <= day && a.to >= day)
      const state = stateOf({
        planned: weeks.has(mondayOf(day)) ? shift : undefined,
        punched,
        isAway,
        nowMinute: nowOf(day),
      })
      const off = minutesOff(shift, punched)
      const exception = said.get(key) ?? null
      return {
        person,
        name,
        day,
        shift,
        punched,
        waited: (pressed.get(key) ?? []).some((p) => p.waited),
        on: pressedOn(pressed.get(key) ?? []),
        isAway,
        state,
        lateMinutes: off.late,
        earlyMinutes: off.early,
        exception,
        isOpen: isWrong(state) && exception?.accepted == null,
      }
    }),
  )
}

/** First press in, last press out after it. */
function punchedOf(own: readonly t.Punch[], day: Day, timeZone: string): Punched {
  const minuteOf = (at: string): number => {
    const wall = localTime(new Date(at), timeZone)
    return wall.minutes + 1440 * (dayNumber(wall.day) - dayNumber(day))
  }
  const first = own.find((p) => p.kind === 'in')
  const last = own.findLast((p) => p.kind === 'out' && (!first || p.at >= first.at))
  return { in: first ? minuteOf(first.at) : null, out: last ? minuteOf(last.at) : null }
}

/** A month's lines as they stand now, and how many days still wait for a word or an answer. */
export async function monthOfStore(
  db: Db,
  store: StoreSeen,
  month: Month,
  now: Date,
  today: Day,
): Promise<{ lines: MonthLine[]; open: number }> {
  const from = firstDay(month)
  const to = lastDay(month) > today ? today : lastDay(month)
  const days = to < from ? [] : await daysOf(db, store, { from, to }, now)
  const credits = new Map((await t.creditsOf(db, store.id, month)).map((c) => [c.person, c.net]))
  const overtime = await t.overtimesOf(db, store.id, from, lastDay(month))
  const entered = new Map((await countsOf(db, store.id, month)).map((c) => [c.person, c]))
  const people = [...new Map(days.map((d) => [d.person, d.name]))]
  const lines = people.map(([person, name]) =>
    lineOf(
      {
        person,
        name,
        net: credits.get(person) ?? cents(0),
        praised: entered.get(person)?.praised ?? 0,
        warned: entered.get(person)?.warned ?? 0,
        ownPhone: days.filter((d) => d.person === person && (d.on === 'own' || d.on === 'both')).length,
        overtime: overtime.reduce((sum, o) => sum + (o.person === person && o.approved ? o.minutes : 0), 0),
      },
      days
        .filter((d) => d.person === person)
        .map((d) => ({
          day: d.day,
          planned: d.shift,
          punched: d.punched,
          isAway: d.isAway,
          nowMinute: Number.POSITIVE_INFINITY,
          exception: d.exception,
        })),
    ),
  )
  const waiting = overtime.filter((o) => o.approved === null).length
  return { lines, open: days.filter((d) => d.isOpen).length + waiting }
}
