import type { Invariant } from '../../../platform/database/verify.ts'

export const leaveInvariants: readonly Invariant[] = [
  {
    name: 'leave.noOverlap',
    says: ['一个人不会同一天请两次假', 'Nobody is on leave twice on one day'],
    sql: `select a.id, b.id as other, a.person_id from leave a join leave b on b.person_id = a.person_id and b.id > a.id
      where a.approved is not false and b.approved is not false
        and (a.withdrawn_at is null or a.kept_until is not null) and (b.withdrawn_at is null or b.kept_until is not null)
        and a.from_day <= coalesce(b.kept_until, b.to_day) and b.from_day <= coalesce(a.kept_until, a.to_day)`,
  },
  {
    name: 'leave.decidedByAnother',
    says: ['没有人批自己的假', 'Nobody has decided his own leave'],
    sql: `select id, person_id from leave where decided_by = person_id`,
  },
  {
    name: 'leave.inOrder',
    says: ['先申请，再批，再撤', 'Leave is asked, then decided, then withdrawn'],
    sql: `select id, asked_at, decided_at, withdrawn_at from leave
      where decided_at < asked_at or withdrawn_at < asked_at or (kept_until is not null and withdrawn_at < decided_at)`,
  },
  {
    name: 'leave.standInOnlyMeanwhile',
    says: ['随假设立的代办不超出假期', 'A stand-in made with a leave acts only during it'],
    sql: `select l.id, d.id as delegation, d.from_day, d.to_day from leave_delegation x join leave l on l.id = x.leave_id
        join delegation d on d.id = x.delegation_id
      where d.ended_at is null and (l.approved is not true or (l.withdrawn_at is not null and l.kept_until is null)
        or d.from_day < l.from_day or d.to_day > coalesce(l.kept_until, l.to_day))`,
  },
]
