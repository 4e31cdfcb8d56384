import type { Database } from '../../platform/database/database.ts'

/** A chain of one size for measuring: laid down by the database itself, the same every time. */
export interface ChainSize {
  readonly areas: number
  readonly stores: number
  readonly associatesPerStore: number
}

const id = (kind: string, n: string): string => `md5('${kind}' || ${n})::uuid`
/**
 * A general manager, a director, areas with their managers, stores in four time zones and five kinds of opening hours with a
 * store manager and associates each, who have a target on each of the days.
 */
export async function layDownChain(
  database: Database,
  { areas, stores, associatesPerStore }: ChainSize,
  targets: { readonly from: string; readonly to: string },
): Promise<void> {
  const person = (kind: string, from: string) => `
    insert into person (id, job_number, name, search, pinyin, hired_on)
    select ${id(kind, 'n')}, '${kind}' || n, '员工' || n, '', '', '2020-01-01' from ${from};`
  const held = (kind: string, position: string, from: string, seat: string) => `
    insert into appointment (id, person_id, position, area_id, store_id, from_day)
    select ${id(`held${kind}`, 'n')}, ${id(kind, 'n')}, '${position}', ${seat}, '2020-01-01' from ${from};`
  const series = (count: number) => `generate_series(1, ${count}) n`
  const people = `(select s * 100 + k as n, s from generate_series(1, ${stores}) s, generate_series(1, ${associatesPerStore}) k) x`
  await database.script(`begin;
    insert into company (name, time_zone, cut_off_minutes) values ('量', 'Asia/Shanghai', 360);
    insert into area (id, code, name, search, pinyin, opened_on)
    select ${id('area', 'n')}, 'A' || n, '区' || n, '', '', '2020-01-01' from ${series(areas)};
    insert into store (id, code, name, search, pinyin, kind, city, time_zone, cut_off_minutes, opens_at, closes_at, opened_on)
    select ${id('store', 'n')}, 'S' || lpad(n::text, 6, '0'), '店' || n, '', '', 'street', '杭州',
      (array['Asia/Shanghai', 'Asia/Shanghai', 'Asia/Tokyo', 'Europe/Paris', 'America/New_York'])[1 + n % 5], 360, '10:00',
      (array['21:00', '21:30', '22:00', '22:30', '23:00'])[1 + n / 5 % 5]::time, '2020-01-01' from ${series(stores)};
    insert into store_area (store_id, from_day, area_id)
    select ${id('store', 'n')}, '2020-01-01', ${id('area', `(1 + n % ${areas})`)} from ${series(stores)};
    ${person('generalManager', series(1))} ${held('generalManager', 'generalManager', series(1), 'null, null')}
    ${person('director', series(1))} ${held('director', 'operationsDirector', series(1), 'null, null')}
    ${person('areaManager', series(areas))} ${held('areaManager', 'areaManager', series(areas), `${id('area', 'n')}, null`)}
    ${person('manager', series(stores))} ${held('manager', 'storeManager', series(stores), `null, ${id('store', 'n')}`)}
    ${person('associate', people)} ${held('associate', 'salesAssociate', people, `null, ${id('store', 's')}`)}
    insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total)
    select ${id('store', 's')}, d, ${id('associate', 'n')}, 100000, 100000, 3000000
    from ${people}, generate_series('${targets.from}'::date, '${targets.to}', '1 day') d;
    commit`)
  await database.script('analyze')
}
