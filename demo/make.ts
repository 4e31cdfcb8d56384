import { keepDuties } from '../business/duties/settle.ts'
import { seedCalendar } from '../business/organization/calendar/tables.ts'
import { sealPlainPhones } from '../business/organization/people/phones.ts'
import { hashSecret } from '../platform/access/hashing.ts'
import type { Database } from '../platform/database/database.ts'
import { hours, patiently } from '../platform/database/patience.ts'
import { addDays, businessDayAt, type Day, localTime } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Keys } from '../platform/secrets/keys.ts'
import type { Door } from '../platform/server/perform.ts'
import { Acts } from './acts.ts'
import { makeAttendance } from './attendance.ts'
import { type Chain, makeChain } from './chain.ts'
import { makeChecks } from './checks.ts'
import { makeDailyCounts } from './daily-counts.ts'
import { campaigns } from './demand.ts'
import { makeDevices } from './devices.ts'
import { makeDiscipline } from './discipline.ts'
import { makeDisplays, publishManuals } from './displays.ts'
import { beginEditions, liveThroughDuties } from './duties.ts'
import { makeDraft } from './editions.ts'
import { makeFloorPlans } from './floor-plans.ts'
import { type DemoStyle, makeGoods } from './goods.ts'
import { makeGrowth } from './growth.ts'
import { makeHandovers } from './handovers.ts'
import { makeLeaves } from './leaves.ts'
import { makeMarkdowns } from './markdowns.ts'
import { brand } from './names.ts'
import { makeNotices } from './notices.ts'
import { makeOpenToBuy } from './open-to-buy.ts'
import { makePlans } from './plan.ts'
import { tellPoints } from './points.ts'
import { makePurchases } from './purchases.ts'
import { makeRebalance } from './rebalance.ts'
import { makeReorders, tellDepot } from './reorders.ts'
import { makeRosters } from './rosters.ts'
import { makeStock } from './stock.ts'
import { makeStockReports } from './stock-reports.ts'
import * as rows from './tables.ts'
import { makeTakes } from './takes.ts'
import { totalSales } from './totals.ts'
import { type DemoTicket, type DemoTraffic, historyDays, Shop } from './trade.ts'
import { makeVisits } from './visits.ts'
import { insertAll, withoutReferenceChecks } from './write.ts'

export interface DemoOptions {
  readonly now: Date
  readonly seed?: number
  /** Length of the history. */
  readonly days?: number
  /** Days back to which the job descriptions ran. */
  readonly dutyDays?: number
  readonly progress?: (text: string) => void
}
export interface DemoMade {
  readonly chain: Chain
  readonly goods: readonly DemoStyle[]
  readonly today: Day
}

export const demoPassword = 'demo'
/** The demo chain's days end at six in the morning. */
const cutOff = 360

/** A whole fictitious chain with two years of trade, in one transaction: all of it or nothing. */
export const makeDemo = (house: DemoHouse, options: DemoOptions): Promise<DemoMade> =>
  patiently(hours(1), () => make(house, options))

export interface DemoHouse {
  readonly database: Database
  readonly door: Door
  readonly keys: Keys
}

