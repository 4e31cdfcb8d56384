import type { Actor, Position } from '../../platform/access/who.ts'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day, dayNumber, monthOf, weekdayOf } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { Operation } from '../../platform/server/door.ts'
import type { Caller, Outcome } from '../../platform/server/outcome.ts'
import { Door } from '../../platform/server/perform.ts'
import { OrganizationDirectory } from '../organization/directory.ts'
import { targetOperations } from './actions.ts'
import { targetInvariants } from './invariants.ts'

/** A small chain for tests: two areas, five stores, their people, and two years of days sold. */
export interface TestPerson {
  readonly id: string
  readonly actor: Actor
}
export interface TestChain {
  readonly areas: readonly { id: string; name: string; stores: readonly string[]; manager: TestPerson }[]
  readonly stores: readonly {
    id: string
    name: string
    area: string
    manager: TestPerson
    associates: readonly TestPerson[]
  }[]
  readonly generalManager: TestPerson
  readonly director: TestPerson
  readonly finance: TestPerson
  readonly merchandiser: TestPerson
}

const historyFrom = '2025-01-01' as Day
export const historyTo = '2026-11-22' as Day

export async function makeTestChain(db: Database, associates = 3): Promise<TestChain> {
  await db.query("insert into company (name, time_zone) values ('试衣', 'Asia/Shanghai')")
  let count = 0
  const person = async (
    position: Position,
    place: { area?: string; store?: string; areaStores?: readonly string[] },
  ): Promise<TestPerson> => {
    const id = newId()
    count++
    await db.query(
      "insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, $3, '', $2, '2024-01-01')",
      [id, `P${100 + count}`, `员工${count}`],
    )
    await db.query(
      "insert into appointment (id, person_id, position, area_id, store_id, from_day) values ($1, $2, $3, $4, $5, '2024-01-01')",
      [newId(), id, position, place.area ?? null, place.store ?? null],
    )
    return {
      id,
      actor: {
        person: id,
        name: `员工${count}`,
        language: 'zh',
        device: 'test',
        appointments: [{ position, areaStores: place.areaStores ?? [], ...place }],
      },
    }
  }
  const areas = []
  const stores = []
  for (const [code, name, storeCount] of [
    ['E1', '华东一区', 3],
    ['S1', '华南区', 2],
  ] as const) {
    const area = newId()
    await db.query(
      "insert into area (id, code, name, search, pinyin, opened_on) values ($1, $2, $3, '', $2, '2024-01-01')",
      [area, code, name],
    )
    const own: string[] = []
    for (let s = 1; s <= storeCount; s++) {
      const id = newId()
      own.push(id)
      await db.query(
        "insert into store (id, code, name, search, pinyin, kind, city, time_zone, opened_on) values ($1, $2, $3, '', $2, 'street', '杭州', 'Asia/Shanghai', '2024-01-01')",
        [id, `${code}0${s}`, `${name}${s}店`],
      )
      await db.query("insert into store_area (store_id, from_day, area_id) values ($1, '2024-01-01', $2)", [
        id,
        area,
      ])
      const people: TestPerson[] = []
      for (let p = 0; p < associates; p++) people.push(await person('salesAssociate', { store: id }))
      stores.push({
        id,
        name: `${name}${s}店`,
        area,
        manager: await person('storeManager', { store: id }),
        associates: people,
      })
    }
    areas.push({
      id: area,
      name,
      stores: own,
      manager: await person('areaManager', { area, areaStores: own }),
    })
  }
  await sell(
    db,
    stores.map((s) => s.id),
  )
  return {
    areas,
    stores,
    generalManager: await person('generalManager', {}),
    director: await person('operationsDirector', {}),
    finance: await person('finance', {}),
    merchandiser: await person('merchandising', {}),
  }
}

/** Days sold: weekends higher, a steady season, stores of different size; the same every time. */
async function sell(db: Database, stores: readonly string[]): Promise<void> {
  const rows = stores.flatMap((store, s) =>
    Array.from({ length: dayNumber(historyTo) - dayNumber(historyFrom) + 1 }, (_, i) => {
      const day = addDays(historyFrom, i)
      const season = 1 + 0.3 * Math.cos((2 * Math.PI * (i - 15)) / 365.25)
      const wobble = 1 + (((i * 7919 + s * 104729) % 201) - 100) / 1000
      return {
        store,
        day,
        month: monthOf(day),
        net: Math.round((400_000 + 90_000 * s) * season * wobble * (weekdayOf(day) >= 6 ? 1.5 : 1)),
      }
    }),
  )
  await db.query(
    'insert into sales_store_day (store_id, day, net, sale_tickets, units) select store, day, net, 10, 20 from jsonb_to_recordset($1::jsonb) as r (store uuid, day date, net bigint)',
    [JSON.stringify(rows)],
  )
  await db.query(
    'insert into sales_store_month (store_id, month, net) select store, month, sum(net) from jsonb_to_recordset($1::jsonb) as r (store uuid, month text, net bigint) group by 1, 2',
    [JSON.stringify(rows)],
  )
}

