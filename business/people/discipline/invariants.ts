import type { Invariant } from '../../../platform/database/verify.ts'

export const disciplineInvariants: readonly Invariant[] = [
  {
    name: 'discipline.byAnother',
    says: [
      '奖惩由别人记、别人撤；说明只有看过的才有',
      'Entered and taken back by another than whom it is about; an answer stands only where it was read',
    ],
    sql: `select store_id, id from discipline_entry where by = person_id or withdrawn_by = person_id
      or (answer is not null and read_at is null) or read_at < at or withdrawn_at < at`,
  },
  {
    name: 'discipline.neverEdited',
    says: [
      '每条奖惩有且只有一次登记、至多一次确认、一次撤回的审计',
      'Each entry was entered once, and read and taken back at most once',
    ],
    sql: `select e.store_id, e.id from discipline_entry e left join audit_line l on l.store_id = e.store_id and l.record = e.id::text
        and l.action in ('discipline.enter', 'discipline.read', 'discipline.withdraw')
      group by e.store_id, e.id having count(*) filter (where l.action = 'discipline.enter') <> 1
        or count(*) filter (where l.action = 'discipline.read') > 1 or count(*) filter (where l.action = 'discipline.withdraw') > 1`,
  },
]
