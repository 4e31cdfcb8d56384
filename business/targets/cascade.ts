import { type Db, one } from '../../platform/database/database.ts'
import type { Day, Month } from '../../platform/kinds/day.ts'
import { localTime, monthFrom } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import type { DayProposal } from './forecast/propose-days.ts'
import { type StoreOfArea, storesOfYear } from './history-tables.ts'
import { plannerFor } from './planner.ts'
import { dayReasons } from './reasons.ts'
import { elapsedMonths, followParent, twelve } from './rules.ts'
import type { MatrixLine } from './shape.ts'
import { daysByWeight, daysForTotal, followDays } from './store-rules.ts'
import {
  moveToAreaVersion,
  type NewStoreTarget,
  putStoreTargets,
  type StoreTarget,
  storeTargetsOf,
} from './store-tables.ts'
import {
  areasInForce,
  type InForce,
  insertVersion,
  latestVersion,
  linesOf,
  monthsInForce,
  putAreaInForce,
  recordDecision,
  versionById,
} from './version-tables.ts'

export interface Who {
  readonly by: string
  readonly at: Date
  readonly today: Day
  readonly reason: string | null
}

/** The areas' shares of a year plan that has just come into force: those in force whose months changed follow it. */
export async function followYear(
  db: Db,
  plan: { year: number; version: string; lines: readonly MatrixLine[]; nameOf: (area: string) => string },
  who: Who,
) {
  const changed: { area: string; version: string }[] = []
  for (const area of await areasInForce(db, plan.year)) {
    const line = plan.lines.find((l) => l.child === area.scope)
    if (!line) return refuse('areaMissing', { name: plan.nameOf(area.scope) })
    if (line.months.every((amount, m) => amount === area.months[m])) continue
    const followed = await followInArea(db, plan.year, plan.version, area, line.months, who)
    if (isRefusal(followed)) return followed
    changed.push({ area: area.scope, version: followed })
  }
  return changed
}

async function followInArea(
  db: Db,
  year: number,
  company: string,
  area: InForce,
  months: readonly Money[],
  who: Who,
) {
  const before = (await versionById(db, area.version))!
  const latest = (await latestVersion(db, year, area.scope))!
  const next = followParent(await linesOf(db, area.version), months, before.basis.locks)
  if (isRefusal(next)) return next
  const id = newId()
  const inserted = await insertVersion(db, {
    id,
    level: 'area',
    year,
    scope: area.scope,
    version: latest.version + 1,
    parent: company,
    lines: next.lines,
    origin: 'cascade',
    basis: {
      locks: next.locks,
      followed: company,
      ...(next.released.length > 0 ? { released: next.released } : {}),
    },
    reason: who.reason,
    by: who.by,
    at: who.at,
  })
  if (!inserted) return meanwhile(db, await latestVersion(db, year, area.scope))
  await recordDecision(db, {
    id: newId(),
    version: id,
    kind: 'released',
    by: who.by,
    at: who.at,
    reason: who.reason,
  })
  await putAreaInForce(db, year, area.scope, id, company, who.at)
  const stores = await followArea(db, { year, area: area.scope, version: id, lines: next.lines }, who)
  return isRefusal(stores) ? stores : id
}

/** Who saved meanwhile, and when by the company's clock. */
export async function meanwhile(
  db: Db,
  latest: { version: number; madeByName: string; madeAt: string } | undefined,
) {
  const company = await one<{ zone: string }>(db, 'select time_zone as zone from company')
  const at = latest && localTime(new Date(latest.madeAt), company?.zone ?? 'Asia/Shanghai')
  const clock = at ? `${at.day} ${two(Math.floor(at.minutes / 60))}:${two(at.minutes % 60)}` : ''
  return refuse('changedMeanwhile', {
    who: latest?.madeByName ?? '',
    when: clock,
    version: latest?.version ?? 0,
  })
}
const two = (n: number): string => String(n).padStart(2, '0')

/**
 * Store months under an area's version that has come into force. A store month whose amount is unchanged stays as
 * its manager left it; a changed one keeps its elapsed days and follows in proportion; a new one gets day weights
 * from the forecast, so that every store has day targets at once. Set by set, whatever the number of stores.
 */
