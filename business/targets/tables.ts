import type { Db } from '../../platform/database/database.ts'
import type { Day, Month } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'

/**
 * Targets in force, for boards and reports of later areas. Amounts in whole cents. `stores`: 'all' or ids.
 * A store or a day without a target has no row: no target is not a target of 0.
 */
export type Stores = 'all' | readonly string[]
const among = (stores: Stores): string[] | null => (stores === 'all' ? null : [...stores])

export interface StoreDayTarget {
  readonly store: string
  readonly day: Day
  readonly amount: Money
  readonly monthToDate: Money
  readonly monthTotal: Money
}
/** Store targets day by day, both days included. */
export const storeDayTargets = (db: Db, stores: Stores, from: Day, to: Day): Promise<StoreDayTarget[]> =>
  db.query<StoreDayTarget>(
    `select store_id as store, day, amount, month_to_date as "monthToDate", month_total as "monthTotal" from store_day_target
     where day between $2 and $3 and ($1::uuid[] is null or store_id = any($1::uuid[])) order by store_id, day`,
    [among(stores), from, to],
  )

export interface PersonDayTarget extends StoreDayTarget {
  readonly person: string
}
/** Person targets of stores day by day, both days included. */
export const personDayTargets = (db: Db, stores: Stores, from: Day, to: Day): Promise<PersonDayTarget[]> =>
  db.query<PersonDayTarget>(
    `select store_id as store, person_id as person, day, amount, month_to_date as "monthToDate", month_total as "monthTotal"
     from person_day_target where day between $2 and $3 and ($1::uuid[] is null or store_id = any($1::uuid[]))
     order by store_id, person_id, day`,
    [among(stores), from, to],
  )

/** One person's days wherever he sells, both days included. */
export const ownDayTargets = (db: Db, person: string, from: Day, to: Day): Promise<PersonDayTarget[]> =>
  db.query<PersonDayTarget>(
    `select store_id as store, person_id as person, day, amount, month_to_date as "monthToDate", month_total as "monthTotal"
     from person_day_target where person_id = $1 and day between $2 and $3 order by day, store_id`,
    [person, from, to],
  )

/** Sum of store targets from one day to another, by store. */
export const storeTargetsBetween = (db: Db, stores: Stores, from: Day, to: Day) =>
  db.query<{ store: string; amount: Money; days: number }>(
    `select store_id as store, sum(amount)::bigint as amount, count(*)::int as days from store_day_target
     where day between $2 and $3 and ($1::uuid[] is null or store_id = any($1::uuid[])) group by store_id order by store_id`,
    [among(stores), from, to],
  )

/** Months of a store's targets in force. */
export const storeMonthTargets = (db: Db, stores: Stores, months: readonly Month[]) =>
  db.query<{ store: string; month: Month; total: Money; target: string; split: boolean }>(
    `select f.store_id as store, f.month, f.total, f.target_id as target, t.people is not null as split
     from store_target_in_force f join store_target t on t.store_id = f.store_id and t.id = f.target_id
     where f.month = any($2::text[]) and ($1::uuid[] is null or f.store_id = any($1::uuid[])) order by f.store_id, f.month`,
    [among(stores), [...months]],
  )

/** The year's months of the company and of each area in force; `scope` is the nil uuid for the company. */
export const plansInForce = (db: Db, year: number) =>
  db.query<{ scope: string; months: Money[]; version: string }>(
    'select scope_id as scope, months, version_id as version from target_in_force where year = $1 order by scope_id',
    [year],
  )
