import type { WhoTable } from '../../../platform/access/who.ts'
import {
  addDays,
  type Day,
  daysBetween,
  daysOf,
  firstDay,
  lastDay,
  monthOf,
} from '../../../platform/kinds/day.ts'
import { cents, sum, zero } from '../../../platform/kinds/money.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { explainFigure } from './explain.ts'
import { bestStyles, ownDays, peopleOf } from './people-tables.ts'
import { baseDays, progressOf, progressOfStore, type StoreKnown } from './progress.ts'
import { figuresOf, nothingSold } from './rules.ts'
import { gapTogether, helpFirst, together } from './scope-rules.ts'
import { explainInput, mineInput, progressInput, type StoreSeen, storeBoardInput } from './shape.ts'
import { progressSheet, storeSheet } from './sheets.ts'
import { calendarOf, dayGap, hourRows, peopleProgress, piecesFor, standingOf } from './store-rules.ts'
import { hoursOnDays, storesOf, sumsOf } from './tables.ts'
import { boardWords } from './words.ts'

/** Who sees sales over stores. */
const overseers = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  merchandising: 'company',
  areaManager: 'area',
} as const satisfies WhoTable
export const boardViewers = { ...overseers, storeManager: 'store' } as const satisfies WhoTable

/** Store rows sent at most; areas and totals always count every store. */
const mostStores = 400
const longest = 400

export const boardOperations = operations(boardWords, {
  'boards.progress': view({
    summary: [
      '销售进度：合计、区域、店铺，先帮谁',
      'Sales progress: totals, areas, stores, and where to help first',
    ],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: progressInput,
    async run({ db, scope, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const seen = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, day)
      const known = await progressOf(db, seen, day, now)
      const stores = known.map((k) => k.progress)
      const month = monthOf(day)
      const names = new Map(seen.map((s) => [s.area, s]))
      return {
        day,
        today,
        month,
        total: together(known, day, month),
        gap: gapTogether(known),
        areas: [...names].map(([id, named]) => ({
          id,
          name: named.areaName,
          nameEn: named.areaNameEn,
          progress: together(
            known.filter((k) => k.progress.area === id),
            day,
            month,
          ),
        })),
        help: helpFirst(stores),
        stores: [...stores].sort(byPace).slice(0, mostStores),
        storesLeftOff: Math.max(0, stores.length - mostStores),
        best: await bestStyles(
          db,
          seen.map((s) => s.id),
          addDays(day, -6),
          day,
          6,
        ),
      }
    },
    sheet: progressSheet,
  }),
  'boards.store': view({
    summary: [
      '一家店的一天：分时、分人、差在哪里',
      'One store’s day: by the hour, by person, and where the gap is',
    ],
    who: boardViewers,
    about: (_db, { store }) => ({ store }),
    input: storeBoardInput,
    async run({ db, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const known = await progressOfStore(db, seen, day, now)
      const { progress } = known
      const sums = await sumsOf(
        db,
        [store],
        [{ key: 'base', from: addDays(day, -baseDays), to: addDays(day, -1) }],
      )
      const base = sums[0] ?? nothingSold
      const weekdays = [7, 14, 21, 28].map((n) => addDays(day, -n))
      const rows = await hoursOnDays(db, [store], [day, ...weekdays])
      const hours = rows.filter((h) => h.day === day)
      return {
        day,
        today,
        store: seen,
        progress,
        hours: hourRows(hours, progress.target, known.usual, ...usualWeekday(rows, day)),
        /** Sales whose hour nobody knows (day totals of an import). */
        withoutHour: cents(progress.day.net - sum(hours.map((h) => h.net))),
        people: peopleProgress(await peopleOf(db, store, day, firstDay(monthOf(day))), progress.clock),
        base: { ...figuresOf(base), from: addDays(day, -baseDays), to: addDays(day, -1) },
        gap: dayGap(progress.day, progress.target, progress.clock, hours, known.usual, base),
        monthGap: progress.gap && { ...progress.gap, target: known.overTarget, actual: known.over.net },
        best: {
          day: await bestStyles(db, [store], day, day, 6),
          week: await bestStyles(db, [store], addDays(day, -6), day, 6),
        },
      }
    },
    sheet: storeSheet,
  }),
  'boards.mine': view({
    summary: ['我的销售：今天、名次、还差多少', 'My sales: today, my rank, what is missing'],
    who: { salesAssociate: 'own', storeManager: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: mineInput,
    async run({ db, actor, today: companyDay, now }, { day: asked }) {
      const store = actor.appointments.find((a) => a.store && !a.onBehalfOf)?.store
      const [seen] = store ? await storesOf(db, [store], null, companyDay) : []
      if (!seen) return refuse('notFound')
      const day = asked ?? companyDay
      if (day > companyDay) return refuse('dayAhead', { day }, 'day')
      const { progress } = await progressOfStore(db, seen, day, now)
      return {
        today: companyDay,
        ...(await ownBoard(db, actor.person, seen, day)),
        clock: progress.clock,
        storeDay: { net: progress.day.net, target: progress.target, achieved: progress.achieved },
      }
    },
  }),
  'boards.explain': view({
    summary: ['一个数怎么来的', 'How a figure came about'],
    who: { ...boardViewers, salesAssociate: 'store' },
    about: (_db, { store, area }) => (store ? { store } : area ? { area } : 'company'),
    input: explainInput,
    async run({ db, scope, now }, { store, area, ...asked }) {
      if (asked.from > asked.to) return refuse('fromAfterTo', {}, 'from')
      if (daysBetween(asked.from, asked.to) >= longest)
        return refuse('spanTooLong', { most: longest }, 'from')
      const among = store ? [store] : scope.stores === 'all' ? null : scope.stores
      const stores = await storesOf(db, among, area ?? null, asked.to)
      return { ...(await explainFigure(db, stores, asked, now)), from: asked.from, to: asked.to }
    },
  }),
})

/** Furthest behind first is 先帮谁; the ranking itself goes from the best pace down, those without a target last. */
const byPace = (a: StoreKnown['progress'], b: StoreKnown['progress']): number =>
  (b.month.pace ?? -1) - (a.month.pace ?? -1) || (a.code < b.code ? -1 : 1)

/** Hours of the same weekday of the last four weeks, and how many of these days had any. */
function usualWeekday(
  rows: readonly { day: Day; hour: number; net: number }[],
  day: Day,
): [{ hour: number; net: ReturnType<typeof cents> }[], number] {
  const before = rows.filter((h) => h.day !== day)
  const byHour = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    net: cents(before.filter((h) => h.hour === hour).reduce((total, h) => total + h.net, 0)),
  }))
  return [byHour, new Set(before.map((h) => h.day)).size]
}