/** The door with the operations of targets only. */
export class TestDoor {
  readonly door: Door
  constructor(readonly db: Database) {
    this.door = new Door(
      db,
      targetOperations as unknown as Record<string, Operation>,
      new OrganizationDirectory(),
    )
  }
  /** Noon in Shanghai on a day. */
  private caller(who: TestPerson, day: string): Caller {
    return {
      actor: who.actor,
      language: 'zh',
      address: 'test',
      now: new Date(`${day}T12:00:00+08:00`),
      key: newId(),
    }
  }
  outcome(
    kind: 'action' | 'view',
    name: keyof typeof targetOperations,
    who: TestPerson,
    day: string,
    input: unknown,
  ): Promise<Outcome> {
    return this.door.perform(name, input, this.caller(who, day), kind)
  }
  async does<Answer>(
    name: keyof typeof targetOperations,
    who: TestPerson,
    day: string,
    input: unknown,
  ): Promise<Answer> {
    return answerOf<Answer>(name, await this.outcome('action', name, who, day, input))
  }
  async sees<Answer>(
    name: keyof typeof targetOperations,
    who: TestPerson,
    day: string,
    input: unknown,
  ): Promise<Answer> {
    return answerOf<Answer>(name, await this.outcome('view', name, who, day, input))
  }
  /** Why it was refused; undefined when it was not. */
  async refused(
    kind: 'action' | 'view',
    name: keyof typeof targetOperations,
    who: TestPerson,
    day: string,
    input: unknown,
  ): Promise<{ why: string; status: number; title: string } | undefined> {
    const outcome = await this.outcome(kind, name, who, day, input)
    return outcome.ok ? undefined : outcome.problem
  }
}
function answerOf<Answer>(name: string, outcome: Outcome): Answer {
  if (outcome.ok) return outcome.answer as Answer
  throw new Error(
    `${name} was refused: ${outcome.problem.why}: ${outcome.problem.title} ${JSON.stringify(outcome.problem.fields ?? '')}`,
  )
}

/** What does not hold, by name; empty when everything adds up. */
export async function broken(db: Database): Promise<string[]> {
  const names: string[] = []
  for (const invariant of targetInvariants) {
    const rows = await db.query(invariant.sql)
    if (rows.length > 0) names.push(`${invariant.name}: ${JSON.stringify(rows[0])}`)
  }
  return names
}

interface Lines {
  readonly lines: readonly { readonly child: string; readonly months: readonly Money[] }[]
}
export const bare = (plan: Lines): { child: string; months: Money[] }[] =>
  plan.lines.map(({ child, months }) => ({ child, months: [...months] }))

/** Director proposes and submits, general manager approves; answers the version. */
export async function approveYear(
  t: TestDoor,
  chain: TestChain,
  day: string,
  total: number,
  lines?: Lines['lines'],
): Promise<string> {
  const { latest } = await t.sees<{ latest: { id: string } | null }>('targets.year', chain.director, day, {
    year: 2027,
  })
  const proposed = lines
    ? { lines }
    : await t.sees<Lines>('targets.proposeYear', chain.director, day, { year: 2027, total })
  const saved = await t.does<{ id: string }>('targets.saveYear', chain.director, day, {
    year: 2027,
    basedOn: latest?.id ?? null,
    lines: bare(proposed),
    reason: '测试',
  })
  await t.does('targets.submitYear', chain.director, day, { version: saved.id })
  await t.does('targets.decideYear', chain.generalManager, day, { version: saved.id, decision: 'approve' })
  return saved.id
}

/** The area manager takes the proposal, or the lines given, and releases them. */
export async function releaseArea(
  t: TestDoor,
  chain: TestChain,
  at: number,
  day: string,
  lines?: Lines['lines'],
): Promise<string> {
  const area = chain.areas[at]!
  const { latest } = await t.sees<{ latest: { id: string } | null }>('targets.area', area.manager, day, {
    area: area.id,
    year: 2027,
  })
  const proposed = lines
    ? { lines }
    : await t.sees<Lines>('targets.proposeArea', area.manager, day, { area: area.id, year: 2027 })
  const saved = await t.does<{ id: string }>('targets.saveArea', area.manager, day, {
    area: area.id,
    year: 2027,
    basedOn: latest?.id ?? null,
    lines: bare(proposed),
  })
  await t.does('targets.releaseArea', area.manager, day, { version: saved.id })
  return saved.id
}

export interface SeenMonth {
  readonly target: {
    id: string
    total: Money
    version: number
    days: Money[]
    people: { person: string; total: Money; days: Money[] }[]
  }
  readonly staff: { person: string; factor: number; off: number[]; manager: boolean }[]
  readonly gone: string[]
  readonly joined: string[]
  readonly versions: { origin: string }[]
}
/** The store manager splits to those who take part. */
export async function splitToStaff(
  t: TestDoor,
  chain: TestChain,
  at: number,
  day: string,
  month: string,
): Promise<SeenMonth> {
  const store = chain.stores[at]!
  const before = await t.sees<SeenMonth>('targets.storeMonth', store.manager, day, { store: store.id, month })
  const people = before.staff
    .filter((p) => p.factor > 0)
    .map(({ person, factor, off }) => ({ person, factor, off }))
  await t.does('targets.saveStoreMonth', store.manager, day, {
    store: store.id,
    month,
    basedOn: before.target.id,
    days: before.target.days,
    people,
  })
  return t.sees<SeenMonth>('targets.storeMonth', store.manager, day, { store: store.id, month })
}
