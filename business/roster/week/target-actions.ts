import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import {
  addDays,
  type Day,
  daysOf,
  firstDay,
  lastDay,
  type Month,
  mondayOf,
  monthOf,
} from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { meanwhile } from '../../targets/cascade.ts'
import { besideHours, changesAnything, type HoursOfMonth, splitByHours } from '../../targets/hours-rules.ts'
import { usualParts } from '../../targets/people-rules.ts'
import { storePeople } from '../../targets/staff-tables.ts'
import { heldTarget, keepStoreMonth, storePlanners } from '../../targets/store-actions.ts'
import { type StoreTarget, storeTargetInForce } from '../../targets/store-tables.ts'
import { targetWords } from '../../targets/words.ts'
import { respreadByHoursInput, targetsByHoursInput, workedMinutes } from './shape.ts'
import { releasedWeeks, worksBetween } from './tables.ts'
import { weekWords } from './words.ts'

const planners = storePlanners satisfies WhoTable

/** Targets follow the hours given: offered beside a released week, pressed by whoever leads the store, never by itself. */
export const targetsByHours = operations(
  { ...targetWords, ...weekWords },
  {
    'rosters.targetsByHours': view({
      summary: ['目标按发布的工时重分：前后对照', 'Targets by the hours released: before and after'],
      who: planners,
      about: (_db, { store }) => ({ store }),
      input: targetsByHoursInput,
      async run({ db, today }, { store, week }) {
        const months = new Set([monthOf(week), monthOf(addDays(week, 6))])
        const offers = []
        for (const month of months) {
          if (lastDay(month) < today) continue
          const before = await storeTargetInForce(db, store, month)
          if (!before || before.people.length === 0) continue
          const found = await byHours(db, before, month, today)
          if (isRefusal(found)) continue
          const { after, hours, names } = found
          offers.push({
            month,
            basedOn: before.id,
            changes: changesAnything(before, after.people),
            people: besideHours(month, today, before, after.people, hours)
              .map((p) => ({ ...p, name: names.get(p.person) ?? '' }))
              .filter((p) => p.before !== 0 || p.after !== 0),
          })
        }
        return { today, offers }
      },
    }),
    'rosters.respreadTargets': action({
      summary: ['按发布的班表工时重分目标', 'Split targets again by the hours released'],
      who: planners,
      about: (_db, { store }) => ({ store }),
      input: respreadByHoursInput,
      async run({ db, actor, today, now, note }, { store, month, basedOn, reason }) {
        const before = await heldTarget(db, store, month)
        if (!before) return refuse('noMonthTarget', { month })
        if (before.id !== basedOn) return meanwhile(db, before)
        if (before.people.length === 0) return refuse('nobodyToSplit')
        const found = await byHours(db, before, month, today)
        if (isRefusal(found)) return found
        const { after, hours } = found
        if (!changesAnything(before, after.people)) return refuse('byHoursAlready')
        const next = {
          id: newId(),
          store,
          month,
          version: before.version + 1,
          origin: 'roster' as const,
          days: before.days,
          people: after.people,
          basis: { ...before.basis, parts: after.parts },
        }
        const kept = await keepStoreMonth(db, before, next, { by: actor.person, at: now, reason })
        if (isRefusal(kept)) return kept
        const ahead = besideHours(month, today, before, after.people, hours)
        note({
          record: next.id,
          day: today,
          before: { version: before.version, ahead: ahead.map(({ person, before: was }) => [person, was]) },
          after: {
            version: next.version,
            month,
            ahead: ahead.map(({ person, after: is, minutes }) => [person, is, minutes]),
          },
          reason,
        })
        return kept
      },
    }),
  },
)

async function byHours(db: Db, before: StoreTarget, month: Month, today: Day) {
  const presence = await storePeople(db, before.store, month)
  const hours = await hoursOf(db, before.store, month)
  const parts = usualParts(presence, before.basis.parts ?? [])
  const after = splitByHours({ month, today, before, parts, presence, hours })
  if (isRefusal(after)) return after
  return { after, hours, names: new Map(presence.map((p) => [p.person, p.name])) }
}

/** Of each the minutes a day on what was released; null on days of weeks without a roster. */
async function hoursOf(db: Db, store: string, month: Month): Promise<HoursOfMonth> {
  const [from, to] = [firstDay(month), lastDay(month)]
  const cells = await worksBetween(db, store, from, to)
  const weeks = new Set(await releasedWeeks(db, store, from, to))
  const on = new Map(cells.map((c) => [`${c.person} ${c.day}`, workedMinutes(c)]))
  return new Map(
    [...new Set(cells.map((c) => c.person))].map((person) => [
      person,
      daysOf(month).map((day) => (weeks.has(mondayOf(day)) ? (on.get(`${person} ${day}`) ?? 0) : null)),
    ]),
  )
}
