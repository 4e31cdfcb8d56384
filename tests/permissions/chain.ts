import { createHash } from 'node:crypto'
import type { PositionName } from '../../business/organization/shape.ts'
import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'

/**
 * The chain on which permissions are tried, with what is true of it written down by hand: who holds which seat
 * today and which store belongs where. Nothing here asks the product, so that an answer of the product can be
 * held against it.
 */
export type AreaKey = 'A' | 'B'
export type StoreKey = 'A1' | 'A2' | 'A9' | 'B1' | 'B2' | 'M1'

/** Half past three in the afternoon of a Monday in Shanghai. */
export const now = new Date('2026-11-23T15:30:00+08:00')
export const today = '2026-11-23' as Day
export const yesterday = addDays(today, -1)

export interface Seat {
  readonly position: PositionName
  readonly store?: StoreKey
  readonly area?: AreaKey
  /** Id of the appointment. */
  readonly appointment: string
}
export interface PersonSeed {
  readonly id: string
  readonly name: string
  readonly jobNumber: string
  readonly phone: string
  /** What he holds today himself; what he only stands in for is the caller's. */
  readonly seats: Seat[]
}
export interface StoreSeed {
  readonly key: StoreKey
  readonly id: string
  readonly code: string
  readonly name: string
  /** Where it belongs today. */
  readonly area: AreaKey
  readonly closed: boolean
  readonly manager: PersonSeed
  readonly associates: readonly [PersonSeed, PersonSeed]
}
export interface AreaSeed {
  readonly key: AreaKey
  readonly id: string
  readonly name: string
  readonly manager: PersonSeed
  readonly stores: readonly StoreSeed[]
}
export interface Chain {
  readonly areas: Readonly<Record<AreaKey, AreaSeed>>
  readonly stores: Readonly<Record<StoreKey, StoreSeed>>
  readonly posts: Readonly<Record<HeadquartersPost, PersonSeed>>
  readonly others: Readonly<Record<OtherPerson, PersonSeed>>
  readonly goods: { readonly style: string; readonly sku: string; readonly barcode: string }
  readonly event: string
  readonly mall: string
  readonly delegation: string
}

export const headquarters = [
  'generalManager',
  'operationsDirector',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
] as const satisfies readonly PositionName[]
export type HeadquartersPost = (typeof headquarters)[number]

/** secondAdministrator: lets the first be touched. spare: on the list of people, without a post. */
const otherPeople = ['secondAdministrator', 'transferred', 'gone', 'starting', 'spare'] as const
export type OtherPerson = (typeof otherPeople)[number]

const longAgo = '2024-01-01' as Day
const hash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token that a person's session, or a till, shows; kept in the database as its hash. */
export const tokenOf = (label: string): string => `matrix-${hash(label)}`

