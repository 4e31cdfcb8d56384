import type { Invariant } from '../../platform/database/verify.ts'

/** What must hold in the organization on every day; each names the rows where it does not. */
export const organizationInvariants: readonly Invariant[] = [
  {
    name: 'organization.storeInArea',
    says: ['每家店从开业起每天都属于一个区域', 'Every store belongs to an area on every day since it opened'],
    sql: `select s.id as store_id, s.code from store s
      where not exists (select 1 from store_area m where m.store_id = s.id and m.from_day <= s.opened_on)`,
  },
  {
    name: 'organization.areaLives',
    says: ['店铺所属的区域当时存在', 'An area exists while stores belong to it'],
    sql: `select m.store_id, m.from_day, a.code from (
        select store_id, area_id, from_day, lead(from_day) over (partition by store_id order by from_day) as next_day from store_area
      ) m join area a on a.id = m.area_id join store s on s.id = m.store_id
      where m.from_day < a.opened_on
        or (a.closed_on is not null and least(coalesce(m.next_day - 1, 'infinity'::date), coalesce(s.closed_on, 'infinity'::date)) > a.closed_on)`,
  },
  {
    name: 'organization.noDoubleAppointment',
    says: ['同一人不会同时两次担任同一岗位', 'Nobody holds the same seat twice at once'],
    sql: `select a.id, b.id as other, a.person_id from appointment a join appointment b on b.person_id = a.person_id and b.id > a.id
        and b.position = a.position and b.store_id is not distinct from a.store_id and b.area_id is not distinct from a.area_id
      where a.from_day <= coalesce(b.to_day, 'infinity'::date) and b.from_day <= coalesce(a.to_day, 'infinity'::date)`,
  },
  {
    name: 'organization.appointmentWhileEmployed',
    says: ['任职都在入职与离职之间', 'Every appointment lies between hiring and leaving'],
    sql: `select a.id, p.job_number from appointment a join person p on p.id = a.person_id
      where a.from_day < p.hired_on or (p.left_on is not null and (a.to_day is null or a.to_day > p.left_on))`,
  },
  {
    name: 'organization.appointmentWhileStoreTrades',
    says: ['关店后没有人在店任职', 'Nobody is appointed in a store after it closed'],
    sql: `select a.id, s.code from appointment a join store s on s.id = a.store_id
      where s.closed_on is not null and (a.to_day is null or a.to_day > s.closed_on)`,
  },
  {
    name: 'organization.delegationWithinAppointment',
    says: ['代办不超出原任职的期间', 'A delegation lies within the appointment it stands in for'],
    sql: `select d.id from delegation d join appointment a on a.id = d.appointment_id
      where d.ended_at is null and (d.from_day < a.from_day or (a.to_day is not null and d.to_day > a.to_day) or d.to_person = a.person_id)`,
  },
]
