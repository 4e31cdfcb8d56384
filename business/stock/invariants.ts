import type { Invariant } from '../../platform/database/verify.ts'

/** What must hold of the stock books; each query returns the rows where it does not. */
export const stockInvariants: readonly Invariant[] = [
  {
    name: 'stock.photosAreShown',
    says: [
      '到货差异的照片一张不少、一张不多',
      'Each photo of a difference is shown by its line, and each that a line names is there',
    ],
    sql: `select coalesce(d.store_id, p.store_id) as store_id, coalesce(d.photo_id, p.id) as photo
      from (select store_id, photo_id from receipt_line where photo_id is not null) d
      full join (select store_id, id from photo where subject = 'arrival' and kept_at is not null) p
        on p.store_id = d.store_id and p.id = d.photo_id
      where d.photo_id is null or p.id is null`,
  },
  {
    name: 'stock.onHandIsTheMovements',
    says: ['逐店逐 SKU，库存等于流水合计', 'By store and SKU, stock on hand is the sum of its movements'],
    sql: `select store_id, sku_id, s.on_hand, s.held, m.quantity, m.held as held_moved from stock s
      full join (select store_id, sku_id, sum(quantity) as quantity, sum(held) as held from stock_movement group by 1, 2) m
        using (store_id, sku_id)
      where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0) or coalesce(s.held, 0) <> coalesce(m.held, 0)`,
  },
  {
    name: 'stock.inTransitIsShippedLessCome',
    says: [
      '在途等于发出减实收、拒收与短少，逐张收货单相加',
      'In transit is shipped less received, rejected and missing, receipt by receipt',
    ],
    sql: `select l.store_id, l.shipment_id, l.sku_id, l.shipped, l.in_transit, r.received, r.rejected, r.missing from shipment_line l
      left join (select store_id, shipment_id, sku_id, sum(received) as received, sum(rejected) as rejected, sum(missing) as missing,
          sum(surplus) as surplus from receipt_line group by 1, 2, 3) r using (store_id, shipment_id, sku_id)
      where l.received <> coalesce(r.received, 0) or l.rejected <> coalesce(r.rejected, 0) or l.missing <> coalesce(r.missing, 0)
        or l.surplus <> coalesce(r.surplus, 0) or l.in_transit <> l.shipped - coalesce(r.received + r.rejected + r.missing, 0)`,
  },
  {
    name: 'stock.everyMovementHasItsRecord',
    says: ['每条流水都有出处，件数一致', 'Every movement has its record, and says the same'],
    sql: `select m.store_id, m.cause, m.line, m.kind, m.quantity from stock_movement m where not case
      when m.kind in ('sale', 'return', 'reversal') then exists (select from ticket_line l where l.store_id = m.store_id
        and l.ticket_id = m.cause and l.line = m.line and l.sku_id = m.sku_id and l.quantity = -m.quantity)
      when m.kind = 'counted' then exists (select from stock_movement s where s.store_id = m.store_id and s.cause = m.cause
        and s.line = -m.line and s.sku_id = m.sku_id and s.quantity = -m.quantity and s.at <= m.at)
      when m.kind = 'opening' then exists (select from stock_book b where b.store_id = m.store_id and b.opening_id = m.cause)
      when m.kind = 'receipt' then exists (select from receipt_line r where r.store_id = m.store_id and r.receipt_id = m.cause
        and r.sku_id = m.sku_id and r.taken = m.quantity)
      when m.kind = 'transferOut' then exists (select from transfer_line t join transfer_step s on s.store_id = t.store_id
          and s.transfer_id = t.transfer_id and s.step = 'shipped' where t.store_id = m.store_id and t.transfer_id = m.cause
          and t.sku_id = m.sku_id and t.picked = -m.quantity)
      when m.kind = 'answer' then exists (select from shipment_answer a where a.id = m.cause and a.sku_id = m.sku_id
        and a.quantity = abs(m.quantity))
      when m.kind = 'count' then exists (select from stock_count_line c where c.store_id = m.store_id and c.count_id = m.cause
        and c.sku_id = m.sku_id and not c.superseded and c.counted - c.expected = m.quantity)
      when m.kind = 'undo' then exists (select from stock_event_taken_back b join stock_event e on e.store_id = b.store_id
        and e.id = b.event_id where b.store_id = m.store_id and b.id = m.cause and e.sku_id = m.sku_id)
      else exists (select from stock_event e where e.store_id = m.store_id and e.id = m.cause and e.sku_id = m.sku_id
        and e.kind = m.kind and e.quantity = abs(m.quantity + m.held)) end`,
  },
  {
    name: 'stock.everyTicketLineMoved',
    says: [
      '库存账启用之后的每一行小票都动了库存',
      'Every line sold since a stock book began has moved its pieces',
    ],
    sql: `select t.store_id, t.id, l.line, l.quantity from stock_book b join ticket t on t.store_id = b.store_id and t.day >= b.begun_on
      join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id and l.sku_id is not null
      left join ticket o on o.store_id = t.store_id and o.id = t.reverses
      where coalesce(o.sold_at, t.sold_at) >= b.begun_at and not exists (select from stock_movement m
        where m.store_id = t.store_id and m.cause = t.id and m.line = l.line)`,
  },
  {
    name: 'stock.everyRecordMoved',
    says: [
      '收货、盘差、事项都已入账',
      'Receipts, counted differences and stock matters are all in the books',
    ],
    sql: `select store_id, receipt_id as cause, sku_id, taken as pieces from receipt_line r where taken > 0 and not exists (select from
        stock_movement m where m.store_id = r.store_id and m.receipt_id = r.receipt_id and m.sku_id = r.sku_id)
      union all
      select store_id, count_id, sku_id, counted - expected from stock_count_line c where counted <> expected and not superseded and not exists (select from
        stock_movement m where m.store_id = c.store_id and m.cause = c.count_id and m.sku_id = c.sku_id)
      union all
      select store_id, id, sku_id, quantity from stock_event e where not exists (select from stock_movement m
        where m.store_id = e.store_id and m.cause = e.id)
      union all
      select store_id, event_id, null, null from stock_event_taken_back b where not exists (select from stock_movement m
        where m.store_id = b.store_id and m.cause = b.id)`,
  },
  {
    name: 'stock.transfersArriveAsTheyLeft',
    says: ['调拨发出的，正是对方在途的', 'What a transfer shipped is what is on its way to the other store'],
    sql: `with sent as (select t.to_store as store_id, t.id, l.sku_id, l.picked as pieces from transfer t
          join transfer_step s on s.store_id = t.store_id and s.transfer_id = t.id and s.step = 'shipped'
          join transfer_line l on l.store_id = t.store_id and l.transfer_id = t.id and l.picked > 0),
        booked as (select p.store_id, p.id, l.sku_id, l.shipped as pieces, -m.quantity as moved from shipment p
          join shipment_line l on l.store_id = p.store_id and l.shipment_id = p.id and l.shipped > 0
          left join stock_movement m on m.store_id = p.from_store and m.cause = p.id and m.sku_id = l.sku_id and m.kind = 'transferOut'
          where p.from_store is not null and p.sent_back_by is null)
      select store_id, id, sku_id, s.pieces, b.pieces as shipped, b.moved from sent s full join booked b using (store_id, id, sku_id)
      where s.pieces is distinct from b.pieces or s.pieces is distinct from b.moved`,
  },
  {
    name: 'stock.differencesSettledByAnswers',
    says: ['差异了结的件数等于答复', 'What of a difference is settled is what was answered'],
    sql: `select store_id, shipment_id, sku_id from shipment_line l left join (select store_id, shipment_id, sku_id,
          sum(quantity) filter (where about = 'rejected') as rejected, sum(quantity) filter (where about = 'missing') as missing,
          sum(quantity) filter (where about = 'surplus') as surplus from shipment_answer group by 1, 2, 3) a
        using (store_id, shipment_id, sku_id)
      where l.rejected_settled <> coalesce(a.rejected, 0) or l.missing_settled <> coalesce(a.missing, 0)
        or l.surplus_settled <> coalesce(a.surplus, 0)
      union all
      select p.store_id, p.id, l.sku_id from shipment p join shipment_line l on l.store_id = p.store_id and l.shipment_id = p.id
      where p.sent_back_by is not null and not exists (select from shipment_answer a where a.store_id = p.from_store
        and a.id = p.sent_back_by and a.answer = 'sendBack' and a.sku_id = l.sku_id and a.quantity = l.shipped)`,
  },
]
