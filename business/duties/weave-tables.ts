import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Counts } from './shape.ts'
import { areaOfSeat, countsOf, joined, type Seen, seen, stateAt } from './view-tables.ts'

/** What one row of the weave is: an area, a seat, or, within one store, a clause or a person who owes it himself. */
export type Warp = 'area' | 'seat' | 'within'
const keys: Readonly<Record<Warp, string>> = {
  area: `coalesce(area::text, '${companyWide}')`,
  seat: 'seat::text',
  within: `case when holder = '${companyWide}' then duty else holder::text end`,
}

export interface WovenRow extends Counts {
  readonly key: string
  readonly day: Day
  readonly duty: string
}
export interface Span {
  readonly from: Day
  readonly to: Day
}
export interface WovenOnly {
  readonly area: string | null
  readonly store: string | null
  readonly duty: string | null
  /** Clauses that are only woven when asked for by name. */
  readonly without: readonly string[]
}
/** By row, day and clause over a span; what has not opened yet is left out. */
export const weaveOf = (
  db: Db,
  among: Seen,
  warp: Warp,
  { from, to }: Span,
  only: WovenOnly,
  now: Date,
): Promise<WovenRow[]> =>
  db.query<WovenRow>(
    `select key, day, duty, ${countsOf('state')} from (
       select ${keys[warp]} as key, day, duty, state from (
         select i.seat_id as seat, i.holder_id as holder, i.day, i.duty, ${areaOfSeat} as area, ${stateAt('$1')} as state ${joined}
         where i.day between $4 and $5 and ${seen} and (i.duty = $7 or $7::text is null and i.duty <> all($8::text[]))
           and ($9::uuid is null or i.store_id = $9)) y
       where state <> 'ahead' and ($6::uuid is null or area = $6)) x
     group by key, day, duty`,
    [now.toISOString(), among.stores, among.areas, from, to, only.area, only.duty, only.without, only.store],
  )

export interface PersonNamed {
  readonly id: string
  readonly name: string
}
export const peopleNamed = (db: Db, ids: readonly string[]): Promise<PersonNamed[]> =>
  db.query('select id, name from person where id = any($1::uuid[])', [ids])
