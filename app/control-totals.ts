import type { ControlTotal } from '../platform/database/control.ts'

/** What is compared, figure by figure, when a chain moves to another database. */
export const controlTotals: readonly ControlTotal[] = [
  {
    says: ['小票金额合计（分）', 'Tickets, in 分'],
    sql: 'select coalesce(sum(net), 0)::text as value from ticket',
  },
  { says: ['小票张数', 'Number of tickets'], sql: 'select count(*)::text as value from ticket' },
  {
    says: ['日销售合计（分）', 'Sales of store days, in 分'],
    sql: 'select coalesce(sum(net), 0)::text as value from sales_store_day',
  },
  {
    says: ['店日目标合计（分）', 'Day targets of stores, in 分'],
    sql: 'select coalesce(sum(amount), 0)::text as value from store_day_target',
  },
  {
    says: ['职责实例与完成', 'Duties due and discharged'],
    sql: `select (select count(*) from duty_instance) || ' / ' || (select count(*) from duty_discharge) as value`,
  },
  {
    says: ['人员与任职', 'People and appointments'],
    sql: `select (select count(*) from person) || ' / ' || (select count(*) from appointment) as value`,
  },
  {
    says: ['全部审计链头', 'Heads of all audit chains'],
    sql: `select coalesce(encode(sha256(convert_to(string_agg(store_id || ':' || seq || ':' || encode(hash, 'hex'), E'\\n' order by store_id), 'UTF8')), 'hex'), '') as value
      from audit_head`,
  },
]
