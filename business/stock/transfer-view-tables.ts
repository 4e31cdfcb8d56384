import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Piece, pieceColumns } from './view-tables.ts'

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}
export interface TransferSeen {
  readonly id: string
  readonly number: string
  readonly from: Named
  readonly to: Named
  readonly why: string
  readonly words: string | null
  readonly by: string
  readonly at: string
  readonly steps: readonly {
    readonly step: string
    readonly by: string
    readonly at: string
    readonly words: string | null
  }[]
  readonly asked: number
  readonly picked: number | null
  readonly styles: number
  /** Null before it is on its way. */
  readonly inTransit: number | null
  /** What the other store took in: received and surplus. */
  readonly taken: number
  readonly differs: number
  readonly dueOn: Day | null
}
const store = (t: string): string =>
  `json_build_object('id', ${t}.id, 'code', ${t}.code, 'name', ${t}.name, 'nameEn', ${t}.name_en)`
const transfers = `select t.id, t.number, ${store('f')} as "from", ${store('o')} as "to", t.why, t.words, coalesce(p.name, '') as by, t.at,
    (select coalesce(json_agg(json_build_object('step', x.step, 'by', coalesce(q.name, ''), 'at', x.at, 'words', x.words) order by x.at), '[]')
     from transfer_step x left join person q on q.id = x.by where x.store_id = t.store_id and x.transfer_id = t.id) as steps,
    l.asked, l.picked, l.styles, w."inTransit", coalesce(w.taken, 0) as taken, coalesce(w.differs, 0) as differs, w."dueOn"
  from transfer t join store f on f.id = t.store_id join store o on o.id = t.to_store left join person p on p.id = t.by
  cross join lateral (select sum(x.asked)::int as asked, sum(x.picked)::int as picked, count(distinct k.style_id)::int as styles
    from transfer_line x join sku k on k.id = x.sku_id where x.store_id = t.store_id and x.transfer_id = t.id) l
  left join lateral (select min(s.due_on) as "dueOn", sum(x.in_transit)::int as "inTransit", sum(x.received + x.surplus)::int as taken,
      sum(x.rejected + x.missing + x.surplus)::int as differs
    from shipment s join shipment_line x on x.store_id = s.store_id and x.shipment_id = s.id
    where s.store_id = t.to_store and s.id = t.id having count(*) > 0) w on true`

/** Transfers out of and into some stores, the latest first. */
export const transfersOf = (db: Db, stores: readonly string[], since: Day): Promise<TransferSeen[]> =>
  db.query<TransferSeen>(
    `${transfers} where (t.store_id = any($1::uuid[]) or t.to_store = any($1::uuid[])) and t.day >= $2 order by t.at desc limit 200`,
    [stores, since],
  )
export const transferSeen = async (db: Db, from: string, id: string): Promise<TransferSeen | undefined> =>
  (await db.query<TransferSeen>(`${transfers} where t.store_id = $1 and t.id = $2`, [from, id]))[0]
export const transferLinesSeen = (db: Db, from: string, id: string) =>
  db.query<Piece & { asked: number; picked: number | null; onHand: number }>(
    `select ${pieceColumns}, x.asked, x.picked, coalesce(s.on_hand, 0) as "onHand" from transfer_line x join sku k on k.id = x.sku_id
     join style y on y.id = k.style_id left join stock s on s.store_id = x.store_id and s.sku_id = x.sku_id
     where x.store_id = $1 and x.transfer_id = $2 order by y.code, k.color, k.size_order, k.size`,
    [from, id],
  )
/** Stores that keep a stock book, for a transfer to be addressed. */
export const storesKeeping = (db: Db): Promise<(Named & { pinyin: string })[]> =>
  db.query(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.pinyin from stock_book b join store s on s.id = b.store_id
     where s.closed_on is null order by s.code`,
  )
