import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type AuditLine, type LinesWanted, linesShown } from './shape.ts'

/** Lines of the chains seen, the latest first, one more than is shown. `stores` null: all chains, the company's too. */
export const auditLines = (
  db: Db,
  stores: readonly string[] | null,
  wanted: LinesWanted,
): Promise<AuditLine[]> =>
  db.query<AuditLine>(
    `select l.store_id as store, s.name as "storeName", s.name_en as "storeNameEn", l.seq, l.at, l.day, l.actor_id as actor,
       p.name as "actorName", b.name as "onBehalfOfName", l.device, l.action, l.record, l.detail, left(encode(l.hash, 'hex'), 8) as seal
     from audit_line l left join store s on s.id = l.store_id left join person p on p.id = l.actor_id
     left join person b on b.id = l.on_behalf_of
     where l.at >= $1::date - interval '1 day' and l.at < $2::date + interval '2 days' and l.day between $1 and $2
       and ($3::uuid[] is null or l.store_id = any($3::uuid[])) and ($4::uuid is null or l.store_id = $4)
       and ($5::uuid is null or l.actor_id = $5 or l.on_behalf_of = $5) and ($6::text is null or l.action = $6)
       and ($7::text is null or l.record = $7 or strpos(lower(l.detail::text), lower($7)) > 0)
       and ($8::timestamptz is null or (l.at, l.store_id, l.seq) < ($8::timestamptz, $9::uuid, $10::bigint))
     order by l.at desc, l.store_id desc, l.seq desc limit $11`,
    [
      wanted.from,
      wanted.to,
      stores,
      wanted.store ?? null,
      wanted.person ?? null,
      wanted.action || null,
      wanted.text || null,
      wanted.after?.at ?? null,
      wanted.after?.store ?? null,
      wanted.after?.seq ?? null,
      linesShown + 1,
    ],
  )

export interface ChainState {
  readonly lines: number
  /** From this line on it was recomputed just now. */
  readonly from: number
  /** The first line that does not follow; null: all do. */
  readonly broken: number | null
  /** The last anchor that covers it. */
  readonly anchored: Day | null
}
/** Lines recomputed at a press; all of them are by the command line. */
const recomputed = 5_000

/** Recomputes the end of one chain: every line against the one before it, the head, and the anchors over it. */
export async function chainState(db: Db, store: string): Promise<ChainState> {
  const row = await one<ChainState>(
    db,
    `with head as (select seq, hash from audit_head where store_id = $1),
     recent as (
       select l.*, lag(hash) over chain as expected_previous, lag(seq) over chain as expected_seq from audit_line l
       where store_id = $1 and seq > (select seq from head) - $2 window chain as (order by seq)
     ), wrong as (
       select seq from recent where hash <> audit_hash(previous, store_id, seq, at, day, actor_id, on_behalf_of, device, action, record, detail)
         or expected_seq is not null and (expected_previous <> previous or expected_seq + 1 <> seq)
       union all select h.seq from head h left join audit_line l on l.store_id = $1 and l.seq = h.seq where l.hash is distinct from h.hash
       union all select a.seq from audit_anchor_head a left join audit_line l on l.store_id = $1 and l.seq = a.seq
         where a.store_id = $1 and l.hash is distinct from a.hash
     )
     select coalesce((select seq from head), 0) as lines, coalesce((select min(seq) from recent), 0) as "from",
       (select min(seq) from wrong) as broken, (select max(day) from audit_anchor_head where store_id = $1) as anchored`,
    [store, recomputed],
  )
  return row!
}

export interface AnchorRow {
  readonly day: Day
  readonly at: string
  readonly chains: number
  readonly lines: number
  readonly hash: string
}
export const latestAnchors = (db: Db): Promise<AnchorRow[]> =>
  db.query(
    `select day, at, chains, lines, encode(hash, 'hex') as hash from audit_anchor order by day desc limit 31`,
  )
