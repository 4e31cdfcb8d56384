import { beginDuties } from '../business/duties/edition-tables.ts'
import { reconcileOwnTargets } from '../business/duties/reconcile.ts'
import { keepDuties } from '../business/duties/settle.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import type { Acts } from './acts.ts'
import { countTills, enterStatement, payIn } from './cash.ts'
import { makeCashHistory } from './cash-history.ts'
import type { Chain } from './chain.ts'
import { eveningOf } from './habits.ts'
import { instant } from './moments.ts'
import { overseeAreas } from './oversight.ts'
import { handInOwnReports, lookAtOwnReports } from './own-reports.ts'
import { coach, planDays, plannedClauses } from './planned-day.ts'
import { handInReports, lookAtReports } from './reports.ts'
import { shiftClauses } from './rosters.ts'
import { lookAtSamples } from './samples.ts'
import { steerDay, steeringClauses } from './steering.ts'

/** Clauses that came in with a later edition, and how many days ago; before, nobody owed them. */
const sinceLater = [
  { clauses: [...steeringClauses, 'SM-2.5'], days: 7 },
  { clauses: ['SA-1.4', 'SA-5'], days: 4 },
  {
    clauses: [
      ...plannedClauses,
      'SM-1.4',
      'SA-2.3',
      'SA-4',
      'SM-2.4',
      'AM-1.3',
      'AM-1.5',
      'AM-1.7',
      'AM-2.3',
      'OD-1.3',
      'OD-3.2',
      ...shiftClauses,
    ],
    days: 2,
  },
  // The sheets of the floor were tried for a week before anybody owed them.
  { clauses: ['SM-1.6', 'SM-2.8', 'SM-4.4', 'SA-2.1', 'SA-2.2'], days: 0 },
] as const
const [{ days: trialDays }, { days: ownDays }, { days: latelyDays }] = sinceLater
const away = '店长住院，这几天店铺由同事看着，日报免交'

export interface History {
  readonly today: Day
  readonly now: Date
  /** Days back to which duties ran. */
  readonly days: number
  /** Days of trade before today. */
  readonly traded: number
}

/**
 * The job descriptions as they ran in the last weeks: every evening's reports, every morning's looking-after, by the
 * people themselves through the door. What they did not do in time stands there as late or missed.
 */
export async function liveThroughDuties(
  database: Database,
  acts: Acts,
  chain: Chain,
  { today, now, days, traded }: History,
  progress: (text: string) => void,
): Promise<void> {
  // The drawing of samples is the database's; with a seed it draws the same in every demo.
  await database.query('select setseed(0.26)')
  const byHand = Math.min(trialDays, days)
  const tills = await makeCashHistory(database, acts, chain, { today, days: traded, until: byHand })
  let written = 0
  let own = 0
  for (let back = days; back >= 1; back--) {
    const day = addDays(today, -back)
    await steerDay(acts, chain, day, back, today)
    if (back <= latelyDays) await lookAtSamples(database, acts, day, now)
    // Before the evening’s report of the store, as it is in the shop.
    if (back <= latelyDays) await planDays(acts, chain, day, now)
    if (back === latelyDays) await coach(acts, chain, day)
    if (back <= latelyDays) await overseeAreas(acts, chain, day, back)
    if (back <= ownDays) own += await handInOwnReports(database, acts, chain, day)
    if (back <= byHand) {
      await payIn(database, acts, chain, tills, day, back, now)
      await countTills(acts, chain, tills, day, back, today)
    }
    written += await handInReports(acts, chain, day, back, today)
    const morning = instant(addDays(day, 1), 7 * 60)
    await settleOwnTargets(database, day, morning < now ? morning : now)
    await keepDuties(database, morning < now ? morning : now)
    if (back === 1) continue
    await excuseThoseAway(database, acts, chain, day, back)
    await lookAtReports(acts, chain, day, back)
    if (back <= ownDays) await lookAtOwnReports(database, acts, day)
  }
  await lookAtSamples(database, acts, today, now)
  await planDays(acts, chain, today, now)
  await settleOwnTargets(database, today, now)
  await payIn(database, acts, chain, tills, today, 0, now)
  await enterStatement(database, acts, chain, addDays(today, -byHand), today, now)
  progress(`  日报 daily reports: ${written}`)
  progress(`  导购报告 associates’ own reports: ${own}`)
}

/** The demo's tickets are written like those of a file: what they come to of each day target is settled as for a file. */
const settleOwnTargets = (database: Database, day: Day, at: Date): Promise<void> =>
  database.transaction((db) => reconcileOwnTargets(db, day, at))

/** Before anything is done that duties could be proved by: what was planned for these weeks counts for them. */
export async function beginEditions(database: Database, { today, now, days }: History): Promise<void> {
  const still = sinceLater.filter((s) => s.days < days)
  for (const from of [days, ...still.map((s) => s.days)]) {
    const edition = await database.transaction((db) => beginDuties(db, { from: addDays(today, -from), now }))
    await database.query('delete from duty_clause where edition_id = $1 and duty = any($2::text[])', [
      edition,
      still.filter((s) => s.days < from).flatMap((s) => s.clauses),
    ])
  }
}

/** A report that nobody could write is excused the morning after, by the area manager and with the reason. */
async function excuseThoseAway(database: Database, acts: Acts, chain: Chain, day: Day, back: number) {
  for (const store of chain.stores.filter((s) => eveningOf(s, day, back) === 'away')) {
    const [owed] = await database.query<{ id: string }>(
      `select id from duty_instance where store_id = $1 and duty = 'SM-1.5' and period = $2`,
      [store.id, day],
    )
    if (!owed) continue
    await acts.do(
      acts.holder('areaManager', { area: store.areaId }),
      instant(addDays(day, 1), 8 * 60),
      'duties.excuse',
      { store: store.id, instance: owed.id, kind: 'leave', why: away },
    )
  }
}