async function make({ database, door, keys }: DemoHouse, options: DemoOptions): Promise<DemoMade> {
  const { now, seed = 20_260_101, days = 730, dutyDays = 14, progress = () => undefined } = options
  const local = localTime(now, 'Asia/Shanghai')
  const today = businessDayAt(now, 'Asia/Shanghai', cutOff)
  // Before the cut-off the day before is over but still open: the evening's figures stand.
  const minutes = local.day === today ? local.minutes : 24 * 60
  const start = addDays(today, -days)
  const chain = makeChain(seed, start, today)
  const goods = makeGoods(seed, start, today)
  const passwordHash = await hashSecret(demoPassword)
  await database.transaction(async (db) => {
    progress(
      `示例连锁 demo chain: ${chain.stores.length} 店 stores, ${chain.people.length} 人 people, ${goods.length} 款 styles`,
    )
    await db.query(`insert into company (name, name_en, cut_off_minutes, demo) values ($1, $2, $3, true)`, [
      brand.name,
      brand.nameEn,
      cutOff,
    ])
    await seedCalendar(db)
    await insertAll(db, rows.areaRows(addDays(start, -800)), chain.areas)
    await insertAll(db, rows.mallRows, chain.malls)
    await insertAll(db, rows.storeRows(chain, cutOff), chain.stores)
    await insertAll(db, rows.storeAreaRows, chain.stores)
    await insertAll(db, rows.sellingAreaRows, chain.stores)
    await insertAll(db, rows.personRows, chain.people)
    await sealPlainPhones(db, { keys, now })
    await insertAll(db, rows.appointmentRows, chain.appointments)
    await insertAll(db, rows.credentialRows(passwordHash, now.toISOString()), chain.people)
    await insertAll(db, rows.styleRows, goods)
    await insertAll(db, rows.stylePriceRows, goods)
    await insertAll(
      db,
      rows.skuRows,
      goods.flatMap((s) => s.skus.map((sku) => ({ style: s.id, sku }))),
    )
    for (let year = Number(start.slice(0, 4)); year <= Number(today.slice(0, 4)) + 1; year++) {
      for (const c of campaigns) {
        await db.query(
          'insert into calendar_event (id, name, name_en, from_day, to_day) values ($1, $2, $3, $4, $5)',
          [newId(), c.name, c.nameEn, `${year}-${c.from}`, `${year}-${c.to}`],
        )
      }
    }
    const closed = chain.stores.find((s) => s.code === 'XM01')!
    for (let i = -212; i <= -199; i++) {
      await db.query('insert into store_closed_day (store_id, day, reason) values ($1, $2, $3)', [
        closed.id,
        addDays(today, i),
        '装修 refitting',
      ])
    }
  })
  await makeDevices(database, chain, now)
  await writeTrade(database, chain, goods, { seed, today, minutes, days, progress })
  await totalSales(database)
  const history = { today, now, days: Math.min(dutyDays, days), traded: days }
  await beginEditions(database, history)
  // A plan rests on a year of history; a shorter demo goes without.
  const acts = new Acts(door, chain)
  if (days >= 380) await makePlans(acts, chain, today, progress)
  await tellDepot({ database, acts, chain, today, now })
  await makeStock({ database, acts, chain, goods, today, now }, progress)
  await makeTakes({ database, acts, chain, today, now }, progress)
  await makeRebalance({ database, acts, chain, today, now }, progress)
  await makeReorders({ database, acts, chain, today, now }, progress)
  const manual = days >= 20 ? await publishManuals(acts, today) : undefined
  await makeMarkdowns(acts, today, progress)
  if (days >= 380) await makeOpenToBuy(acts, today, progress)
  await makePurchases(acts, goods, today, progress)
  await tellPoints(acts, goods, today)
  await liveThroughDuties(database, acts, chain, history, progress)
  await makeVisits(acts, chain, { today, now, days: Math.min(60, days) }, progress)
  if (manual) await makeDisplays(acts, chain, { manual, today, now }, progress)
  await makeLeaves(database, acts, chain, today, progress)
  await makeRosters(database, acts, chain, { today, now }, progress)
  if (days >= 20) await makeGrowth(acts, chain, today, progress)
  await makeAttendance(database, acts, chain, { today, now }, progress)
  if (days >= 20) await makeDiscipline(acts, chain, { today, now })
  await makeHandovers(database, acts, chain, { today, now }, progress)
  if (days >= 20) await makeFloorPlans(acts, chain, today)
  await makeChecks(database, acts, { today, now, days: Math.min(7, days) }, progress)
  await makeDailyCounts({ database, acts, chain, today, now }, progress)
  await makeStockReports(acts, chain, { today, now })
  await makeNotices(acts, chain, today, now, progress)
  await makeDraft(acts, today, progress)
  await keepDuties(database, now)
  return { chain, goods, today }
}

async function writeTrade(
  database: Database,
  chain: Chain,
  goods: readonly DemoStyle[],
  at: { seed: number; today: Day; minutes: number; days: number; progress: (text: string) => void },
): Promise<void> {
  const shops = chain.stores.map((s) => new Shop(chain, s, goods, at.seed, at.today))
  const managerOf = new Map(
    chain.appointments.filter((a) => a.position === 'storeManager').map((a) => [a.store!, a.person]),
  )
  let tickets: DemoTicket[] = []
  let traffic: DemoTraffic[] = []
  let written = 0
  const flush = async (): Promise<void> => {
    const [t, c] = [tickets, traffic]
    tickets = []
    traffic = []
    await database.transaction(async (db) => {
      await withoutReferenceChecks(db)
      await insertAll(db, rows.ticketRows, t)
      await insertAll(
        db,
        rows.lineRows,
        t.flatMap((ticket) => ticket.lines.map((line, index) => ({ ticket, line, index }))),
      )
      await insertAll(
        db,
        rows.creditRows,
        t.flatMap((ticket) => ticket.credits.map((credit) => ({ ticket, credit }))),
      )
      await insertAll(db, rows.tenderRows, t)
      await insertAll(
        db,
        rows.trafficRows,
        c.map((row) => ({ ...row, by: managerOf.get(row.store)! })),
      )
    })
    written += t.length
  }
  const days = historyDays(at.today, at.days)
  let told = 0
  for (const [i, day] of days.entries()) {
    for (const shop of shops) {
      const sold = shop.trade(day, day === at.today ? at.minutes : undefined)
      tickets.push(...sold.tickets)
      traffic.push(...sold.traffic)
    }
    if (tickets.length > 6_000) await flush()
    const tenth = Math.floor(((i + 1) / days.length) * 10)
    if (tenth > told) {
      told = tenth
      at.progress(`  小票 tickets ${written.toLocaleString('en')}  ${tenth * 10} %`)
    }
  }
  await flush()
}
