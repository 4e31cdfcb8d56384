import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Edition } from './shape.ts'

export interface Made {
  /** null: as shipped with the product. */
  readonly by: string | null
  readonly at: Date
  readonly words: string | null
}
type Kept<E> = E & { readonly words: string | null; readonly byName: string | null; readonly at: string }

export interface EditionTables<E extends Edition> {
  /** Of each kind the one in force on a day, where the company has made one. */
  inForce(db: Db, kinds: readonly E['kind'][], day: Day): Promise<Kept<E>[]>
  byId(db: Db, id: string): Promise<Kept<E> | undefined>
  /** What was published, newest first: planned ones, those in force and some before. */
  published(db: Db, most: number): Promise<Kept<E>[]>
  /** Only one that has not begun: else false. */
  withdraw(db: Db, w: { id: string; today: Day; by: string; at: Date }): Promise<boolean>
}

/** Editions as a table keeps them; `columns`: what one has besides, its items among it. */
export function editionTables<E extends Edition>(
  table: 'check_edition' | 'visit_edition' | 'display_edition',
  columns: string,
): EditionTables<E> {
  const seen = `select e.id, e.kind, e.from_day as "from", e.words, p.name as "byName", e.at, ${columns}
    from ${table} e left join person p on p.id = e.by where e.withdrawn_at is null`
  return {
    inForce: (db, kinds, day) =>
      db.query<Kept<E>>(
        `${seen} and e.kind = any($1::text[]) and e.from_day = (select max(l.from_day) from ${table} l
           where l.kind = e.kind and l.withdrawn_at is null and l.from_day <= $2)`,
        [kinds, day],
      ),
    async byId(db, id) {
      const [found] = await db.query<Kept<E>>(`${seen} and e.id = $1`, [id])
      return found
    },
    published: (db, most) =>
      db.query<Kept<E>>(`${seen} and e.by is not null order by e.from_day desc, e.at desc limit $1`, [most]),
    withdraw: async (db, w) =>
      (
        await db.query(
          `update ${table} set withdrawn_by = $3, withdrawn_at = $4
           where id = $1 and from_day > $2 and withdrawn_at is null returning id`,
          [w.id, w.today, w.by, w.at.toISOString()],
        )
      ).length > 0,
  }
}
