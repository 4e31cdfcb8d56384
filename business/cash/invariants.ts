import type { Invariant } from '../../platform/database/verify.ts'

const signed = (place: string): string => `case when to_place = '${place}' then amount else -amount end`
const touches = (place: string): string => `(to_place = '${place}' or from_place = '${place}')`
const inPlace = (place: string): string =>
  `select store_id, sum(${signed(place)}) as amount from cash_entry where ${touches(place)} group by 1`

/** What must hold of the cash books; each query returns the rows where it does not. */
export const cashInvariants: readonly Invariant[] = [
  {
    name: 'cash.entriesUnchanged',
    says: ['分录一笔不缺、一笔未改', 'No entry is missing and none was changed'],
    sql: `select * from (
        select e.store_id, e.seq, e.hash = cash_entry_hash(lag(e.hash, 1, '\\x') over w, e.store_id, e.seq, e.day, e.tender,
          e.from_place, e.to_place, e.amount, e.kind, e.cause, e.by, e.at) and e.seq = row_number() over w as sound
        from cash_entry e window w as (partition by e.store_id order by e.seq)) x where not sound
      union all
      select t.store_id, t.last_seq, false from cash_till t
      left join cash_entry e on e.store_id = t.store_id and e.seq = t.last_seq
      where t.last_seq > 0 and e.hash is distinct from t.head
        or t.last_seq < (select coalesce(max(m.seq), 0) from cash_entry m where m.store_id = t.store_id)`,
  },
  {
    name: 'cash.countedIsWhatTheTillHolds',
    says: [
      '盘点之后，收银机里正是留下的备用金，其他收款方式为零',
      'After a count the till holds what of it was left there, and nothing of other tenders',
    ],
    sql: `select c.store_id, c.day, c.version, b.tender, b.amount, l.counted, c.moved from cash_count c
      cross join lateral (select e.tender, sum(${signed('till')}) as amount from cash_entry e
        where e.store_id = c.store_id and e.seq <= c.last_seq and ${touches('till')} group by 1) b
      left join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id and l.tender = b.tender
      where b.amount <> case when b.tender = 'cash' then coalesce(l.counted, 0) - c.moved else 0 end`,
  },
  {
    name: 'cash.differencesEntered',
    says: [
      '逐日逐种收款：实点减应有等于账上的长短款',
      'By day and tender, counted less expected is what the books hold as over or short',
    ],
    sql: `select c.store_id, c.day, l.tender, l.counted - l.expected as difference, e.amount from cash_count c
      join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id
      left join lateral (select sum(-(${signed('difference')})) as amount from cash_entry x
        where x.store_id = c.store_id and x.cause = c.id and x.kind = 'variance' and x.tender = l.tender) e on true
      where coalesce(e.amount, 0) <> l.counted - l.expected`,
  },
  {
    name: 'cash.takingsAreTheTickets',
    says: [
      '日结之后盘点的日子，逐种收款等于小票',
      'Of a day counted after it was closed, the takings of each tender are its tickets’',
    ],
    sql: `select * from (
        select store_id, day, tender, sum(sold)::int8 as sold, sum(entered)::int8 as entered from (
          select t.store_id, t.day, p.tender, p.amount as sold, 0 as entered from ticket t
          join ticket_tender p on p.store_id = t.store_id and p.ticket_id = t.id
          where exists (select from cash_till k where k.store_id = t.store_id and k.begun_on <= t.day)
          union all
          select store_id, day, tender, 0, ${signed('till')} from cash_entry where kind = 'takings') b group by 1, 2, 3) x
      where sold <> entered and exists (select from cash_count c join day_closure d on d.store_id = c.store_id and d.day = c.day
        where c.store_id = x.store_id and c.day = x.day and c.at > d.closed_at)`,
  },
  {
    name: 'cash.safeIsCountedLessDeposited',
    says: [
      '保险柜等于盘点入柜减缴存加调拨',
      'The safe is what was counted into it less what was paid in, and change',
    ],
    sql: `with counted as (select store_id, sum(moved) as amount from cash_latest_count group by 1),
        paid as (select store_id, sum(amount) as amount from cash_standing_deposit group by 1),
        changed as (select store_id, sum(case when kind = 'toSafe' then amount when kind = 'toTill' then -amount else 0 end) as amount
          from cash_movement group by 1),
        floated as (select store_id, sum(${signed('safe')}) as amount from cash_entry
          where kind = 'float' and ${touches('safe')} group by 1)
      select t.store_id, coalesce(s.amount, 0) as safe, coalesce(c.amount, 0) as counted, coalesce(p.amount, 0) as paid_in
      from cash_till t left join (${inPlace('safe')}) s using (store_id) left join counted c using (store_id)
      left join paid p using (store_id) left join changed m using (store_id) left join floated f using (store_id)
      where coalesce(s.amount, 0) <> coalesce(c.amount, 0) - coalesce(p.amount, 0) + coalesce(m.amount, 0) + coalesce(f.amount, 0)`,
  },
  {
    name: 'cash.neverNegative',
    says: [
      '保险柜和在途从不为负；收银机点过之后也不为负',
      'Safe and transit are never negative, nor is the till once it is counted',
    ],
    sql: `select * from (
        select store_id, seq, 'safe' as place, sum(${signed('safe')}) over (partition by store_id order by seq) as amount
        from cash_entry where ${touches('safe')}
        union all
        select store_id, seq, 'transit', sum(${signed('transit')}) over (partition by store_id order by seq)
        from cash_entry where ${touches('transit')}) x where amount < 0
      union all
      select c.store_id, c.last_seq, 'till', l.counted - c.moved from cash_count c
      join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id and l.tender = 'cash' where l.counted < c.moved`,
  },
  {
    name: 'cash.piecesAreTheCash',
    says: ['面额合计等于实点现金', 'Notes and coins sum to the cash counted'],
    sql: `select l.store_id, l.count_id, l.counted, coalesce(p.amount, 0) as pieces from cash_count_line l
      left join (select store_id, count_id, sum(denomination * pieces) as amount from cash_count_piece group by 1, 2) p
        on p.store_id = l.store_id and p.count_id = l.count_id
      where l.tender = 'cash' and l.counted <> coalesce(p.amount, 0)`,
  },
  {
    name: 'cash.paidInOnce',
    says: [
      '一天的现金只缴存一次，缴存与分录一致',
      'The cash of a day is paid in once, and each deposit is in the books',
    ],
    sql: `select x.store_id, x.day::text as what, count(*)::int8 as n from cash_deposit_day x
        join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id group by 1, 2 having count(*) > 1
      union all
      select d.store_id, d.id::text, sum(${signed('safe').replaceAll('amount', 'e.amount')})::int8 from cash_deposit d
      left join cash_entry e on e.store_id = d.store_id and e.cause = d.id and ${touches('safe')}
      left join cash_deposit_taken_back b on b.store_id = d.store_id and b.deposit_id = d.id
      group by d.store_id, d.id, d.amount, b.deposit_id
      having coalesce(sum(${signed('safe').replaceAll('amount', 'e.amount')}), 0) <> case when b.deposit_id is null then -d.amount else 0 end`,
  },
  {
    name: 'cash.openDifferencesAreTheRest',
    says: ['账上的差异正是还没了结的差异', 'What the books hold as difference is what nobody has closed'],
    sql: `with open as (
        select store_id, sum(amount) as amount from (
          select c.store_id, c.id as about, 'variance' as kind, l.tender, l.counted - l.expected as amount from cash_latest_count c
          join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id
          union all
          select m.store_id, m.id, 'match', s.tender, m.theirs - m.ours from cash_standing_match m
          join cash_statement_line s on s.store_id = m.store_id and s.id = m.line_id) o
        where not exists (select from cash_closing k where k.store_id = o.store_id and k.kind = o.kind and k.about = o.about
          and k.tender = o.tender) group by 1)
      select t.store_id, coalesce(d.amount, 0) as books, coalesce(o.amount, 0) as open from cash_till t
      left join (${inPlace('difference')}) d using (store_id) left join open o using (store_id)
      where coalesce(d.amount, 0) <> -coalesce(o.amount, 0)`,
  },
  {
    name: 'cash.matchedOnce',
    says: [
      '一行对账单、一笔缴存、一天一种收款，各只勾对一次',
      'A statement line, a deposit, a tender of a day are matched once each',
    ],
    sql: `select store_id, what, count(*)::int8 as n from (
        select store_id, line_id::text as what from cash_standing_match
        union all select store_id, deposit_id::text from cash_standing_match where deposit_id is not null
        union all select m.store_id, m.day || ' ' || s.tender from cash_standing_match m
          join cash_statement_line s on s.store_id = m.store_id and s.id = m.line_id where m.day is not null) x
      group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'cash.photosAreShown',
    says: ['缴款单照片都在，留下的都用上了', 'Photos of slips are there and kept, and what is kept is shown'],
    sql: `select coalesce(d.store_id, p.store_id) as store_id, coalesce(d.photo_id, p.id) as photo
      from (select store_id, photo_id from cash_deposit where photo_id is not null) d
      full join (select store_id, id from photo where subject = 'slip' and kept_at is not null) p
        on p.store_id = d.store_id and p.id = d.photo_id
      where d.photo_id is null or p.id is null`,
  },
]
