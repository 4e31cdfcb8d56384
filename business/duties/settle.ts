import type { Database } from '../../platform/database/database.ts'
import { businessDayAt } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import { everySeat } from './changes.ts'
import { keepLoads } from './editions/load.ts'
import { generateDuties } from './generate.ts'
import { markLapses } from './lapse-tables.ts'
import { importedLately, reconcileOwnTargets } from './reconcile.ts'
import { chooseSamples } from './samples.ts'
import { reachAgain, seatPlaces } from './seat-tables.ts'

/** The standing job of this area: makes what is due, states samples, excuses by the calendar, marks deadlines. */
export async function keepDuties(database: Database, now: Date, duties: Duties = shipped): Promise<void> {
  const [company] = await seatPlaces(database, [companyWide])
  if (!company) return
  const today = businessDayAt(now, company.timeZone, company.cutOffMinutes)
  const imported = await importedLately(database, now)
  // A file of stores or people tells by no act who holds what now.
  if (imported.lists)
    await database.transaction(async (db) => reachAgain(db, await everySeat(db), today, now))
  await generateDuties(database, now, duties)
  await database.transaction(async (db) => {
    if (imported.tickets) await reconcileOwnTargets(db, today, now)
    await chooseSamples(db, duties, today, now)
    await markLapses(db, now)
    await keepLoads(db, today)
  })
}