export async function followArea(
  db: Db,
  plan: { year: number; area: string; version: string; lines: readonly MatrixLine[] },
  who: Who,
) {
  const stores = await storesOfYear(db, plan.year, plan.area)
  const known = new Map(stores.map((store) => [store.id, store]))
  const months = twelve.map((m) => monthFrom(plan.year, m))
  const current = new Map(
    (
      await storeTargetsOf(
        db,
        plan.lines.map((l) => l.child),
        months,
      )
    ).map((t) => [`${t.store} ${t.month}`, t]),
  )
  const taken = await heldElsewhere(plan, current, known)
  if (taken) return taken

  const fresh: { store: string; month: Month; total: Money; version: number }[] = []
  const targets: NewStoreTarget[] = []
  for (const line of plan.lines) {
    for (const [m, month] of months.entries()) {
      const total = line.months[m]!
      const now = current.get(`${line.child} ${month}`)
      if (now?.area === plan.area) {
        if (now.total === total) continue
        const next = followStoreMonth(now, total, who.today, known.get(line.child)?.name ?? '')
        if (isRefusal(next)) return next
        targets.push(next)
      } else if (total > 0 || known.get(line.child)?.trades[m]) {
        fresh.push({ store: line.child, month, total, version: (now?.version ?? 0) + 1 })
      }
    }
  }
  if (fresh.length > 0) {
    const planner = await plannerFor(db, { year: plan.year, today: who.today, among: stores })
    const proposed = await planner.days(fresh)
    for (const [i, f] of fresh.entries()) {
      const next = freshStoreMonth(proposed[i]!, f)
      if (isRefusal(next)) return next
      targets.push(next)
    }
  }
  const put = await putStoreTargets(db, targets, { area: plan.area, areaVersion: plan.version, ...who })
  if (!put) return meanwhile(db, await latestVersion(db, plan.year, plan.area))
  await moveToAreaVersion(db, plan.year, plan.area, plan.version)
  return { storeMonths: targets.length }
}

/**
 * Before a transaction that may have to give store months their first days: the forecast that it will then find made.
 * Without an area: the areas whose plan follows the year's.
 */
export async function planAhead(db: Db, year: number, today: Day, area?: string): Promise<void> {
  const areas = area ? [area] : (await areasInForce(db, year)).map((a) => a.scope)
  const months = twelve.map((m) => monthFrom(year, m))
  for (const one of areas) {
    const stores = await storesOfYear(db, year, one)
    const placed = await monthsInForce(
      db,
      stores.map((s) => s.id),
      months,
    )
    if (placed < 12 * stores.length) await plannerFor(db, { year, today, among: stores })
  }
}

/** A store that changed area brings its months along only after the other area has put them to 0. */
async function heldElsewhere(
  plan: { area: string; lines: readonly MatrixLine[] },
  current: ReadonlyMap<string, StoreTarget>,
  known: ReadonlyMap<string, StoreOfArea>,
) {
  const lines = new Map(plan.lines.map((line) => [line.child, line]))
  for (const target of current.values()) {
    const amount = lines.get(target.store)!.months[Number(target.month.slice(5)) - 1]!
    if (target.area === plan.area || target.total === 0 || amount === 0) continue
    return refuse('stillWithOtherArea', {
      month: Number(target.month.slice(5)),
      name: known.get(target.store)?.name ?? '',
      area: target.areaName,
    })
  }
  return undefined
}

function followStoreMonth(now: StoreTarget, total: Money, today: Day, name: string) {
  const days = daysForTotal(now.month, now.days, total, today, name)
  if (isRefusal(days)) return days
  const people = followDays(now, days, now.month, today)
  if (isRefusal(people)) return people
  return {
    id: newId(),
    store: now.store,
    month: now.month,
    version: now.version + 1,
    origin: 'cascade',
    days,
    people,
    basis: { ...now.basis, lockedDays: [] },
  } satisfies NewStoreTarget
}

function freshStoreMonth(
  proposed: readonly DayProposal[],
  f: { store: string; month: Month; total: Money; version: number },
) {
  const days = daysByWeight(
    f.month,
    f.total,
    proposed.map((d) => d.weight),
  )
  if (isRefusal(days)) return days
  return {
    id: newId(),
    store: f.store,
    month: f.month,
    version: f.version,
    origin: 'proposal',
    days,
    people: [],
    basis: { weights: proposed.map((d) => d.weight), why: dayReasons(proposed) },
  } satisfies NewStoreTarget
}

/** Elapsed months in which something is in force: those that no plan may change any more. */
export const frozenMonths = (year: number, today: Day, now: InForce | undefined): number =>
  now ? elapsedMonths(year, today) : 0
