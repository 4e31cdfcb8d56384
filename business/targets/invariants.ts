import type { Invariant } from '../../platform/database/verify.ts'

/**
 * What must hold of targets, recomputed from the versions; each answers the rows where it does not. The database
 * refuses most of these by constraint already: they are asked again so that a restored copy can be trusted too.
 */
export const targetInvariants: readonly Invariant[] = [
  {
    name: 'targetChildrenSum',
    says: ['目标：下级逐月合计等于上级', 'Targets: children sum to their parent in every month'],
    sql: `select v.id, v.level, v.year, m.month, m.amount as parent, coalesce(c.amount, 0) as children
      from target_version v, unnest(v.months) with ordinality as m (amount, month)
      left join lateral (
        select sum(l.months[m.month]) as amount from target_line l where l.version_id = v.id and l.position > 0
      ) c on true
      where m.amount <> coalesce(c.amount, 0)`,
  },
  {
    name: 'targetAreaEqualsItsLine',
    says: ['目标：区域计划等于年度计划中它的一行', 'Targets: an area plan equals its line in the year plan'],
    sql: `select f.year, f.scope_id from target_in_force f
      left join target_in_force c on c.year = f.year and c.scope_id = f.company
      left join target_line l on l.version_id = c.version_id and l.child_id = f.scope_id
      where f.scope_id <> f.company and (l.months is null or l.months <> f.months or c.version_id <> f.company_version)`,
  },
  {
    name: 'targetStoresUnderArea',
    says: [
      '目标：生效的店铺月目标等于区域计划中的一格',
      'Targets: a store month in force equals its cell in the area plan in force',
    ],
    sql: `select a.year, l.child_id as store, m.month, m.amount as planned, s.total as in_force
      from target_in_force a
      join target_line l on l.version_id = a.version_id and l.position > 0
      cross join lateral unnest(l.months) with ordinality as m (amount, month)
      left join store_target_in_force s
        on s.store_id = l.child_id and s.area_id = a.scope_id and s.month = a.year || '-' || lpad(m.month::text, 2, '0')
      where a.scope_id <> a.company and m.amount <> coalesce(s.total, 0)`,
  },
  {
    name: 'targetDaysSumToMonth',
    says: ['目标：各日合计等于月目标', 'Targets: days sum to the month'],
    sql: 'select store_id, id, month from store_target where total <> amounts_sum(days)',
  },
  {
    name: 'targetPeopleSumToDays',
    says: ['目标：每日各人合计等于当日目标', 'Targets: people sum to the day, every day'],
    sql: `select t.store_id, t.id, t.month, d.i as day, d.amount as day_target, coalesce(p.amount, 0) as people
      from store_target t, unnest(t.days) with ordinality as d (amount, i)
      left join lateral (
        select sum(x.days[d.i]) as amount from person_target x
        where x.store_id = t.store_id and x.target_id = t.id and x.position > 0
      ) p on true
      where t.people is not null and d.amount <> coalesce(p.amount, 0)`,
  },
  {
    name: 'storeDaysUnrolled',
    says: ['目标：店铺日目标表等于生效版本', 'Targets: the table of store days equals the versions in force'],
    sql: `select coalesce(u.store_id, d.store_id) as store_id, coalesce(u.day, d.day) as day, u.amount as should, d.amount as stored
      from (
        select t.store_id, (t.month || '-01')::date + (x.i - 1)::int as day, x.amount, t.total,
          sum(x.amount) over (partition by t.store_id, t.month order by x.i) as to_date
        from store_target_in_force f join store_target t on t.store_id = f.store_id and t.id = f.target_id,
        unnest(t.days) with ordinality as x (amount, i)
      ) u
      full join store_day_target d on d.store_id = u.store_id and d.day = u.day
      where u.amount is distinct from d.amount or u.to_date is distinct from d.month_to_date or u.total is distinct from d.month_total`,
  },
  {
    name: 'personDaysUnrolled',
    says: [
      '目标：个人日目标表等于生效版本',
      'Targets: the table of person days equals the versions in force',
    ],
    sql: `select coalesce(u.store_id, d.store_id) as store_id, coalesce(u.person_id, d.person_id) as person_id,
        coalesce(u.day, d.day) as day, u.amount as should, d.amount as stored
      from (
        select p.store_id, p.person_id, (t.month || '-01')::date + (x.i - 1)::int as day, x.amount, amounts_sum(p.days) as total,
          sum(x.amount) over (partition by p.store_id, p.person_id, t.month order by x.i) as to_date
        from store_target_in_force f
        join store_target t on t.store_id = f.store_id and t.id = f.target_id
        join person_target p on p.store_id = t.store_id and p.target_id = t.id and p.position > 0,
        unnest(p.days) with ordinality as x (amount, i)
      ) u
      full join person_day_target d on d.store_id = u.store_id and d.day = u.day and d.person_id = u.person_id
      where u.amount is distinct from d.amount or u.to_date is distinct from d.month_to_date or u.total is distinct from d.month_total`,
  },
]
