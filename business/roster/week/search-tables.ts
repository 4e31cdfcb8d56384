import { type Database, type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { RosterGrid } from '../shape.ts'
import type { Search } from './shape.ts'

export const searchChannel = 'roster_search'
/** A process that has not told of itself for so long is taken for dead. Seconds. */
const leaseSeconds = 30

const searchSql = `select id, revision, asked_at as "askedAt", stop_asked_at is not null as "stopAsked", first_cost as "firstCost", cost, bound,
  elapsed, seconds, ended_as as "endedAs" from roster_search`
/** The last search of a week. */
export const searchOf = (db: Db, store: string, week: Day): Promise<Search | undefined> =>
  one<Search>(db, `${searchSql} where store_id = $1 and week = $2 order by asked_at desc, id desc limit 1`, [
    store,
    week,
  ])
export interface Found {
  readonly week: Day
  readonly revision: number
  readonly people: readonly string[]
  readonly grid: RosterGrid
}
export async function foundBy(db: Db, store: string, id: string): Promise<Found | undefined> {
  const row = await one<{ week: Day; revision: number; people: string[] | null; grid: string | null }>(
    db,
    'select week, revision, people, grid from roster_search where store_id = $1 and id = $2 and ended_at is not null',
    [store, id],
  )
  if (!row?.grid || !row.people) return undefined
  return { ...row, people: row.people, grid: JSON.parse(row.grid) as number[][] }
}
/** Writes that a better roster is asked for; the processes beside the server hear of it once that is committed. */
export async function insertSearch(
  db: Db,
  s: { store: string; id: string; week: Day; revision: number; seconds: number; by: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into roster_search (store_id, id, week, revision, seconds, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [s.store, s.id, s.week, s.revision, s.seconds, s.by, s.at.toISOString()],
  )
  await db.query('select pg_notify($1, $2)', [searchChannel, s.id])
}
export const askStop = async (db: Db, store: string, id: string, at: Date): Promise<boolean> => {
  const rows = await db.query(
    `update roster_search set stop_asked_at = coalesce(stop_asked_at, $3) where store_id = $1 and id = $2 and ended_at is null returning id`,
    [store, id, at.toISOString()],
  )
  await db.query('select pg_notify($1, $2)', [searchChannel, id])
  return rows.length > 0
}

export interface Waiting {
  readonly store: string
  readonly id: string
  readonly week: Day
  readonly revision: number
  readonly seconds: number
}
/** Takes the search that has waited longest and that nobody does; of several processes one gets it. */
export const takeSearch = (db: Db, holder: string): Promise<Waiting | undefined> =>
  one<Waiting>(
    db,
    `update roster_search s set holder = $1, held_until = now() + $2 * interval '1 second'
     where (s.store_id, s.id) = (select store_id, id from roster_search where ended_at is null
         and (held_until is null or held_until < now()) order by asked_at, id limit 1)
       and s.ended_at is null and (s.held_until is null or s.held_until < now())
     returning s.store_id as store, s.id, s.week, s.revision, s.seconds`,
    [holder, leaseSeconds],
  )
export interface FoundSoFar {
  readonly store: string
  readonly id: string
  readonly holder: string
  readonly firstCost: number
  readonly cost: number
  readonly bound: number | null
  readonly elapsed: number
  readonly people: readonly string[]
  readonly grid: RosterGrid
}
/** Tells what was found so far and that somebody is at it; answers whether an end was asked for. */
export async function tellSearch(db: Db, f: FoundSoFar): Promise<'go' | 'stop'> {
  const row = await one<{ stop: boolean }>(
    db,
    `update roster_search set first_cost = $4, cost = $5, bound = $6, elapsed = $7, people = $8, grid = $9,
       held_until = now() + $10 * interval '1 second'
     where store_id = $1 and id = $2 and holder = $3 and ended_at is null returning stop_asked_at is not null as stop`,
    [
      f.store,
      f.id,
      f.holder,
      f.firstCost,
      f.cost,
      f.bound,
      f.elapsed,
      f.people,
      JSON.stringify(f.grid),
      leaseSeconds,
    ],
  )
  return row && !row.stop ? 'go' : 'stop'
}
export const endSearch = (
  db: Database,
  store: string,
  id: string,
  as: NonNullable<Search['endedAs']>,
  at: Date,
): Promise<unknown> =>
  db.query(
    'update roster_search set ended_at = $3, ended_as = $4 where store_id = $1 and id = $2 and ended_at is null',
    [store, id, at.toISOString(), as],
  )