export async function seedChain(db: Db): Promise<Chain> {
  await db.query("insert into company (name, name_en) values ('青禾', 'Qinghe')")
  const areas = { A: await seedArea(db, 'A'), B: await seedArea(db, 'B') }
  const mall = newId()
  await db.query("insert into mall (id, name, city, search) values ($1, '湖滨商场', '杭州', 'hubin')", [mall])
  const store = (key: StoreKey, area: AreaKey, closedOn: Day | null = null) =>
    seedStore(db, key, areas, area, closedOn)
  const people = new People(db)
  const transferred = await people.hire('transferred')
  const seeds = {
    A1: await store('A1', 'A'),
    A2: await store('A2', 'A'),
    A9: await store('A9', 'A', '2026-09-30' as Day),
    B1: await store('B1', 'B'),
    B2: await store('B2', 'B'),
    // Belonged to area A until three weeks ago.
    M1: await store('M1', 'B'),
  }
  await db.query("update store_area set from_day = '2026-11-01' where store_id = $1", [seeds.M1.id])
  await db.query('insert into store_area (store_id, from_day, area_id) values ($1, $2, $3)', [
    seeds.M1.id,
    longAgo,
    areas.A.id,
  ])

  // Managed A1 until the end of October, and area A before that; sells in B1 now.
  await people.held(transferred, 'areaManager', { area: areas.A.id }, longAgo, '2026-06-30' as Day)
  await people.held(
    transferred,
    'storeManager',
    { store: seeds.A1.id },
    '2026-07-01' as Day,
    '2026-10-31' as Day,
  )
  await people.appoint(transferred, 'salesAssociate', { store: seeds.B1 }, '2026-11-01' as Day)
  const staff = async (seed: Omit<StoreSeed, 'manager' | 'associates'>): Promise<StoreSeed> => {
    const since = seed.key === 'A1' ? ('2026-11-01' as Day) : longAgo
    const until = seed.closed ? ('2026-09-30' as Day) : null
    const people3 = [
      await people.hire(`${seed.key}-manager`),
      await people.hire(`${seed.key}-associate-1`),
      await people.hire(`${seed.key}-associate-2`),
    ] as const
    for (const [i, person] of people3.entries()) {
      const position = i === 0 ? 'storeManager' : 'salesAssociate'
      if (until) await people.held(person, position, { store: seed.id }, since, until)
      else await people.appoint(person, position, { store: seed }, since)
    }
    return { ...seed, manager: people3[0], associates: [people3[1], people3[2]] }
  }
  const stores: Record<StoreKey, StoreSeed> = {
    A1: await staff(seeds.A1),
    A2: await staff(seeds.A2),
    A9: await staff(seeds.A9),
    B1: await staff(seeds.B1),
    B2: await staff(seeds.B2),
    M1: await staff(seeds.M1),
  }
  const managed = async (key: AreaKey): Promise<AreaSeed> => {
    const manager = await people.hire(`${key}-area-manager`)
    const since = key === 'A' ? ('2026-07-01' as Day) : longAgo
    await people.appoint(manager, 'areaManager', { area: { key, id: areas[key].id } }, since)
    return { ...areas[key], key, manager, stores: Object.values(stores).filter((s) => s.area === key) }
  }
  const post = async (position: HeadquartersPost): Promise<PersonSeed> => {
    const person = await people.hire(position)
    await people.appoint(person, position, {}, longAgo)
    return person
  }
  const posts = {
    generalManager: await post('generalManager'),
    operationsDirector: await post('operationsDirector'),
    finance: await post('finance'),
    merchandising: await post('merchandising'),
    personnel: await post('personnel'),
    training: await post('training'),
    administrator: await post('administrator'),
  }
  const others = {
    transferred,
    secondAdministrator: await people.hire('second-administrator'),
    gone: await people.hire('gone', addDays(today, -3)),
    starting: await people.hire('starting'),
    spare: await people.hire('spare'),
  }
  await people.appoint(others.secondAdministrator, 'administrator', {}, longAgo)
  await people.held(others.gone, 'salesAssociate', { store: seeds.A1.id }, longAgo, addDays(today, -3))
  await people.held(others.starting, 'storeManager', { store: seeds.A1.id }, addDays(today, 8), null)
  const chain: Chain = {
    areas: { A: await managed('A'), B: await managed('B') },
    stores,
    posts,
    others,
    goods: await seedGoods(db),
    event: await seedEvent(db, seeds.B1.id),
    mall,
    delegation: await delegate(db, stores.A1.manager, stores.A2.associates[1], today, addDays(today, 6)),
  }
  // Stood in for A1's manager until last week.
  await delegate(db, stores.A1.manager, stores.B1.associates[1], addDays(today, -20), addDays(today, -8))
  for (const s of Object.values(stores))
    await db.query("insert into store_closed_day (store_id, day, reason) values ($1, '2026-12-24', $2)", [
      s.id,
      `盘点${s.code}封店`,
    ])
  return chain
}

async function seedArea(db: Db, key: AreaKey): Promise<{ key: AreaKey; id: string; name: string }> {
  const seed = { key, id: newId(), name: key === 'A' ? '甲区' : '乙区' }
  await db.query(
    'insert into area (id, code, name, search, pinyin, opened_on) values ($1, $2, $3, $2, $2, $4)',
    [seed.id, key, seed.name, longAgo],
  )
  return seed
}

