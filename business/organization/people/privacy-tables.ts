import { identifier } from '../../../platform/database/catalogue.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { phoneOf } from './phones.ts'
import { personSearch } from './tables.ts'

/** What is on record of a person in one table. */
export interface TableOfPerson {
  readonly table: string
  readonly count: number
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}
/** Rows of one table that are handed out at most; `count` says how many there are. */
const mostRows = 1_000
/** What proves who somebody is tells nothing about him and is handed to nobody. */
const secrets = ['credential', 'pin', 'recovery_code', 'second_factor', 'api_token', 'subject_key']
const secretColumns = ['token_hash', 'phone_sealed', 'phone_index', 'search']

/** Everything kept under the person's id: read from the catalogue, so that a table of tomorrow is in it. */
export async function dataOf(db: Db, keys: Keys, person: string): Promise<TableOfPerson[]> {
  const tables = await db.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'person_id'
       and c.data_type = 'uuid' and c.table_name <> all($1::text[]) order by 1`,
    [secrets],
  )
  const about: TableOfPerson[] = []
  for (const { table, key } of [
    { table: 'person', key: 'id' },
    ...tables.map(({ name }) => ({ table: name, key: 'person_id' })),
  ]) {
    const rows = await db.query<{ row: Record<string, unknown>; count: number }>(
      `select to_jsonb(x) - $2::text[] as row, count(*) over ()::int as count from ${identifier(table)} x
       where ${identifier(key)} = $1 limit $3`,
      [person, secretColumns, mostRows],
    )
    if (rows.length > 0) about.push({ table, count: rows[0]!.count, rows: rows.map((r) => r.row) })
  }
  const phone = await phoneOf(db, keys, person)
  return about.map((t) =>
    t.table === 'person' ? { ...t, rows: t.rows.map((r) => ({ ...r, phone: phone ?? null })) } : t,
  )
}

/** With the key whatever was sealed under it is gone, in every copy and backup too; the books keep the job number. */
export async function erasePerson(db: Db, person: string, jobNumber: string): Promise<void> {
  await forget(db, [person])
  const name = `已注销 ${jobNumber}`
  await db.query('update person set name = $2, search = $3, pinyin = $4 where id = $1', [
    person,
    name,
    personSearch(name, jobNumber),
    jobNumber.toLowerCase(),
  ])
  await db.query('delete from session where person_id = $1', [person])
  await db.query('delete from device_person where person_id = $1', [person])
}

/** People who left so long ago that the company no longer keeps their numbers. Answers how many there were. */
export async function forgetLeavers(db: Db, today: Day): Promise<number> {
  const [company] = await db.query<{ days: number }>('select leavers_kept_days as days from company')
  if (!company) return 0
  const gone = await db.query<{ id: string }>(
    `select p.id from person p where p.left_on < $1
       and (p.phone is not null or exists (select 1 from subject_key k where k.subject_id = p.id))`,
    [addDays(today, -company.days)],
  )
  await forget(
    db,
    gone.map((p) => p.id),
  )
  return gone.length
}

async function forget(db: Db, people: readonly string[]): Promise<void> {
  await db.query('delete from subject_key where subject_id = any($1::uuid[])', [people])
  await db.query(
    'update person set phone = null, phone_sealed = null, phone_index = null where id = any($1::uuid[])',
    [people],
  )
}
