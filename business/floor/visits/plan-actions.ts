import { addDays, firstDay, lastDay, monthOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { checkPlan, daysUnvisited, isLongUnvisited, movedWithin, planned } from './plan-rules.ts'
import { insertPlan, planById, plansIn, visitedLast, visitsIn, withdrawPlan } from './plan-tables.ts'
import { overseers, visitingAs, visitors } from './reach.ts'
import { calendarInput, findingInput, planInput } from './shape.ts'
import { visitWords } from './words.ts'

/** Stores named at once of those not visited longest; all of them are counted. */
const mostUnvisited = 60

export const planOperations = operations(visitWords, {
  'visits.plan': action({
    summary: ['排一次巡店', 'Plan a visit'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: planInput,
    async run({ db, actor, today, now, note }, { id, store, day }) {
      const as = visitingAs(actor, store)
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen || !as) return refuse('notFound')
      if (await planById(db, store, id)) return { id, store, day }
      const no = checkPlan(day, today)
      if (no) return no
      const isIn = await insertPlan(db, { store, id, day, person: actor.person, as, at: now })
      if (!isIn) return refuse('plannedAlready', { day }, 'day')
      note({ record: id, after: { day } })
      return { id, store, day }
    },
  }),
  'visits.unplan': action({
    summary: ['取消排好的巡店', 'Take a planned visit back'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: findingInput,
    async run({ db, actor, now, note }, { store, id }) {
      const plan = await planById(db, store, id)
      if (!plan) return refuse('notFound')
      if (plan.person !== actor.person) return refuse('notYourPlan')
      await withdrawPlan(db, store, id, now)
      note({ record: id, before: { day: plan.day } })
      return { id, store, day: plan.day }
    },
  }),
  'visits.calendar': view({
    summary: [
      '巡店月历：排了谁、去了谁、谁很久没去',
      'A month of visits: planned, made, and who was not visited for long',
    ],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: calendarInput,
    async run({ db, scope, actor, today }, { month = monthOf(today), area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      // A whole company's days are told by area: of stores one by one only those of the reader himself.
      const isWide = scope.stores === 'all' && area === undefined
      const of = isWide ? { person: actor.person } : { stores: ids }
      const days = { from: firstDay(month), to: lastDay(month) }
      const around = { from: addDays(days.from, -movedWithin), to: addDays(days.to, movedWithin) }
      const visits = await visitsIn(db, of, around)
      const plans = planned(await plansIn(db, of, around), visits, today)
      const within = ({ day }: { day: string }): boolean => day >= days.from && day <= days.to
      const last = new Map((await visitedLast(db, ids, today)).map((l) => [l.store, l]))
      const seen = stores.map((s) => {
        const { last: lastDayThere = null, score = null, next = null } = last.get(s.id) ?? {}
        const unvisited = daysUnvisited(lastDayThere, s.openedOn, today)
        return {
          id: s.id,
          code: s.code,
          name: s.name,
          nameEn: s.nameEn,
          area: s.area,
          areaName: s.areaName,
          areaNameEn: s.areaNameEn,
          last: lastDayThere,
          score,
          next,
          unvisited,
          isLong: isLongUnvisited(unvisited),
        }
      })
      const longest = [...seen].sort((a, b) => b.unvisited - a.unvisited || (a.code < b.code ? -1 : 1))
      const named = new Set([
        ...longest.slice(0, mostUnvisited).map((s) => s.id),
        ...plans.map((p) => p.store),
        ...visits.map((v) => v.store),
      ])
      return {
        month,
        today,
        isWide,
        plans: plans.filter(within),
        visits: visits.filter(within),
        /** Those not visited longest first, and those of the calendar. */
        stores: longest.filter((s) => named.has(s.id)),
        long: seen.filter((s) => s.isLong).length,
        of: seen.length,
        areas: areasOf(seen),
      }
    },
  }),
})

function areasOf(
  stores: readonly {
    area: string | null
    areaName: string | null
    areaNameEn: string | null
    isLong: boolean
    last: string | null
  }[],
) {
  const areas = new Map<
    string,
    { id: string; name: string; nameEn: string | null; stores: number; long: number }
  >()
  for (const s of stores) {
    if (!s.area) continue
    const one = areas.get(s.area) ?? {
      id: s.area,
      name: s.areaName ?? '',
      nameEn: s.areaNameEn,
      stores: 0,
      long: 0,
    }
    areas.set(s.area, { ...one, stores: one.stores + 1, long: one.long + (s.isLong ? 1 : 0) })
  }
  return [...areas.values()]
}
