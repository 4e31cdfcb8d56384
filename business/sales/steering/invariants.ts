import type { Invariant } from '../../../platform/database/verify.ts'

export const steeringInvariants: readonly Invariant[] = [
  {
    name: 'directives.courseIsLegal',
    says: ['指令的每一步都接得上前一步', 'Each step of a directive may follow the one before it'],
    sql: `select store_id, directive_id, no, before, kind from (
        select s.store_id, s.directive_id, s.no, s.kind, row_number() over w as place,
          coalesce(lag(s.kind) over w, 'given') as before
        from directive_step s window w as (partition by s.store_id, s.directive_id order by s.no)) x
      where no <> place or (before, kind) not in (('given', 'answered'), ('given', 'withdrawn'), ('answered', 'accepted'),
        ('answered', 'returned'), ('returned', 'answered'), ('returned', 'withdrawn'))`,
  },
  {
    name: 'directives.stepsInTime',
    says: ['指令的经过按时间先后', 'The steps of a directive stand in the order of time, after it was given'],
    sql: `select s.store_id, s.directive_id, s.no, s.at from directive_step s
      join directive d on d.store_id = s.store_id and d.id = s.directive_id
      left join directive_step b on b.store_id = s.store_id and b.directive_id = s.directive_id and b.no = s.no - 1
      where s.at < coalesce(b.at, d.given_at) or s.due_at <= s.at`,
  },
  {
    name: 'directives.closedAsItsLastStepSays',
    says: [
      '办结时间就是验收或撤回的那一步',
      'A directive is closed exactly when it was accepted or withdrawn',
    ],
    sql: `select d.store_id, d.id, d.closed_at, l.kind, l.at from directive d
      left join lateral (select s.kind, s.at from directive_step s where s.store_id = d.store_id and s.directive_id = d.id
        order by s.no desc limit 1) l on true
      where d.closed_at is distinct from case when l.kind in ('accepted', 'withdrawn') then l.at end`,
  },
  {
    name: 'chase.coversWhatLags',
    says: ['追踪清单里每家落后的都有措施', 'A chase list has a line for everyone that was behind'],
    sql: `select l.store_id, l.id, l.day, l.behind, n.behind as written, n.lines from chase_list l
      left join lateral (select count(*) filter (where n.behind)::int as behind, count(*)::int as lines from chase_line n
        where n.store_id = l.store_id and n.list_id = l.id) n on true
      where l.behind <> n.behind or n.lines > l.seats or (l.as_of is null and l.behind > 0)`,
  },
  {
    name: 'chase.versionsFollow',
    says: ['同一天的清单一版接一版', 'The versions of a day’s list follow one another'],
    sql: `select store_id, seat_id, day, version from (
        select store_id, seat_id, day, version, made_at, row_number() over w as place, lag(made_at) over w as before from chase_list
        window w as (partition by store_id, seat_id, day order by version)) x
      where version <> place or made_at < before`,
  },
  {
    name: 'chase.directiveIsThere',
    says: ['清单上交办的指令都在', 'A directive named on a chase list is there, for the same seat'],
    sql: `select n.store_id, n.list_id, n.seat_id, n.directive_id from chase_line n
      join chase_list l on l.store_id = n.store_id and l.id = n.list_id
      where n.directive_id is not null and not exists (select from directive d where d.id = n.directive_id and d.seat_id = n.seat_id
        and d.store_id = case when l.seat_id = n.store_id then n.store_id else n.seat_id end)`,
  },
  {
    name: 'chase.monthAddsUp',
    says: ['月度小结的合计等于各店之和', 'The sum of a month is that of its stores'],
    sql: `select c.store_id, c.id, c.month from month_close c
      left join lateral (select coalesce(sum(n.net), 0)::bigint as net, coalesce(sum(n.target), 0)::bigint as target, count(*)::int as stores,
        count(*) filter (where n.reached)::int as reached from month_close_line n where n.store_id = c.store_id and n.close_id = c.id) n on true
      where (c.net, c.target, c.stores, c.reached) is distinct from (n.net, n.target, n.stores, n.reached)`,
  },
  {
    name: 'adjust.restsOnDaysThatAreOver',
    says: ['调整所依据的七天都已过完', 'An adjustment rests on seven days that were over'],
    sql: `select store_id, id, day, figures ->> 'from' as "from", figures ->> 'to' as "to" from adjustment
      where (figures ->> 'to')::date <> day - 1 or (figures ->> 'from')::date <> day - 7`,
  },
]
