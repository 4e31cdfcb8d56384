import type { Db } from '../../../../platform/database/database.ts'
import { addDays, type Day, mondayOf } from '../../../../platform/kinds/day.ts'
import { addSums, nothingSold, tradeOf } from '../../boards/rules.ts'
import type { StoreSeen, TradeSum } from '../../boards/shape.ts'
import { storesOf, sumsOf } from '../../boards/tables.ts'
import { splitGapToTarget } from '../../metrics/gap.ts'
import { worstOf } from '../rules.ts'
import { baseBefore, effectOf, effectSpans, measuredAll, weekBefore } from './rules.ts'
import type { Effect, Note, WeekFigures } from './shape.ts'
import { lastNotes, notesOf, targetBetween } from './tables.ts'

/** Notes of a store that a page shows. */
const mostNotes = 26
/** How far back the last note of a store is looked for, in days. */
const lookBack = 35

/** The seven days that are over, their gap split to the cent, and each factor beside its usual. */
export async function weekFigures(db: Db, store: string, today: Day): Promise<WeekFigures> {
  const week = weekBefore(today)
  const base = baseBefore(week)
  const sums = await sumsOf(
    db,
    [store],
    [
      { key: 'week', ...week },
      { key: 'base', ...base },
    ],
  )
  const sumOf = (key: string): TradeSum => sums.find((s) => s.key === key) ?? nothingSold
  const [now, usual] = [sumOf('week'), sumOf('base')]
  const target = await targetBetween(db, store, week.from, week.to)
  const split = target !== null && target > 0 ? splitGapToTarget(tradeOf(now), target, tradeOf(usual)) : null
  return {
    ...week,
    net: now.net,
    target,
    gap: split && { gap: split.gap, parts: split.parts, basis: split.basis },
    factors: measuredAll(now, usual),
  }
}

/** What a note begins with: the week's figures, the factor that pulls down most, the last note and what came of it. */
export async function draftSeen(db: Db, seen: StoreSeen, today: Day) {
  const figures = await weekFigures(db, seen.id, today)
  const notes = await notesOf(db, seen.id, 3)
  const week = mondayOf(today)
  return {
    today,
    week,
    figures,
    cause: worstOf(figures.gap?.parts ?? []),
    written: notes.filter((n) => n.week === week),
    last: (await withEffects(db, notes.slice(0, 1), today))[0] ?? null,
  }
}

/** Notes with what has become of each; the other stores of the area beside them. */
export async function notesSeen(db: Db, seen: StoreSeen, today: Day) {
  const notes = await notesOf(db, seen.id, mostNotes)
  const others = seen.area === null ? [] : await storesOf(db, null, seen.area, today)
  return withEffects(
    db,
    notes,
    today,
    others.map((s) => s.id),
  )
}

/** The stores of an area, each with its last note and the effect; whoever wrote nothing this week first. */
export async function areaSeen(db: Db, area: string, today: Day) {
  const stores = await storesOf(db, null, area, today)
  const week = mondayOf(today)
  const ids = stores.map((s) => s.id)
  const since = addDays(week, -lookBack)
  const notes = await withEffects(db, await lastNotes(db, ids, since), today)
  const byStore = new Map(notes.map((n) => [n.store, n]))
  return {
    today,
    week,
    area: stores[0] ? { id: area, name: stores[0].areaName, nameEn: stores[0].areaNameEn } : null,
    stores: stores
      .map(({ id, code, name, nameEn }) => {
        const note = byStore.get(id) ?? null
        return { id, code, name, nameEn, note, thisWeek: note?.week === week }
      })
      .sort((a, b) => Number(a.thisWeek) - Number(b.thisWeek) || (a.code < b.code ? -1 : 1)),
  }
}

export type NoteSeen = Note & { readonly effect: Effect }
/** One statement for all notes: each has its own days before and since. */
async function withEffects(
  db: Db,
  notes: readonly Note[],
  today: Day,
  neighbours: readonly string[] = [],
): Promise<NoteSeen[]> {
  const spans = notes.flatMap((n) => {
    const at = effectSpans(n.from, today)
    return at ? [side(n, 'before', at.before), side(n, 'since', at.since)] : []
  })
  const stores = [...new Set([...notes.map((n) => n.store), ...neighbours])]
  const sums = spans.length === 0 ? [] : await sumsOf(db, stores, spans)
  return notes.map((n): NoteSeen => {
    const of = (which: Side, isIt: (store: string) => boolean): TradeSum =>
      addSums(sums.filter((s) => s.key === keyOf(n, which) && isIt(s.store)))
    const own = (store: string): boolean => store === n.store
    const other = (store: string): boolean => neighbours.includes(store) && !own(store)
    const count = neighbours.filter(other).length
    return {
      ...n,
      effect: effectOf(
        n,
        today,
        { before: of('before', own), since: of('since', own) },
        count > 0 ? { before: of('before', other), since: of('since', other), stores: count } : null,
      ),
    }
  })
}

type Side = 'before' | 'since'
const keyOf = (n: Note, which: Side): string => `${which} ${n.id}`
const side = (n: Note, which: Side, span: { from: Day; to: Day }) => ({ key: keyOf(n, which), ...span })
