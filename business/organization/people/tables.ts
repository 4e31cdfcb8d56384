import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { pinyinKey, searchText } from '../../../platform/kinds/pinyin.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { keepPhones, phoneIndex, type Vault } from './phones.ts'
import type { OtherHolder, Seat } from './rules.ts'
import type { Appointment, Delegation, NamedAppointment, Person } from './shape.ts'

export const personSearch = (name: string, jobNumber: string): string =>
  `${searchText(name)} ${jobNumber.toLowerCase()}`

const personColumns = `id, job_number as "jobNumber", name, phone, language, hired_on as "hiredOn", left_on as "leftOn"`

export const findPerson = (db: Db, id: string): Promise<Person | undefined> =>
  one<Person>(db, `select ${personColumns} from person where id = $1`, [id])
export const personByJobNumber = (db: Db, jobNumber: string): Promise<OtherHolder | undefined> =>
  one<OtherHolder>(db, 'select id, name from person where job_number = $1', [jobNumber])
/** A number that a person took along when leaving may be given to another. */
export async function personByPhone(
  db: Db,
  keys: Keys,
  phone: string | null | undefined,
): Promise<OtherHolder | undefined> {
  if (!phone) return undefined
  return one<OtherHolder>(db, 'select id, name from person where phone_index = $1 and left_on is null', [
    await phoneIndex(db, keys, phone),
  ])
}

export async function insertPerson(db: Db, vault: Vault, p: Omit<Person, 'leftOn'>): Promise<void> {
  await db.query(
    `insert into person (id, job_number, name, search, pinyin, language, hired_on) values ($1, $2, $3, $4, $5, $6, $7)`,
    [p.id, p.jobNumber, p.name, personSearch(p.name, p.jobNumber), pinyinKey(p.name), p.language, p.hiredOn],
  )
  await keepPhones(db, vault, [{ person: p.id, phone: p.phone }])
}

/** Without a phone the number stays what it is. */
export async function updatePerson(
  db: Db,
  vault: Vault,
  { phone, ...p }: Omit<Person, 'leftOn' | 'phone'> & { readonly phone?: string | null | undefined },
): Promise<void> {
  await db.query(
    `update person set job_number = $2, name = $3, search = $4, pinyin = $5, language = $6, hired_on = $7 where id = $1`,
    [p.id, p.jobNumber, p.name, personSearch(p.name, p.jobNumber), pinyinKey(p.name), p.language, p.hiredOn],
  )
  if (phone !== undefined) await keepPhones(db, vault, [{ person: p.id, phone }])
}

export async function writeLeaving(db: Db, person: string, leftOn: Day | null): Promise<void> {
  await db.query('update person set left_on = $2 where id = $1', [person, leftOn])
}

/** Nobody signs in with it any more; tills that used the person's tokens stop too. */
export async function withdrawAccess(db: Db, person: string, by: string, now: Date): Promise<void> {
  await db.query('delete from credential where person_id = $1', [person])
  await db.query('delete from pin where person_id = $1', [person])
  await db.query('delete from second_factor where person_id = $1', [person])
  await db.query('delete from recovery_code where person_id = $1', [person])
  await db.query(
    'update api_token set revoked_at = $2, revoked_by = $3 where person_id = $1 and revoked_at is null',
    [person, now.toISOString(), by],
  )
}

const appointmentColumns = `a.id, a.person_id as person, a.position, a.area_id as area, a.store_id as store, a.title,
  a.from_day as "from", a.to_day as "to", p.name as "personName"`

export const findAppointment = (db: Db, id: string): Promise<NamedAppointment | undefined> =>
  one<NamedAppointment>(
    db,
    `select ${appointmentColumns} from appointment a join person p on p.id = a.person_id where a.id = $1`,
    [id],
  )

export const appointmentsOf = (db: Db, person: string): Promise<NamedAppointment[]> =>
  db.query<NamedAppointment>(
    `select ${appointmentColumns} from appointment a join person p on p.id = a.person_id where a.person_id = $1 order by a.from_day`,
    [person],
  )

/** Appointments of the person, and of the seat: those of the store, of the area, or of the headquarters position. */
export const appointmentsAround = (
  db: Db,
  person: string,
  seat: Pick<Appointment, 'position' | 'area' | 'store'>,
): Promise<NamedAppointment[]> =>
  db.query<NamedAppointment>(
    `select ${appointmentColumns} from appointment a join person p on p.id = a.person_id
     where a.person_id = $1 or a.store_id = $2 or a.area_id = $3 or ($2::uuid is null and $3::uuid is null and a.position = $4)`,
    [person, seat.store, seat.area, seat.position],
  )