async function seedStore(
  db: Db,
  key: StoreKey,
  areas: Record<AreaKey, { id: string }>,
  area: AreaKey,
  closedOn: Day | null,
) {
  const seed = { key, id: newId(), code: `ST${key}`, name: `门店${key}号`, area, closed: closedOn !== null }
  await db.query(
    `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on, closed_on)
     values ($1, $2, $3, $2, $2, 'street', 'Asia/Shanghai', $4, $5)`,
    [seed.id, seed.code, seed.name, longAgo, closedOn],
  )
  await db.query('insert into store_area (store_id, from_day, area_id) values ($1, $2, $3)', [
    seed.id,
    longAgo,
    areas[area].id,
  ])
  await db.query(
    'insert into store_selling_area (store_id, from_day, square_centimetres) values ($1, $2, 1200000)',
    [seed.id, longAgo],
  )
  return seed
}

/** Hires and appoints; what holds today is noted at the person. */
class People {
  #count = 0
  constructor(private readonly db: Db) {}

  async hire(label: string, leftOn: Day | null = null): Promise<PersonSeed> {
    const n = String(++this.#count).padStart(3, '0')
    const person = { id: newId(), name: `员${label}`, jobNumber: `JN${n}`, phone: `13900000${n}`, seats: [] }
    await this.db.query(
      `insert into person (id, job_number, name, search, pinyin, phone, hired_on, left_on)
       values ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [person.id, person.jobNumber, person.name, label, person.phone, longAgo, leftOn],
    )
    await this.db.query(
      `insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at)
       values ($1, $2, 'matrix', $3, $3, $4)`,
      [hash(tokenOf(person.id)), person.id, now.toISOString(), '2027-01-01T00:00:00Z'],
    )
    return person
  }

  async held(
    person: PersonSeed,
    position: PositionName,
    at: { store?: string; area?: string },
    from: Day,
    to: Day | null,
  ): Promise<string> {
    const id = newId()
    await this.db.query(
      `insert into appointment (id, person_id, position, store_id, area_id, from_day, to_day)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, person.id, position, at.store ?? null, at.area ?? null, from, to],
    )
    return id
  }

  async appoint(
    person: PersonSeed,
    position: PositionName,
    at: { store?: { key: StoreKey; id: string }; area?: { key: AreaKey; id: string } },
    from: Day,
  ): Promise<void> {
    const ids = { ...(at.store && { store: at.store.id }), ...(at.area && { area: at.area.id }) }
    const appointment = await this.held(person, position, ids, from, null)
    person.seats.push({
      position,
      appointment,
      ...(at.store && { store: at.store.key }),
      ...(at.area && { area: at.area.key }),
    })
  }
}

async function delegate(db: Db, holder: PersonSeed, to: PersonSeed, from: Day, until: Day): Promise<string> {
  const id = newId()
  await db.query(
    `insert into delegation (id, appointment_id, to_person, from_day, to_day, reason, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, holder.seats[0]!.appointment, to.id, from, until, '年假代班事由', holder.id, now.toISOString()],
  )
  return id
}

async function seedGoods(db: Db) {
  const goods = { style: newId(), sku: newId(), barcode: '6900000000011' }
  await db.query(
    `insert into style (id, code, name, search, category, season, launched_on)
     values ($1, 'QH-1107', '双面羊毛大衣', 'qh-1107', '大衣', '2026冬', '2026-09-01')`,
    [goods.style],
  )
  await db.query(
    "insert into style_price (style_id, from_day, tag_price) values ($1, '2026-01-01', 299000)",
    [goods.style],
  )
  await db.query(
    "insert into sku (id, style_id, color, size, size_order, barcode) values ($1, $2, '燕麦', 'M', 3, $3)",
    [goods.sku, goods.style, goods.barcode],
  )
  return goods
}

async function seedEvent(db: Db, store: string): Promise<string> {
  const id = newId()
  await db.query(
    `insert into calendar_event (id, name, from_day, to_day, store_id)
     values ($1, '乙一店周年庆', '2026-12-01', '2026-12-07', $2)`,
    [id, store],
  )
  return id
}

/** A till's token, bound to a store or not. */
export async function seedToken(
  db: Db,
  token: {
    id: string
    label: string
    person: PersonSeed
    store: string | null
    by: string
    revoked?: boolean
  },
): Promise<void> {
  await db.query(
    `insert into api_token (id, token_hash, name, store_id, person_id, made_at, made_by, revoked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      token.id,
      hash(tokenOf(token.label)),
      token.label,
      token.store,
      token.person.id,
      now.toISOString(),
      token.by,
      token.revoked ? now.toISOString() : null,
    ],
  )
}
