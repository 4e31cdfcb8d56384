import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { verify } from '../../platform/database/verify.ts'
import { dayOf } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { auditInvariants } from '../../platform/server/audit.ts'
import type { Outcome } from '../../platform/server/outcome.ts'
import { Door } from '../../platform/server/perform.ts'
import { testDoor } from '../../tests/door.ts'
import { makeTestChain, type TestChain, type TestPerson } from '../targets/test-chain.ts'
import { belowOf } from './below.ts'
import { type Duties, dutiesOf, profiles, shipped } from './catalogue/catalogue.ts'
import { type DutyId, isOwn } from './catalogue/codes.ts'
import type { Duty, DutyText, Standing } from './catalogue/types.ts'
import { hearDone } from './discharge.ts'
import { beginDuties } from './edition-tables.ts'
import { dutyInvariants } from './invariants.ts'
import { keepDuties } from './settle.ts'
import type { DutyState } from './shape.ts'
import { type Item, todayOf } from './today.ts'

/** The small chain of the targets' tests with everything of the house behind its door, and duties listening. */
export class DutyHouse {
  constructor(
    readonly db: Database,
    readonly door: Door,
    readonly chain: TestChain,
    readonly keys: Keys,
    readonly duties: Duties = shipped,
  ) {}

  /** The company's own edition begins, worded as the catalogue. */
  begin = (from: string, at = `${from}T00:00:00+08:00`): Promise<string | undefined> =>
    beginDuties(this.db, { from: dayOf(from), now: new Date(at) }, this.duties)
  keep = (at: string): Promise<void> => keepDuties(this.db, new Date(at), this.duties)
  outcome(
    kind: 'action' | 'view',
    who: TestPerson,
    at: string,
    name: string,
    input: unknown,
  ): Promise<Outcome> {
    const caller = {
      // Whoever acts here has just signed in himself.
      actor: { ...who.actor, proof: { by: 'own' as const, at: new Date(at) } },
      language: 'zh' as const,
      address: 'test',
      now: new Date(at),
      key: newId(),
    }
    return this.door.perform(name, input, caller, kind)
  }
  async does<Answer = { id: string }>(
    who: TestPerson,
    at: string,
    action: string,
    input: unknown,
  ): Promise<Answer> {
    return answerOf<Answer>(action, await this.outcome('action', who, at, action, input))
  }
  async sees<Answer>(who: TestPerson, at: string, view: string, input: unknown = {}): Promise<Answer> {
    return answerOf<Answer>(view, await this.outcome('view', who, at, view, input))
  }
  async refused(who: TestPerson, at: string, action: string, input: unknown): Promise<string | undefined> {
    const outcome = await this.outcome('action', who, at, action, input)
    return outcome.ok ? undefined : outcome.problem.why
  }
  async refusedView(who: TestPerson, at: string, view: string, input: unknown): Promise<string | undefined> {
    const outcome = await this.outcome('view', who, at, view, input)
    return outcome.ok ? undefined : outcome.problem.why
  }
  /** What the page shows: one's own, and for a superior what is red below. */
  async today(who: TestPerson, at: string): Promise<Today> {
    if (this.duties === shipped)
      return {
        ...(await this.sees<Today>(who, at, 'duties.today')),
        ...(await this.sees<Pick<Today, 'below'>>(who, at, 'duties.below')),
      }
    const [now, day] = [new Date(at), dayOf(at.slice(0, 10))]
    return {
      ...(await todayOf(this.db, who.actor, now, this.duties)),
      below: await belowOf(this.db, who.actor, day, now, this.duties),
    }
  }

  /** Every instance of a clause, by its period. */
  instances = (
    duty: string,
    seat?: string,
  ): Promise<
    {
      id: string
      store: string
      period: string
      holder: string
      done: boolean
      excuse: string | null
      role: string | null
    }[]
  > =>
    this.db.query(
      `select i.id, i.store_id as store, i.period, i.holder_id as holder, d.instance_id is not null as done, e.kind as excuse, d.role
       from duty_instance i left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
       left join duty_excuse e on e.store_id = i.store_id and e.instance_id = i.id
       where i.duty = $1 and ($2::uuid is null or i.seat_id = $2) order by i.period, i.id`,
      [duty, seat ?? null],
    )
  /** What does not hold, by name. */
  async broken(): Promise<string[]> {
    const found = await verify(this.db, [...dutyInvariants, ...auditInvariants])
    return found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)
  }
}

export interface Today {
  readonly now: TodayItem[]
  readonly next: TodayItem[]
  readonly later: TodayItem[]
  readonly done: TodayItem[]
  readonly missed: TodayItem[]
  readonly excused: TodayItem[]
  readonly below: {
    overdue: number
    missed: number
    seats: { seat: string; holder: string | null; duties: { duty: string }[] }[]
    unread: { duty: string; count: number; isLate: boolean }[]
    vacant: { count: number; seats: { seat: string; since: string | null }[] }
    seatsLeftOff: number
  } | null
}
export type TodayItem = Item & {
  onBehalfOf: string | null
  samples: { instance: string; store: string; checked: boolean }[]
}
/** Where a clause stands on somebody's page: the section, and its state. */
export function whereIs(today: Today, duty: string, period?: string): [keyof Today, DutyState] | undefined {
  for (const section of ['now', 'next', 'later', 'done', 'missed', 'excused'] as const) {
    const item = today[section].find((i) => i.duty === duty && (period === undefined || i.period === period))
    if (item) return [section, item.state]
  }
  return undefined
}

/** With job descriptions of its own instead of the shipped ones, the door hears acts by those. */
export const dutyHouse = async (duties: Duties = shipped): Promise<DutyHouse> => {
  const db = await testDatabase()
  const { house } = await testDoor(new Date(), db)
  const chain = await makeTestChain(db)
  if (duties === shipped) return new DutyHouse(db, house.door, chain, house.keys)
  const door = new Door(db, house.door.operations, house.directory, house.keys)
  door.onDone((inside, done) => hearDone(inside, done, duties))
  return new DutyHouse(db, door, chain, house.keys, duties)
}

/** The shipped job descriptions with some clauses made live in another way. */
export const withClauses = (changed: Partial<Record<DutyId, Standing & Partial<DutyText>>>): Duties =>
  dutiesOf(
    profiles.map((profile) => ({
      ...profile,
      duties: profile.duties.map((duty): Duty => {
        const { position } = duty
        const { id, title, help, kind, calendar, minutes, weight, lookedAfter, standIns } = duty
        const text = { id, title, help, kind, calendar, minutes, weight, lookedAfter, standIns }
        const other = isOwn(id) ? undefined : changed[id]
        return other ? { ...text, ...other, position } : duty
      }),
    })),
  )

function answerOf<Answer>(name: string, outcome: Outcome): Answer {
  if (outcome.ok) return outcome.answer as Answer
  throw new Error(
    `${name} was refused: ${outcome.problem.why} ${outcome.problem.title} ${JSON.stringify(outcome.problem.fields ?? '')}`,
  )
}
