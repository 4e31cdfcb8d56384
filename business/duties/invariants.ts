import type { Invariant } from '../../platform/database/verify.ts'

export const dutyInvariants: readonly Invariant[] = [
  {
    name: 'duties.proved',
    says: ['每次完成都有证明它的审计行', 'Every discharge has the audit line that proves it'],
    sql: `select d.store_id, d.instance_id, d.action, d.proof_store, d.proof_seq from duty_discharge d
      left join audit_line l on l.store_id = d.proof_store and l.seq = d.proof_seq
      left join waited_act w on w.store_id = d.proof_store and w.seq = d.proof_seq
      where l.action is distinct from d.action or l.record is distinct from d.record
        or (coalesce(w.acted_at, l.at) is distinct from d.at and d.action <> 'duties.reconcile')`,
  },
  {
    name: 'duties.dischargedOnce',
    says: ['一项职责只完成一次', 'An instance is discharged once'],
    sql: `select store_id, instance_id from duty_discharge group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'duties.instanceOnce',
    says: ['同一岗位同一期只有一项', 'One instance a duty, seat, holder and period'],
    sql: `select store_id, duty, seat_id, holder_id, period from duty_instance group by 1, 2, 3, 4, 5 having count(*) > 1`,
  },
  {
    name: 'duties.edited',
    says: ['每一项都出自当时有效的版本', 'Every instance comes from an edition that words its clause'],
    sql: `select i.store_id, i.id, i.duty from duty_instance i
      left join duty_clause c on c.edition_id = i.edition_id and c.duty = i.duty where c.duty is null or c.position <> i.position`,
  },
  {
    name: 'duties.markedLapsed',
    says: ['标为逾期的都已过期限', 'What is marked overdue or missed had passed its deadline'],
    sql: `select l.store_id, l.instance_id, l.kind from duty_lapse l
      join duty_instance i on i.store_id = l.store_id and i.id = l.instance_id
      where l.at is distinct from (case l.kind when 'missed' then i.missed_at else i.due_at end)`,
  },
  {
    name: 'duties.settled',
    says: [
      '还欠着的就是没做、没免、没错过的',
      'What is owed is what is not done, not excused and not missed',
    ],
    sql: `select i.store_id, i.id, i.settled_at from duty_instance i
      left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
      left join duty_excuse e on e.store_id = i.store_id and e.instance_id = i.id
      left join duty_lapse l on l.store_id = i.store_id and l.instance_id = i.id and l.kind = 'missed'
      where i.settled_at is distinct from coalesce(d.at, e.at, l.at)`,
  },
  {
    name: 'duties.confirmedWhatWasOpened',
    says: ['确认的人先打开过', 'Whoever confirmed had opened it'],
    sql: `select v.store_id, v.instance_id, v.by from duty_oversight v where v.kind in ('confirmed', 'sentBack') and not exists (
        select from duty_oversight o where o.store_id = v.store_id and o.instance_id = v.instance_id and o.by = v.by
          and o.kind = 'opened' and o.at <= v.at)`,
  },
  {
    name: 'duties.withdrawnEditionUnused',
    says: ['撤回的一版没有派出过职责', 'An edition that was withdrawn has made no duty due'],
    sql: `select e.id, e.from_day from duty_edition e where e.withdrawn_at is not null
      and exists (select 1 from duty_instance i where i.edition_id = e.id)`,
  },
  {
    name: 'duties.draftBecameOne',
    says: ['一份草稿至多成为一版有效的职责', 'A draft has become at most one edition that stands'],
    sql: `select s.draft_id, count(*) from duty_draft_step s join duty_edition e on e.id = s.edition_id and e.withdrawn_at is null
      group by s.draft_id having count(*) > 1`,
  },
]
