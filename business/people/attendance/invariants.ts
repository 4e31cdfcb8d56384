import type { Invariant } from '../../../platform/database/verify.ts'

export const attendanceInvariants: readonly Invariant[] = [
  {
    name: 'attendance.linesAddUp',
    says: [
      '月表每行：迟到次数与分钟相合，工时不超过出勤天数',
      'Each line of a month: late times and minutes agree, hours fit into the days worked',
    ],
    sql: `select store_id, month, person_id from attendance_line
      where (late = 0) <> (late_minutes = 0) or minutes > worked * 1440 or early > worked or late > worked`,
  },
  {
    name: 'attendance.outAfterIn',
    says: ['有下班卡的那天先有上班卡', 'Whoever clocked out had clocked in that day'],
    sql: `select o.store_id, o.id from attendance_punch o where o.kind = 'out' and not exists (
      select 1 from attendance_punch i where i.store_id = o.store_id and i.person_id = o.person_id and i.day = o.day
        and i.kind = 'in' and i.at <= o.at)`,
  },
  {
    name: 'attendance.lockedBySomebodyElse',
    says: ['店长确认，区长锁定，不是同一个人', 'Who confirms a month and who locks it are two people'],
    sql: `select store_id, month from attendance_month where locked_by = confirmed_by or locked_at < confirmed_at`,
  },
  {
    name: 'attendance.deviceOfTheStore',
    says: [
      '记在店铺设备上的卡，是本店登记过的设备',
      'A press on a store’s device was on one that this store has enrolled',
    ],
    sql: `select p.store_id, p.id from attendance_punch p join device d on d.id = p.device_id where d.store_id is distinct from p.store_id`,
  },
]
