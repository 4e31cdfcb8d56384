import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, daysBetween, daysThrough, monthOf } from '../../../platform/kinds/day.ts'
import { type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { storeTargetsBetween } from '../../targets/tables.ts'
import { alignPeriod } from '../metrics/alignment.ts'
import type { TradeFacts } from '../metrics/facts.ts'
import { compute, type Explanation, explain, type MetricCode } from '../metrics/registry.ts'
import { sameStores } from '../metrics/same-store.ts'
import { newYears } from './comparisons.ts'
import { progressOf, runningCorrection } from './progress.ts'
import { addSums, factsOf, nothingSold } from './rules.ts'
import { together } from './scope-rules.ts'
import type { StoreSeen, TradeSum, YearAlignment } from './shape.ts'
import { closedDaysIn, daysOfStore, netOnDays, sumsOf } from './tables.ts'

export interface ExplainedRow {
  /** A day, or a store by name. */
  readonly day?: Day
  readonly name?: string
  readonly nameEn?: string | null
  readonly numerator: number | undefined
  readonly denominator: number | undefined
  readonly value: number | undefined
}
export interface Explained {
  readonly explanation: Explanation
  readonly rows: readonly ExplainedRow[]
  /** Stores of the scope beyond those listed. */
  readonly more: number
  readonly names: Readonly<Record<string, { name: string; nameEn: string | null }>>
}
export interface Asked {
  readonly metric: MetricCode
  readonly from: Day
  readonly to: Day
  readonly alignment: YearAlignment
}
const mostRows = 60

/** A figure's own account: what it is made of over these stores and days, row by row. */
export async function explainFigure(
  db: Db,
  stores: readonly StoreSeen[],
  asked: Asked,
  now: Date,
): Promise<Explained> {
  const facts = await factsOfStores(db, stores, asked, now)
  const whole = explain(asked.metric, facts.whole)
  const each = (of: TradeFacts): Omit<ExplainedRow, 'name' | 'day'> => {
    const { numerator, denominator } = explain(asked.metric, of)
    return { numerator: numerator.value, denominator: denominator?.value, value: compute(asked.metric, of) }
  }
  const rows: ExplainedRow[] =
    stores.length === 1 && facts.days
      ? facts.days.map(({ day, facts: f }) => ({ day, ...each(f) }))
      : stores.map((s) => ({ name: s.name, nameEn: s.nameEn, ...each(facts.byStore.get(s.id)!) }))
  return {
    explanation: whole,
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    names: Object.fromEntries(stores.map((s) => [s.id, { name: s.name, nameEn: s.nameEn }])),
  }
}

interface Facts {
  readonly whole: TradeFacts
  readonly byStore: ReadonlyMap<string, TradeFacts>
  /** Day by day, for metrics that a day alone has. */
  readonly days?: readonly { day: Day; facts: TradeFacts }[]
}

async function factsOfStores(db: Db, stores: readonly StoreSeen[], asked: Asked, now: Date): Promise<Facts> {
  const { metric, from, to } = asked
  const ids = stores.map((s) => s.id)
  if (metric === 'pace') return paceFacts(db, stores, to, now)
  const length = daysBetween(from, to) + 1
  const spans = [
    { key: 'now', from, to },
    { key: 'previous', from: addDays(from, -length), to: addDays(from, -1) },
  ]
  const running = await runningCorrection(db, stores, to, now)
  const sums = new Map(
    (await sumsOf(db, ids, spans)).map((s) => {
      const off = s.key === 'now' ? (running.get(s.store) ?? 0) : 0
      return [`${s.store} ${s.key}`, { ...s, countedTickets: s.countedTickets + off }]
    }),
  )
  const targets = new Map((await storeTargetsBetween(db, ids, from, to)).map((t) => [t.store, t.amount]))
  const year = await yearFacts(db, stores, asked, (store) => sums.get(`${store} now`)?.net ?? zero)
  const one = (store: StoreSeen): TradeFacts => ({
    ...factsOf(sums.get(`${store.id} now`) ?? nothingSold),
    ...(targets.has(store.id) ? { target: targets.get(store.id)! } : {}),
    ...(store.squareCentimetres ? { sellingArea: store.squareCentimetres / 10_000 } : {}),
    previous: { netSales: sums.get(`${store.id} previous`)?.net ?? zero },
    lastYear: { netSales: year.past.get(store.id) ?? zero, alignment: asked.alignment },
  })
  // A store without a target is in neither side of the achievement, one without a size in neither of 坪效.
  const taking = stores.filter((s) =>
    metric === 'achievementRate'
      ? targets.has(s.id)
      : metric === 'salesPerSquareMeter'
        ? s.squareCentimetres !== null
        : true,
  )
  const now_: TradeSum = addSums(taking.map((s) => sums.get(`${s.id} now`) ?? nothingSold))
  const metres = taking.flatMap((s) => s.squareCentimetres ?? [])
  const whole: TradeFacts = {
    ...factsOf(now_),
    ...(targets.size > 0 ? { target: sum(targets.values()) } : {}),
    ...(metres.length > 0 ? { sellingArea: metres.reduce((a, b) => a + b, 0) / 10_000 } : {}),
    previous: { netSales: sum(taking.map((s) => sums.get(`${s.id} previous`)?.net ?? zero)) },
    lastYear: { netSales: sum(year.past.values()), alignment: asked.alignment },
    sameStores: year.same,
  }
  const byDay = stores.length === 1 && length > 1 && !perPeriod.has(metric)
  return {
    whole,
    byStore: new Map(stores.map((s) => [s.id, one(s)])),
    ...(byDay
      ? {
          days: (await daysOfStore(db, ids[0]!, from, to)).map((d) => {
            const off = d.day === to ? (running.get(ids[0]!) ?? 0) : 0
            return { day: d.day, facts: factsOf({ ...d, countedTickets: d.countedTickets + off }) }
          }),
        }
      : {}),
  }
}

/** Metrics that belong to a period and not to its single days. */
const perPeriod: ReadonlySet<MetricCode> = new Set([
  'achievementRate',
  'pace',
  'salesPerSquareMeter',
  'yearOnYear',
  'periodOnPeriod',
  'sameStoreGrowth',
])

async function paceFacts(db: Db, stores: readonly StoreSeen[], day: Day, now: Date): Promise<Facts> {
  const known = await progressOf(db, stores, day, now)
  const facts = (m: {
    achievedShare: number | null
    elapsedShare: number | null
    target: Money | null
  }): TradeFacts =>
    m.target === null || m.achievedShare === null || m.elapsedShare === null
      ? {}
      : {
          netSales: Math.round(m.achievedShare * m.target) as Money,
          target: m.target,
          elapsedWeight: m.elapsedShare,
          totalWeight: 1,
        }
  return {
    whole: facts(together(known, day, monthOf(day)).month),
    byStore: new Map(known.map((k) => [k.progress.store, facts(k.progress.month)])),
  }
}

async function yearFacts(
  db: Db,
  stores: readonly StoreSeen[],
  { from, to, alignment }: Asked,
  netOf: (store: string) => Money,
): Promise<{ past: Map<string, Money>; same: NonNullable<TradeFacts['sameStores']> }> {
  const ids = stores.map((s) => s.id)
  const days = alignPeriod(daysThrough(from, to), alignment, newYears)
    .pairs.flatMap((p) => (p.with ? [p.with.day] : []))
    .sort()
  const rows = await netOnDays(
    db,
    ids,
    days.map((day) => ({ key: 'past', day })),
  )
  const past = new Map(rows.map((r) => [r.store, r.net]))
  const before = { from: days[0] ?? from, to: days.at(-1) ?? to }
  const closed = new Map((await closedDaysIn(db, ids, { from, to }, before)).map((c) => [c.store, c.days]))
  const same = sameStores(
    stores.map((s) => ({
      store: s.id,
      openedOn: s.openedOn,
      ...(s.closedOn ? { closedOn: addDays(s.closedOn, 1) } : {}),
      daysClosed: closed.get(s.id) ?? 0,
      netSales: netOf(s.id),
      lastYear: past.get(s.id) ?? zero,
    })),
    { from, to },
    before,
  )
  return { past, same: { netSales: same.netSales, lastYear: same.lastYear, leftOut: same.leftOut } }
}