async function ownBoard(db: Parameters<typeof ownDays>[0], person: string, store: StoreSeen, day: Day) {
  const month = monthOf(day)
  const own = await ownDays(db, person, firstDay(month), lastDay(month))
  const past = await ownDays(db, person, addDays(day, -baseDays + 1), day)
  const people = await peopleOf(db, store.id, day, firstDay(month))
  const recent = { net: sum(past.map((p) => p.net)), units: past.reduce((n, p) => n + p.units, 0) }
  const averageUnitRetail = recent.units > 0 ? Math.round(recent.net / recent.units) : null
  const calendar = calendarOf(daysOf(month), own)
  const [here, through] = [calendar.find((c) => c.day === day)!, calendar.filter((c) => c.day <= day)]
  const todays = past.filter((p) => p.day === day)
  const monthTarget = calendar.some((c) => c.target !== null)
    ? sum(calendar.map((c) => c.target ?? zero))
    : null
  const missing = here.target === null ? null : cents(Math.max(0, here.target - here.net))
  return {
    day,
    month,
    store: { id: store.id, name: store.name, nameEn: store.nameEn },
    net: here.net,
    target: here.target,
    missing: missing === null ? null : { amount: missing, pieces: piecesFor(missing, averageUnitRetail) },
    saleTickets: todays.reduce((n, p) => n + p.saleTickets, 0),
    units: todays.reduce((n, p) => n + p.units, 0),
    averageUnitRetail,
    monthNet: sum(through.map((c) => c.net)),
    monthTarget,
    monthToDateTarget: monthTarget === null ? null : sum(through.map((c) => c.target ?? zero)),
    standing: {
      day: standingOf(person, people, averageUnitRetail),
      month: standingOf(
        person,
        people.map((p) => ({ person: p.person, name: p.name, net: p.monthNet })),
        averageUnitRetail,
      ),
    },
    calendar,
  }
}
