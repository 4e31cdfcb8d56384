import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of markdown plans; each query returns the rows where it does not. */
export const markdownInvariants: readonly Invariant[] = [
  {
    name: 'markdowns.stepsGoDown',
    says: [
      '一款的价格一步比一步低，从方案开始到结束之间',
      'The prices of a style go down step by step, between the first and the last day of its plan',
    ],
    sql: `select s.plan_id, s.style_id, s.from_day from (
        select s.*, lag(s.price, 1, round(l.tag_price * l.percent / 100.0)::bigint + 100) over (partition by s.plan_id, s.style_id order by s.from_day) as before,
          p.from_day as first, p.ends_on
        from markdown_step s join markdown_line l on l.plan_id = s.plan_id and l.style_id = s.style_id join markdown_plan p on p.id = s.plan_id) s
      where s.price >= s.before or s.from_day not between s.first and s.ends_on`,
  },
  {
    name: 'markdowns.everyLineHasSteps',
    says: ['方案里每一款都有降价的步骤', 'Every style of a plan has a step'],
    sql: `select l.plan_id, l.style_id from markdown_line l where not exists (
      select from markdown_step s where s.plan_id = l.plan_id and s.style_id = l.style_id)`,
  },
  {
    name: 'markdowns.pricesAreApproved',
    says: [
      '在卖的降价就是批过、没有停掉的步骤，一个不多一个不少',
      'What styles are marked down to are the approved steps that were not stopped: none more, none fewer',
    ],
    sql: `select coalesce(m.style_id, s.style_id) as style_id, coalesce(m.from_day, s.from_day) as day, m.price, s.price as step
      from style_markdown m full join (
        select s.* from markdown_step s join markdown_decision d on d.plan_id = s.plan_id and d.approved
        left join markdown_stop t on t.plan_id = s.plan_id and t.style_id = s.style_id
        where t.style_id is null or s.from_day <= t.day) s
      on s.plan_id = m.plan_id and s.style_id = m.style_id and s.from_day = m.from_day
      where m.price is distinct from s.price or m.percent is distinct from s.percent`,
  },
  {
    name: 'markdowns.inOnePlanAtATime',
    says: ['同一款不会同时在两个执行中的方案里', 'No style is in two approved plans at once'],
    sql: `select a.style_id, a.plan_id, b.plan_id as other from markdown_line a join markdown_line b on b.style_id = a.style_id and b.plan_id > a.plan_id
      join markdown_plan p on p.id = a.plan_id join markdown_plan q on q.id = b.plan_id
      join markdown_decision d on d.plan_id = p.id and d.approved join markdown_decision e on e.plan_id = q.id and e.approved
      left join markdown_stop s on s.plan_id = a.plan_id and s.style_id = a.style_id
      left join markdown_stop t on t.plan_id = b.plan_id and t.style_id = b.style_id
      where p.from_day <= coalesce(t.day, q.ends_on) and q.from_day <= coalesce(s.day, p.ends_on)`,
  },
]
