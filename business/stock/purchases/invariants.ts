import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of orders placed with makers; each query returns the rows where it does not. */
export const purchaseInvariants: readonly Invariant[] = [
  {
    name: 'purchases.cameAndCancelled',
    says: [
      '采购订单每一行：已到等于送货单合计，已取消等于取消记录合计',
      'Of each line ordered, what came is the sum of its delivery notes and what is cancelled that of its cancellations',
    ],
    sql: `select l.order_id, l.line, l.came, l.cancelled from purchase_line l
      left join (select order_id, line, sum(pieces) as pieces from purchase_arrival_line group by 1, 2) a using (order_id, line)
      left join (select order_id, line, sum(pieces) as pieces from purchase_cancellation group by 1, 2) c using (order_id, line)
      where l.came <> coalesce(a.pieces, 0) or l.cancelled <> coalesce(c.pieces, 0)`,
  },
  {
    name: 'purchases.cameAsOrdered',
    says: ['到货都是订单那一行的款色或品类', 'What came is of the style-colour or category that was ordered'],
    sql: `select a.arrival_id, a.line, a.sku_id from purchase_arrival_line a join purchase_line l using (order_id, line)
      join sku k on k.id = a.sku_id where l.style_id is not null and (k.style_id <> l.style_id or k.color <> l.color)`,
  },
  {
    name: 'purchases.orderHasLines',
    says: ['没有空的采购订单，送货单也不空', 'No order and no delivery note is empty'],
    sql: `select o.id from purchase_order o where not exists (select from purchase_line l where l.order_id = o.id)
      union all select a.id from purchase_arrival a where not exists (select from purchase_arrival_line l where l.arrival_id = a.id)`,
  },
]
