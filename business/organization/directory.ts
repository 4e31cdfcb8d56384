import type { Actor, Appointment, Debt, Place, Position } from '../../platform/access/who.ts'
import { type Db, one } from '../../platform/database/database.ts'
import { businessDayAt, type Day } from '../../platform/kinds/day.ts'
import { isId } from '../../platform/kinds/id.ts'
import type { Language } from '../../platform/kinds/words.ts'
import type { Directory } from '../../platform/server/directory.ts'
import { isOffered } from './access/factor-tables.ts'
import { type SessionKind, seenEvery } from './access/session-rules.ts'
import { isLive } from './access/session-tables.ts'

interface ActorRow {
  id: string
  name: string
  language: Language
  device: string
  session: {
    id: string
    kind: SessionKind
    idle: number
    seenAt: string
    provedAt: string
    owes: Debt | null
  } | null
  only_store: string | null
  appointments: {
    position: Position
    store: string | null
    area: string | null
    onBehalfOf: string | null
    areaStores: string[]
  }[]
}

/** Stores that belong to an area on a day: the latest membership from before it. */
const storesOfArea = (area: string, day: string): string => `(
  select coalesce(json_agg(m.store_id), '[]'::json) from store_area m
  where m.area_id = ${area} and m.from_day <= ${day}
    and not exists (select 1 from store_area n where n.store_id = m.store_id and n.from_day > m.from_day and n.from_day <= ${day}))`

interface ActorSource {
  /** Table, as x, that says whose the token is. */
  readonly from: string
  readonly device: string
  readonly session: string
  readonly onlyStore: string
  /** Appointments of this store only; others are not reached. */
  readonly atStore: string
}

/** The person with today's appointments, his own and those he stands in for (代办), in one statement. */
const actorSql = ({ from, device, session, onlyStore, atStore }: ActorSource): string => `
  with today as (
    select (($2::timestamptz - make_interval(mins => coalesce((select cut_off_minutes from company), 0)))
      at time zone coalesce((select time_zone from company), 'Asia/Shanghai'))::date as day
  ), held as (
    select a.*, null::uuid as on_behalf_of, a.person_id as by_person from appointment a
    union all
    select a.*, a.person_id, d.to_person from delegation d join appointment a on a.id = d.appointment_id, today
    where d.ended_at is null and today.day between d.from_day and d.to_day
  )
  select p.id, p.name, p.language, ${device} as device, ${session} as session, ${onlyStore} as only_store, (
    select coalesce(json_agg(json_build_object('position', h.position, 'store', h.store_id, 'area', h.area_id,
      'onBehalfOf', h.on_behalf_of, 'areaStores',
      case when h.area_id is null then '[]'::json else ${storesOfArea('h.area_id', 'today.day')} end)
      order by h.on_behalf_of nulls first, h.from_day), '[]'::json)
    from held h where h.by_person = p.id and h.from_day <= today.day and (h.to_day is null or h.to_day >= today.day)
      and (${atStore} is null or h.store_id = ${atStore})
  ) as appointments
  from ${from} join person p on p.id = x.person_id, today
  where (p.left_on is null or p.left_on >= today.day)`

/** A PIN's session is good on its own device only, while that is enrolled in the same store. */
const onItsDevice = `(x.kind <> 'pin' or exists (
  select 1 from device d where d.id = x.device_id and d.store_id = x.store_id and d.revoked_at is null and d.token_hash = $3::text))`
const bySession = `${actorSql({
  from: 'session x left join credential c on c.person_id = x.person_id',
  device: 'x.device',
  session: `json_build_object('id', x.id, 'kind', x.kind, 'idle', x.idle_seconds, 'seenAt', x.seen_at, 'provedAt', coalesce(x.proved_at, x.signed_in_at),
    'owes', case when x.owes_factor then 'secondFactor' when c.must_change and x.kind = 'password' then 'newPassword'
      when x.kind = 'password' and (select second_step from company) = 'required' and ${isOffered('p.id', 'today.day')}
        and not exists (select 1 from second_factor f where f.person_id = p.id and f.confirmed_at is not null) then 'secondFactorSetUp' end)`,
  onlyStore: 'null::uuid',
  atStore: 'x.store_id',
})}
  and x.token_hash = $1 and ${isLive('x', '$2', 'today.day')} and ${onItsDevice}`
const byToken = `${actorSql({
  from: 'api_token x',
  device: "'token:' || x.name",
  session: 'null::json',
  onlyStore: 'x.store_id',
  atStore: 'null::uuid',
})}
  and x.token_hash = $1 and x.revoked_at is null and $2::timestamptz is not null`