export async function insertAppointment(db: Db, a: Appointment): Promise<void> {
  await db.query(
    `insert into appointment (id, person_id, position, area_id, store_id, title, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [a.id, a.person, a.position, a.area, a.store, a.title, a.from, a.to],
  )
}

/** The stand-ins of what ends go with it. */
export async function endAppointmentsOn(
  db: Db,
  ids: readonly string[],
  lastDay: Day,
  now: Date,
): Promise<void> {
  await db.query('update appointment set to_day = $2 where id = any($1::uuid[])', [ids, lastDay])
  await db.query(
    `update delegation set ended_at = $3 where appointment_id = any($1::uuid[]) and ended_at is null and from_day > $2`,
    [ids, lastDay, now.toISOString()],
  )
  await db.query(
    `update delegation set to_day = $2 where appointment_id = any($1::uuid[]) and ended_at is null and to_day > $2`,
    [ids, lastDay],
  )
}

export async function withdrawAppointments(db: Db, ids: readonly string[]): Promise<void> {
  await db.query('delete from delegation where appointment_id = any($1::uuid[])', [ids])
  await db.query('delete from appointment where id = any($1::uuid[])', [ids])
}

export const appointmentsInStoreAfter = (
  db: Db,
  store: string,
  on: Day,
): Promise<{ id: string; name: string; from: Day; to: Day | null }[]> =>
  db.query(
    `select a.id, p.name, a.from_day as "from", a.to_day as "to" from appointment a join person p on p.id = a.person_id
     where a.store_id = $1 and (a.to_day is null or a.to_day > $2) order by a.position desc, p.name`,
    [store, on],
  )

export async function endAppointmentsInStore(db: Db, store: string, on: Day, now: Date): Promise<void> {
  const lasting = await appointmentsInStoreAfter(db, store, on)
  await withdrawAppointments(
    db,
    lasting.filter((a) => a.from > on).map((a) => a.id),
  )
  await endAppointmentsOn(
    db,
    lasting.filter((a) => a.from <= on).map((a) => a.id),
    on,
    now,
  )
}

export async function findSeat(
  db: Db,
  { store, area }: { store: string | null; area: string | null },
): Promise<Seat | undefined> {
  if (store)
    return one<Seat>(
      db,
      'select name, opened_on as "openedOn", closed_on as "closedOn" from store where id = $1',
      [store],
    )
  if (area)
    return one<Seat>(
      db,
      'select name, opened_on as "openedOn", closed_on as "closedOn" from area where id = $1',
      [area],
    )
  return undefined
}

/** Administrators on that day who do not leave, apart from this appointment or person. */
export async function otherAdministrators(
  db: Db,
  except: { appointment?: string; person?: string },
  day: Day,
): Promise<number> {
  const row = await one<{ count: number }>(
    db,
    `select count(distinct a.person_id)::int as count from appointment a join person p on p.id = a.person_id
     where a.position = 'administrator' and a.from_day <= $3 and a.to_day is null and p.left_on is null
       and a.id is distinct from $1::uuid and a.person_id is distinct from $2::uuid`,
    [except.appointment ?? null, except.person ?? null, day],
  )
  return row?.count ?? 0
}

const delegationColumns = `d.id, d.appointment_id as appointment, d.to_person as "toPerson", p.name as "toName",
  d.from_day as "from", d.to_day as "to", d.reason`

export const delegationsOf = (db: Db, appointment: string): Promise<Delegation[]> =>
  db.query<Delegation>(
    `select ${delegationColumns} from delegation d join person p on p.id = d.to_person
     where d.appointment_id = $1 and d.ended_at is null order by d.from_day`,
    [appointment],
  )
export const findDelegation = (db: Db, id: string): Promise<Delegation | undefined> =>
  one<Delegation>(
    db,
    `select ${delegationColumns} from delegation d join person p on p.id = d.to_person where d.id = $1 and d.ended_at is null`,
    [id],
  )

export async function insertDelegation(
  db: Db,
  d: { id: string; appointment: string; toPerson: string; from: Day; to: Day; reason: string },
  by: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into delegation (id, appointment_id, to_person, from_day, to_day, reason, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [d.id, d.appointment, d.toPerson, d.from, d.to, d.reason, by, now.toISOString()],
  )
}

/** Ends it on an earlier day than agreed; what has not begun by then is ended with `endDelegations`. */
export const shortenDelegation = (db: Db, delegation: string, lastDay: Day): Promise<unknown> =>
  db.query('update delegation set to_day = $2 where id = $1 and ended_at is null and to_day > $2', [
    delegation,
    lastDay,
  ])

export async function endDelegations(
  db: Db,
  by: { delegation?: string; standIn?: string },
  now: Date,
): Promise<void> {
  await db.query(
    'update delegation set ended_at = $3 where ended_at is null and (id = $1 or to_person = $2)',
    [by.delegation ?? null, by.standIn ?? null, now.toISOString()],
  )
}
