import type { Invariant } from '../../../platform/database/verify.ts'
import { sealSql } from './line-tables.ts'

const lastStep = `(select s.step from take_step s where s.store_id = t.store_id and s.take_id = t.id order by s.n desc limit 1)`

/** What must hold of stocktakes; each query returns the rows where it does not. */
export const takeInvariants: readonly Invariant[] = [
  {
    name: 'takes.linesAreTheEntries',
    says: [
      '没有复盘过的行，盘点数等于各机各区录入之和',
      'A line not counted again is the sum of what all phones entered in all zones',
    ],
    sql: `select l.store_id, l.take_id, l.sku_id, l.counted, e.pieces from take_line l left join (select store_id, take_id, sku_id,
          sum(pieces) as pieces from take_entry group by 1, 2, 3) e using (store_id, take_id, sku_id)
      where l.recount_id is null and l.counted <> coalesce(e.pieces, 0)
      union all
      select e.store_id, e.take_id, e.sku_id, null, sum(e.pieces) from take_entry e where exists (select from take_step s
          where s.store_id = e.store_id and s.take_id = e.take_id and s.step = 'closed')
        and not exists (select from take_line l where l.store_id = e.store_id and l.take_id = e.take_id and l.sku_id = e.sku_id)
      group by 1, 2, 3 having sum(e.pieces) <> 0`,
  },
  {
    name: 'takes.recountStands',
    says: ['复盘过的行，以复盘为准', 'A line that was counted again is what that recount saw'],
    sql: `select l.store_id, l.take_id, l.sku_id from take_line l where l.recount_id is not null and not exists (select from take_recount r
      where r.store_id = l.store_id and r.take_id = l.take_id and r.id = l.recount_id and r.sku_id = l.sku_id and r.counted = l.counted
        and r.at = l.counted_at)`,
  },
  {
    name: 'takes.undoTakesOffItsEntry',
    says: ['撤销的件数，正是被撤那一笔', 'What an undo takes off is exactly what its entry put on'],
    sql: `select u.store_id, u.take_id, u.id from take_entry u join take_entry e on e.store_id = u.store_id and e.take_id = u.take_id
      and e.id = u.undoes where u.pieces <> -e.pieces or u.sku_id <> e.sku_id or u.zone_id <> e.zone_id`,
  },
  {
    name: 'takes.sealHolds',
    says: [
      '上交、批准后盘点行一字未改',
      'No line of a stocktake has changed since it was handed up and approved',
    ],
    sql: `select t.store_id, t.id from take t join lateral (select s.step, s.seal from take_step s where s.store_id = t.store_id
        and s.take_id = t.id order by s.n desc limit 1) s on s.seal is not null
      where s.seal <> ${sealSql('t.store_id', 't.id')} or s.step = 'approved' and s.seal is distinct from (select x.seal from take_step x
        where x.store_id = t.store_id and x.take_id = t.id and x.step = 'submitted' order by x.n desc limit 1)`,
  },
  {
    name: 'takes.differencesExplained',
    says: [
      '上交的盘点，每个差异都有原因，没有说不清的行',
      'Of what was handed up every difference has a cause, and no line is unclear',
    ],
    sql: `select l.store_id, l.take_id, l.sku_id from take t join take_line l on l.store_id = t.store_id and l.take_id = t.id
      where ${lastStep} in ('submitted', 'approved') and (l.unclear or l.counted <> l.expected and l.cause is null)`,
  },
  {
    name: 'takes.approvedIsBooked',
    says: [
      '批准的盘点逐行进了库存账，没批准的没有',
      'What was approved is in the stock book line by line; what was not is not',
    ],
    sql: `select l.store_id, l.take_id, l.sku_id from take t join take_line l on l.store_id = t.store_id and l.take_id = t.id
      left join stock_count_line c on c.store_id = l.store_id and c.count_id = l.take_id and c.sku_id = l.sku_id
      where (c.sku_id is not null) <> (${lastStep} = 'approved') or c.counted <> l.counted or c.counted_at <> l.counted_at`,
  },
  {
    name: 'takes.endedOnce',
    says: [
      '结束的盘点才是批准或作废的',
      'A stocktake has ended when it was approved or given up, and only then',
    ],
    sql: `select t.store_id, t.id from take t where (t.ended_at is not null) <> coalesce(${lastStep} in ('approved', 'cancelled'), false)`,
  },
  {
    name: 'takes.analysesFollow',
    says: ['盘点分析版本从 1 连续', 'Analyses of a month are numbered from 1 on'],
    sql: 'select area_id, month from take_analysis group by 1, 2 having max(version) <> count(*)',
  },
]