/** Who somebody is and where a thing stands, from the effective-dated organization. */
export class OrganizationDirectory implements Directory {
  private readonly clocks = new Map<string, { timeZone: string; cutOff: number; until: number }>()

  async actorOfSession(db: Db, tokenHash: string, now: Date, browser?: string): Promise<Actor | undefined> {
    const row = await one<ActorRow>(db, bySession, [tokenHash, now.toISOString(), browser ?? null])
    if (row?.session) await touch(db, row.session, now)
    return row && actorFrom(row)
  }

  async actorOfToken(db: Db, tokenHash: string, now: Date): Promise<Actor | undefined> {
    const row = await one<ActorRow>(db, byToken, [tokenHash, now.toISOString()])
    return row && actorFrom(row)
  }

  async placeOf(
    db: Db,
    about: { store: string } | { area: string } | { person: string },
    now: Date,
  ): Promise<Place | undefined> {
    if (!isId('store' in about ? about.store : 'area' in about ? about.area : about.person)) return undefined
    const day = await this.dayAt(db, undefined, now)
    if ('store' in about) {
      const row = await one<{ area: string | null }>(
        db,
        `select (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $2 order by m.from_day desc limit 1) as area
         from store s where s.id = $1`,
        [about.store, day],
      )
      return row && { stores: [about.store], areas: row.area ? [row.area] : [] }
    }
    if ('area' in about) {
      const row = await one<{ id: string }>(db, 'select id from area where id = $1', [about.area])
      return row && { stores: [], areas: [about.area] }
    }
    const row = await one<{ stores: string[]; areas: string[] }>(
      db,
      `select coalesce(array_agg(a.store_id) filter (where a.store_id is not null), '{}') as stores,
         coalesce(array_agg(a.area_id) filter (where a.area_id is not null), '{}') as areas
       from person p left join appointment a on a.person_id = p.id and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2)
       where p.id = $1 group by p.id`,
      [about.person, day],
    )
    return row && { ...row, person: about.person }
  }

  /** Falls back to the company's day for a store that is not there: the guard has answered that already. */
  async dayAt(db: Db, store: string | undefined, now: Date): Promise<Day> {
    const clock = await this.clockOf(db, store, now)
    return businessDayAt(now, clock.timeZone, clock.cutOff)
  }

  private async clockOf(
    db: Db,
    asked: string | undefined,
    now: Date,
  ): Promise<{ timeZone: string; cutOff: number }> {
    const store = asked !== undefined && isId(asked) ? asked : undefined
    const key = store ?? ''
    const known = this.clocks.get(key)
    if (known && known.until > now.getTime()) return known
    const row =
      store && isId(store)
        ? await one<{ time_zone: string; cut_off_minutes: number }>(
            db,
            'select time_zone, cut_off_minutes from store where id = $1',
            [store],
          )
        : await one<{ time_zone: string; cut_off_minutes: number }>(
            db,
            'select time_zone, cut_off_minutes from company',
          )
    const clock = {
      timeZone: row?.time_zone ?? 'Asia/Shanghai',
      cutOff: row?.cut_off_minutes ?? 0,
      until: now.getTime() + 30_000,
    }
    if (row) this.clocks.set(key, clock)
    return clock
  }
}

/** Use is written down now and then only; of many requests at once the first one writes. */
async function touch(db: Db, session: NonNullable<ActorRow['session']>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - seenEvery(session.idle) * 1000)
  if (new Date(session.seenAt) >= before) return
  await db.query('update session set seen_at = $2 where id = $1 and seen_at < $3', [
    session.id,
    now.toISOString(),
    before.toISOString(),
  ])
}

function actorFrom(row: ActorRow): Actor {
  return {
    person: row.id,
    name: row.name,
    language: row.language,
    device: row.device,
    ...(row.session ? provenBy(row.session) : {}),
    ...(row.only_store ? { onlyStore: row.only_store } : {}),
    // A till acts for what its person holds in its store, whatever else he may be.
    appointments: row.appointments
      .filter((a) => !row.only_store || a.store === row.only_store)
      .map(
        (a): Appointment => ({
          position: a.position,
          areaStores: a.areaStores,
          ...(a.store ? { store: a.store } : {}),
          ...(a.area ? { area: a.area } : {}),
          ...(a.onBehalfOf ? { onBehalfOf: a.onBehalfOf } : {}),
        }),
      ),
  }
}

function provenBy({ id, kind, provedAt, owes }: NonNullable<ActorRow['session']>): Partial<Actor> {
  return {
    session: id,
    proof: { by: kind === 'pin' ? 'pin' : 'own', at: new Date(provedAt) },
    ...(owes ? { owes } : {}),
  }
}
