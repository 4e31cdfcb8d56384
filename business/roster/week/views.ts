import { z } from 'zod'
import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, mondayOf, weekdayOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { daysAway } from '../../organization/people/away.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { approvalState } from './approval-rules.ts'
import { fairSum } from './fairness-rules.ts'
import { fairWith, gatherWeek, rulesFor, shiftsFor } from './gather.ts'
import { breachesOf } from './legal-rules.ts'
import { keepers, lookers, staff } from './reach.ts'
import { weeksAhead } from './release-rules.ts'
import { searchOf } from './search-tables.ts'
import * as settings from './setting-tables.ts'
import { seeWeekInput } from './shape.ts'
import { rosterSheet } from './sheet.ts'
import { shippedRules } from './shipped.ts'
import { swapsOf } from './swap-tables.ts'
import * as t from './tables.ts'
import { weekWords } from './words.ts'

export const rosterViews = operations(weekWords, {
  'rosters.week': view({
    summary: [
      '一周的排班：草稿、已发布、需要多少人、公平',
      'A week’s roster: draft, released, demand, fairness',
    ],
    who: lookers,
    about: (_db, { store }) => ({ store }),
    input: seeWeekInput,
    async run({ db, today }, { store, week = usualWeek(today) }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      return weekSeen(db, seen, week, today)
    },
    sheet: rosterSheet,
  }),
  'rosters.mine': view({
    summary: [
      '我的班：本周下周、意愿、换班、大家的公平',
      'My shifts: this week and next, wishes, swaps, fairness of all',
    ],
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({ store: seeWeekInput.shape.store }),
    async run({ db, actor, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const first = mondayOf(today)
      const weeks = []
      for (let i = 0; i < weeksSeen; i++) {
        const week = addDays(first, 7 * i)
        const cells = await t.releasedCells(db, store, week)
        const people = await t.peopleOfWeek(db, store, week)
        const [version] = await t.versionsOf(db, store, week)
        weeks.push({
          week,
          version: version ?? null,
          cells,
          people: people.map(({ person, name }) => ({ person, name })),
        })
      }
      const g = await gatherWeek(db, seen, addDays(first, 7), today)
      const names = new Map(g.workers.map((w) => [w.person, w.name]))
      const fair = g.fairBefore
      const away = await daysAway(db, [actor.person], first, addDays(first, 7 * weeksSeen - 1))
      return {
        today,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        shifts: g.shifts,
        weeks,
        wishes: (await t.wishesOf(db, store, addDays(today, 1), addDays(first, 7 * weeksAhead + 6))).filter(
          (w) => w.person === actor.person,
        ),
        away: away.map(({ from, to }) => ({ from, to })),
        swaps: (await swapsOf(db, store, first)).filter(
          (s) => s.fromPerson === actor.person || s.toPerson === actor.person,
        ),
        fair: fair.map((f) => ({ ...f, name: names.get(f.person) ?? '' })),
        fairSum: fairSum(fair),
      }
    },
  }),
  'rosters.shifts': view({
    summary: ['店铺的班次', 'A store’s shifts'],
    who: lookers,
    about: (_db, { store }) => ({ store }),
    input: seeWeekInput,
    async run({ db, today }, { store, week = mondayOf(today) }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      return { today, ...(await shiftsFor(db, seen, week)) }
    },
  }),
  'rosters.rules': view({
    summary: ['排班规则和依据', 'Rules of rosters, with their sources'],
    who: { ...lookers },
    about: () => 'company',
    input: z.strictObject({}),
    run: async ({ db, today }) => ({
      today,
      // The house's own source is in its own words; what the rules came with, the page says in its language.
      rules: (await rulesFor(db, today)).held.map((r) => ({
        ...r,
        law: shippedRules[r.code].value,
        source: r.source,
      })),
    }),
  }),
  'rosters.limits': view({
    keptNowhere: true,
    summary: ['谁有排班限制、为什么（敏感）', 'Who may work less, and why (sensitive)'],
    who: keepers,
    about: () => 'company',
    input: z.strictObject({}),
    run: async ({ db, today }) => ({ today, limits: await settings.limitsInForce(db, today) }),
  }),
})

const weeksSeen = 3
/** From Wednesday on the week to come is the one that is worked on. */
const usualWeek = (today: Day): Day => (weekdayOf(today) >= 3 ? addDays(mondayOf(today), 7) : mondayOf(today))

async function weekSeen(db: Db, store: StoreSeen, week: Day, today: Day) {
  const g = await gatherWeek(db, store, week, today)
  const head = (await t.draftOf(db, store.id, week)) ?? null
  const released = await t.releasedCells(db, store.id, week)
  const cells = head ? await t.draftCells(db, store.id, week) : released
  const fair = fairWith(g, cells)
  return {
    today,
    week,
    thisWeek: mondayOf(today),
    store: { id: store.id, name: store.name, nameEn: store.nameEn },
    opensAt: store.opensAt,
    closesAt: store.closesAt,
    shifts: g.shifts,
    isOwnShifts: g.isOwn,
    approvals: g.approvals.map((a) => ({ ...a, state: approvalState(a, today) })),
    rules: g.rules,
    workers: g.workers,
    demand: g.demand,
    wishes: g.wishes,
    holidays: g.holidays,
    closed: g.closed,
    head,
    cells,
    released,
    versions: await t.versionsOf(db, store.id, week),
    breaches: breachesOf(week, g.workers, cells, g.shifts, g.rules),
    fair,
    fairSum: fairSum(fair),
    search: (await searchOf(db, store.id, week)) ?? null,
    swaps: (await swapsOf(db, store.id, mondayOf(today))).filter((s) => s.withdrawnAt === null),
  }
}
