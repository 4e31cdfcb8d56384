import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of rounds of moving goods; each query returns the rows where it does not. */
export const rebalanceInvariants: readonly Invariant[] = [
  {
    name: 'rebalance.everyBundleIsDecided',
    says: [
      '定过的方案每一组都有批或不批，没定的一组也没有',
      'Of a decided round every bundle is accepted or refused, of an undecided one none',
    ],
    sql: `select b.round_id, b.n from rebalance_bundle b left join rebalance_decision d on d.round_id = b.round_id
      where (b.accepted is not null) <> (d.round_id is not null)`,
  },
  {
    name: 'rebalance.acceptedIsTransferred',
    says: [
      '批了的每一件都在调拨单里，调拨单里没有方案之外的货；没批的一件也没有',
      'Every accepted piece is in a transfer, no such transfer holds another, and of what was refused none is',
    ],
    sql: `select l.round_id, l.n, l.sku_id, null::bigint as planned, null::bigint as asked from rebalance_line l
        join rebalance_bundle b on b.round_id = l.round_id and b.n = l.n
      where (l.transfer_id is not null) <> coalesce(b.accepted, false)
      union all
      select null, null, coalesce(p.sku_id, t.sku_id), p.pieces, t.asked from (select transfer_id, sku_id, sum(pieces) as pieces
          from rebalance_line where transfer_id is not null group by 1, 2) p
      full join (select t.transfer_id, t.sku_id, t.asked from transfer_line t where exists (select from rebalance_line l
          where l.transfer_id = t.transfer_id)) t using (transfer_id, sku_id)
      where p.pieces is distinct from t.asked::bigint`,
  },
  {
    name: 'rebalance.goesWhereItSays',
    says: ['方案里的调出店、调入店就是调拨单上的', 'The stores of a proposal are those of its transfer'],
    sql: `select l.round_id, l.n, l.transfer_id from rebalance_line l left join transfer t on t.store_id = l.from_store
        and t.id = l.transfer_id and t.to_store = l.to_store where l.transfer_id is not null and t.id is null`,
  },
  {
    name: 'rebalance.unitsStay',
    says: [
      '每一组前后件数不变，也没有一家店变成负数',
      'A bundle neither loses pieces nor makes any, and leaves no store with fewer than none',
    ],
    sql: `select b.round_id, b.n from rebalance_bundle b cross join lateral (select
          sum((select sum(x::int) from jsonb_array_elements_text(r -> 'before') x)) as before,
          sum((select sum(x::int) from jsonb_array_elements_text(r -> 'after') x)) as after,
          min((select min(x::int) from jsonb_array_elements_text(r -> 'after') x)) as least
        from jsonb_array_elements(b.runs) r) s
      where s.before is distinct from s.after or s.least < 0`,
  },
]
