import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of requests for goods; each query returns the rows where it does not. */
export const reorderInvariants: readonly Invariant[] = [
  {
    name: 'reorders.grantedIsSent',
    says: [
      '批了的要货单逐件就是发货单，一件不多一件不少',
      'What was granted of a request is the delivery notice, piece by piece',
    ],
    sql: `select d.store_id, d.request_id, x.sku_id, x.granted, x.shipped from reorder_decision d
      cross join lateral (select sku_id, g.granted, p.shipped from (select l.sku_id, l.granted from reorder_request_line l
          where l.store_id = d.store_id and l.request_id = d.request_id and l.granted > 0) g
        full join (select s.sku_id, s.shipped from shipment_line s where s.store_id = d.store_id and s.shipment_id = d.shipment_id
          and s.shipped > 0) p using (sku_id)) x
      where x.granted is distinct from x.shipped`,
  },
  {
    name: 'reorders.decidedOnceAndWhole',
    says: [
      '批过的要货单每一行都批了，没批的一行也没有',
      'Of a decided request every line is decided, of an undecided one none',
    ],
    sql: `select l.store_id, l.request_id, l.sku_id, l.granted from reorder_request_line l
      left join reorder_decision d on d.store_id = l.store_id and d.request_id = l.request_id
      where (l.granted is not null) <> (d.request_id is not null)`,
  },
  {
    name: 'reorders.answersTheProposal',
    says: [
      '要货单逐行答复了提案，数目与提案一致；每款滞销都有办法',
      'A request answers its proposal line by line and says what was proposed; every slow seller has its measure',
    ],
    sql: `select r.store_id, r.id, p.sku_id::text as what from reorder_request r join reorder_proposal_line p on p.store_id = r.store_id
        and p.proposal_id = r.proposal_id and p.pieces > 0
      left join reorder_request_line l on l.store_id = r.store_id and l.request_id = r.id and l.sku_id = p.sku_id
      where l.proposed is distinct from p.pieces
      union all
      select r.store_id, r.id, s.style_id::text from reorder_request r join slow_seller s on s.store_id = r.store_id
        and s.proposal_id = r.proposal_id
      where not exists (select from slow_measure m where m.store_id = r.store_id and m.request_id = r.id
        and m.style_id = s.style_id and m.color = s.color)
      union all
      select r.store_id, r.id, 'week' from reorder_request r join reorder_proposal p on p.store_id = r.store_id
        and p.id = r.proposal_id where p.week <> r.week`,
  },
  {
    name: 'reorders.shareIsKept',
    says: [
      '不够分的尺码，每家店都留着分法：总数对得上，建议不超过要的',
      'Of what did not go round each store’s line keeps the split: what was there is less than was asked, and no proposal is above its asking',
    ],
    sql: `select l.store_id, l.request_id, l.sku_id from reorder_request_line l where l.share is not null
      and ((l.share ->> 'there')::int >= (l.share ->> 'total')::int or (l.share ->> 'proposed')::int not between 0 and l.asked)`,
  },
  {
    name: 'reorders.versionsFollow',
    says: ['同一周的要货单版本从 1 连续', 'Requests of a week are numbered from 1 on'],
    sql: 'select store_id, week from reorder_request group by 1, 2 having max(version) <> count(*)',
  },
  {
    name: 'reorders.depotIsToldLessSent',
    says: [
      '总仓已发数等于录入之后发给各店的件数',
      'What has left the warehouse is what was sent to stores since it was told',
    ],
    sql: `select d.sku_id, d.sent, coalesce(s.pieces, 0) as shipped from depot_stock d left join (select l.sku_id, sum(l.shipped) as pieces
        from depot_stock t join shipment_line l on l.sku_id = t.sku_id join shipment p on p.store_id = l.store_id
          and p.id = l.shipment_id and p.from_store is null and p.at > t.told_at group by 1) s on s.sku_id = d.sku_id
      where d.sent <> coalesce(s.pieces, 0)`,
  },
]
