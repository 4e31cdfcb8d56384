import { createHash } from 'node:crypto'
import type { House } from '../../app/house.ts'
import { beginDuties } from '../../business/duties/edition-tables.ts'
import { keepDuties } from '../../business/duties/settle.ts'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { countTill } from './cash-trade.ts'
import { type Chain, now, type PersonSeed, type StoreSeed, today, tokenOf, yesterday } from './chain.ts'

/** The chain's people at work, through the door: what they did is in the books before anybody's reach is tried. */
export class Work {
  constructor(
    private readonly house: Pick<House, 'door' | 'directory'>,
    private readonly database: Database,
  ) {}

  /** The answer, or a fault that shows why it was refused. */
  do<Answer = { id: string }>(who: PersonSeed, action: string, input: unknown, at = now): Promise<Answer> {
    return this.#through<Answer>('action', who, action, input, at)
  }
  see<Answer>(who: PersonSeed, view: string, input: unknown = {}, at = now): Promise<Answer> {
    return this.#through<Answer>('view', who, view, input, at)
  }

  async #through<Answer>(
    kind: 'action' | 'view',
    who: PersonSeed,
    name: string,
    input: unknown,
    at: Date,
  ): Promise<Answer> {
    const { door, directory } = this.house
    const hash = createHash('sha256').update(tokenOf(who.id)).digest('hex')
    const actor = await directory.actorOfSession(this.database, hash, at)
    const caller = { actor, language: 'zh' as const, address: 'seed', now: at, key: newId() }
    const outcome = await door.perform(name, input, caller, kind)
    if (outcome.ok) return outcome.answer as Answer
    const { why, title, fields } = outcome.problem
    throw new Error(`${name} by ${who.name}: ${why} ${title} ${JSON.stringify(fields ?? '')}`)
  }
}

/** What every store has on record before the trial: tickets, traffic, targets down to people, a report, duties. */
export interface Records {
  /** Of yesterday, by the first associate, in a closed day; and of today, by the second. */
  readonly tickets: Readonly<Record<string, { readonly old: string; readonly fresh: string }>>
  /** The month's target in force. */
  readonly months: Readonly<Record<string, { id: string; days: number[] }>>
  /** Yesterday's count of the till, and its cash that waits in the safe. */
  readonly cash: Readonly<Record<string, { readonly count: string; readonly moved: number }>>
  /** Version of the year plan in force, and of each area's. */
  readonly year: string
  readonly areas: Readonly<Record<string, string>>
}

export const month = '2026-11'

export async function trade(work: Work, database: Database, chain: Chain): Promise<Records> {
  await beginDuties(database, { from: addDays(today, -3), now: moment(addDays(today, -3), '08:00') })
  const { year, areas } = await plan(work, chain)
  const open = Object.values(chain.stores).filter((s) => !s.closed)
  const months: Record<string, { id: string; days: number[] }> = {}
  const tickets: Record<string, { old: string; fresh: string }> = {}
  const cash: Record<string, { count: string; moved: number }> = {}
  for (const store of open) {
    months[store.key] = await splitMonth(work, store, month)
    await splitMonth(work, store, '2026-12')
  }
  await keepDuties(database, moment(yesterday, '09:30'))
  for (const [i, store] of open.entries()) {
    const old = await sell(work, store, 0, 5_100_000 + i * 10_711, moment(yesterday, '16:00'))
    await work.do(
      store.manager,
      'sales.traffic',
      { id: newId(), store: store.id, hour: 16, traffic: 31 + i, tryOns: 9 },
      moment(yesterday, '17:00'),
    )
    const card = 5_100_000 + i * 10_711
    cash[store.key] = await countTill(work, store, i, card, (time) => moment(yesterday, time))
    await work.do(
      store.manager,
      'reports.submit',
      {
        id: newId(),
        store: store.id,
        day: yesterday,
        why: `${store.code}客流不足待补`,
        tomorrow: `${store.code}主推羊绒大衣`,
      },
      moment(yesterday, '22:05'),
    )
    tickets[store.key] = {
      old,
      fresh: await sell(work, store, 1, 6_300_000 + i * 20_011, new Date(now.getTime() - 300_000)),
    }
  }
  await keepDuties(database, now)
  return { tickets, months, cash, year, areas }
}

const moment = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`)

export async function sell(work: Work, store: StoreSeed, by: 0 | 1, net: number, at: Date): Promise<string> {
  const id = newId()
  await work.do(
    store.associates[by],
    'sales.ticket',
    {
      id,
      store: store.id,
      soldAt: at.toISOString(),
      lines: [{ style: '零头布料', quantity: 1, net }],
      credits: [{ person: store.associates[by].id, share: 1 }],
      tenders: [{ tender: 'card', amount: net }],
      note: `${store.code}客人改日取货`,
    },
    at,
  )
  return id
}

/** The year planned, approved, split to stores and released. Areas' and stores' amounts are unlike each other's. */
async function plan(work: Work, { areas, posts }: Chain) {
  const lines = Object.values(areas).map((area) => ({
    child: area.id,
    stores: area.stores
      .filter((s) => !s.closed)
      .map((s) => ({
        child: s.id,
        months: monthsOf(s),
      })),
  }))
  const sums = (stores: { months: number[] }[]): number[] =>
    Array.from({ length: 12 }, (_, m) => stores.reduce((sum, s) => sum + s.months[m]!, 0))
  const year = await work.do(posts.operationsDirector, 'targets.saveYear', {
    year: 2026,
    basedOn: null,
    lines: lines.map(({ child, stores }) => ({ child, months: sums(stores) })),
  })
  await work.do(posts.operationsDirector, 'targets.submitYear', { version: year.id })
  await work.do(posts.generalManager, 'targets.decideYear', { version: year.id, decision: 'approve' })
  const released: Record<string, string> = {}
  for (const area of Object.values(areas)) {
    const saved = await work.do(area.manager, 'targets.saveArea', {
      area: area.id,
      year: 2026,
      basedOn: null,
      lines: lines.find((l) => l.child === area.id)!.stores,
    })
    await work.do(area.manager, 'targets.releaseArea', { version: saved.id })
    released[area.key] = saved.id
  }
  return { year: year.id, areas: released }
}

/** Primes: no part or sum of one store's amounts is another's. */
const amounts = { A1: 31_700_017, A2: 47_300_003, A9: 0, B1: 53_900_017, B2: 67_100_029, M1: 73_700_003 }
/** M1 came to its area in November. */
const monthsOf = ({ key }: StoreSeed): number[] =>
  Array.from({ length: 12 }, (_, m) => (key === 'M1' && m < 10 ? 0 : amounts[key]))

interface SeenMonth {
  readonly target: { id: string; days: number[] }
  readonly staff: readonly { person: string; factor: number; off: number[] }[]
}

/** The month split to the people of the store; answers the version in force then. */
async function splitMonth(work: Work, store: StoreSeed, of: string): Promise<{ id: string; days: number[] }> {
  const at = moment(yesterday, '09:00')
  const input = { store: store.id, month: of }
  const seen = await work.see<SeenMonth>(store.manager, 'targets.storeMonth', input, at)
  await work.do(
    store.manager,
    'targets.saveStoreMonth',
    {
      ...input,
      basedOn: seen.target.id,
      days: seen.target.days,
      people: seen.staff
        .filter((p) => p.factor > 0)
        .map(({ person, factor, off }) => ({ person, factor, off })),
    },
    at,
  )
  return (await work.see<SeenMonth>(store.manager, 'targets.storeMonth', input, at)).target
}
