import type { Db } from '../../platform/database/database.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Done } from '../../platform/server/outcome.ts'
import type { ProofName } from './catalogue/proofs.ts'
import { reachAgain, seatIn } from './seat-tables.ts'

/** What an act changes of who owes what: the seats of somebody, of its store, of its area's stores, or all. */
type Concerns = 'person' | 'store' | 'areaStores' | 'all'
const changing = {
  'organization.openStore': 'store',
  'organization.changeStore': 'store',
  'organization.closeStore': 'store',
  'organization.moveStore': 'store',
  'organization.closeDays': 'store',
  'organization.reopenDays': 'store',
  'organization.changeCompany': 'all',
  'organization.hire': 'person',
  'organization.rehire': 'person',
  'organization.appoint': 'person',
  'organization.transfer': 'person',
  'organization.endAppointment': 'person',
  'organization.dismiss': 'person',
  'organization.delegate': 'person',
  'organization.endDelegation': 'person',
  'leave.ask': 'person',
  'leave.decide': 'person',
  'leave.withdraw': 'person',
  'targets.saveStoreMonth': 'store',
  'targets.respreadPeople': 'store',
  'rosters.respreadTargets': 'store',
  'targets.releaseArea': 'areaStores',
  'targets.decideYear': 'all',
  'displays.publish': 'all',
  'displays.withdraw': 'all',
} as const satisfies Partial<Record<ProofName, Concerns>>

/** Days back to which a change may still excuse, or ask again for, what has fallen due. */
export const lookBack = 62

/** After an act that changes who owes what, the seats that it concerns are looked at once more. Answers whether it was one. */
export async function hearChange(db: Db, done: Done): Promise<boolean> {
  const concerns: Concerns | undefined = Object.hasOwn(changing, done.action)
    ? changing[done.action as keyof typeof changing]
    : undefined
  if (!concerns) return false
  const found = concerns === 'store' ? [] : await seatsConcerned(db, done, concerns)
  const own = done.store ? [{ store: done.store, seat: done.store }] : []
  const seats = [...new Map([...own, ...found].map((s) => [s.seat, s])).values()]
  // Everything at once is a year's plan or a new clock: what has fallen due stays as it was.
  const from = concerns === 'all' ? done.day : addDays(done.day, -lookBack)
  if (seats.length > 0) await reachAgain(db, seats, from, done.now)
  return true
}

async function seatsConcerned(
  db: Db,
  done: Done,
  concerns: Exclude<Concerns, 'store'>,
): Promise<{ store: string; seat: string }[]> {
  if (concerns === 'all') return everySeat(db)
  if (concerns === 'areaStores')
    return db.query(
      `select distinct m.store_id as store, m.store_id as seat from store_area m where m.area_id = $1
         and not exists (select from store_area n where n.store_id = m.store_id and n.from_day > m.from_day and n.from_day <= $2)`,
      [done.area, done.day],
    )
  return seatsOfSomebody(db, idsIn(done))
}

export const everySeat = (db: Db): Promise<{ store: string; seat: string }[]> =>
  db.query(
    `select id as store, id as seat from store union all select $1::uuid, id from area union all select $1::uuid, $1::uuid`,
    [companyWide],
  )

/** The records that an act about somebody names: himself, an appointment, a delegation or a leave. */
function idsIn(done: Done): string[] {
  const input = done.input as Record<'person' | 'appointment' | 'delegation' | 'id', unknown>
  return [done.record, input.person, input.appointment, input.delegation, input.id].filter(
    (id): id is string => typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id),
  )
}

/** All seats that whoever these records are about has held or will hold. */
async function seatsOfSomebody(db: Db, ids: readonly string[]): Promise<{ store: string; seat: string }[]> {
  const rows = await db.query<{ area: string | null; store: string | null }>(
    `select distinct a.store_id as store, a.area_id as area from appointment a where a.person_id in (
       select id from person where id = any($1::uuid[])
       union select person_id from appointment where id = any($1::uuid[])
       union select person_id from leave where id = any($1::uuid[])
       union select h.person_id from delegation d join appointment h on h.id = d.appointment_id where d.id = any($1::uuid[]))`,
    [ids],
  )
  return rows.map(({ store, area }) => seatIn(store ? { store } : area ? { area } : 'company'))
}
