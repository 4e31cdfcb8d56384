import { z } from 'zod'
import { inScope } from '../../platform/access/who.ts'
import { firstDay, lastDay, monthsOf, yearOf } from '../../platform/kinds/day.ts'
import { sum } from '../../platform/kinds/money.ts'
import { view } from '../../platform/server/door.ts'
import { areasOfYear, storesOfYear } from './history-tables.ts'
import { monthIn } from './shape.ts'
import { storeTargetsSeenBy } from './store-actions.ts'
import { ownDayTargets, plansInForce, storeMonthTargets } from './tables.ts'

export const placeOperations = {
  'targets.myDays': view({
    summary: ['我的日目标', 'My own day targets'],
    who: { salesAssociate: 'own', storeManager: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({ month: monthIn }),
    async run({ db, actor, today }, { month }) {
      const days = await ownDayTargets(db, actor.person, firstDay(month), lastDay(month))
      return {
        month,
        today,
        total: sum(days.map((d) => d.amount)),
        days: days.map(({ store, day, amount, monthToDate }) => ({ store, day, amount, monthToDate })),
      }
    },
  }),

  'targets.places': view({
    summary: ['我管的区域与店铺，目标到了哪一级', 'My areas and stores, and how far targets have come down'],
    who: storeTargetsSeenBy,
    about: 'company',
    input: z.strictObject({ month: monthIn }),
    async run({ db, scope }, { month }) {
      const year = yearOf(month)
      const [areas, stores, plans] = [
        await areasOfYear(db, year),
        await storesOfYear(db, year),
        await plansInForce(db, year),
      ]
      const mine = stores.filter((s) => inScope(scope.stores, s.id))
      const seen = new Set(mine.map((s) => s.area))
      const months = await storeMonthTargets(
        db,
        mine.map((s) => s.id),
        [month],
      )
      const byStore = new Map(months.map((m) => [m.store, m]))
      const released = new Map(plans.map((p) => [p.scope, sum(p.months)]))
      const m = monthsOf(year).indexOf(month)
      return {
        month,
        areas: areas
          .filter((a) => seen.has(a.id))
          .map((a) => ({
            id: a.id,
            name: a.name,
            nameEn: a.nameEn,
            mayOpen: inScope(scope.areas, a.id),
            /** Only for those who may open the area. */
            total: inScope(scope.areas, a.id) ? (released.get(a.id) ?? null) : null,
          })),
        stores: mine
          .filter((s) => s.trades[m])
          .map((s) => ({
            id: s.id,
            area: s.area,
            code: s.code,
            name: s.name,
            nameEn: s.nameEn,
            total: byStore.get(s.id)?.total ?? null,
            split: byStore.get(s.id)?.split ?? false,
          })),
      }
    },
  }),
}
