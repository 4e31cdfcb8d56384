import type { Db } from '../../platform/database/database.ts'
import { type Day, daysOf, type Month } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { dutyById, results } from './catalogue/catalogue.ts'
import { addCounts, noCounts, rated } from './clauses.ts'
import { grouped } from './grouping.ts'
import type { Counts } from './shape.ts'
import { type Seen, seatsNamed, type WovenRow, weaveOf } from './view-tables.ts'

/** Rows sent at most, those that need help first; totals and areas always count every store. */
const mostRows = 400

/**
 * Seat × day of what was done in time, late, missed or excused over a month; who needs help first, and with what. What is
 * a result rather than something to do (a day target) is only woven when it is asked for by name.
 */
export async function weaveOfMonth(
  db: Db,
  among: Seen,
  month: Month,
  only: { area: string | null; duty: string | null },
  today: Day,
  now: Date,
) {
  const woven = await weaveOf(db, among, month, { ...only, without: results }, now)
  const days = daysOf(month)
  const bySeat = grouped(woven, (w) => w.seat)
  const named = new Map((await seatsNamed(db, [...bySeat.keys()], today)).map((s) => [s.id, s]))
  const rows = [...bySeat].map(([seat, own]) => {
    const total = sumOf(own)
    const name = named.get(seat)
    const byDay = grouped(own, (w) => w.day)
    return {
      seat,
      store: own[0]!.store,
      kind: seat === companyWide ? ('company' as const) : (name?.kind ?? 'store'),
      code: name?.code ?? null,
      name: name?.name ?? null,
      nameEn: name?.nameEn ?? null,
      area: name?.area ?? null,
      areaName: name?.areaName ?? null,
      holder: name?.holder ?? null,
      /** One a day of the month, null where nothing was due. */
      cells: days.map((day) => {
        const here = byDay.get(day)
        return here
          ? { ...sumOf(here), duties: here.map(({ duty, ...counts }) => ({ duty, state: worstOf(counts) })) }
          : null
      }),
      total,
      ...rated(total),
      /** The clauses that went wrong most, worst first. */
      trouble: troubleOf(own),
    }
  })
  rows.sort((a, b) => need(b.total) - need(a.total) || ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
  const total = sumOf(woven)
  return {
    month,
    days,
    today,
    total,
    ...rated(total),
    rows: rows.slice(0, mostRows),
    rowsLeftOff: Math.max(0, rows.length - mostRows),
    areas: [
      ...grouped(
        rows.filter((r) => r.area !== null),
        (r) => r.area!,
      ),
    ].map(([area, own]) => {
      const sum = own.map((r) => r.total).reduce(addCounts, noCounts)
      return { area, name: own[0]!.areaName, total: sum, ...rated(sum) }
    }),
    helpFirst: rows
      .filter((r) => need(r.total) > 0)
      .slice(0, 5)
      .map(({ seat, store, kind, name, nameEn, holder, total, trouble }) => ({
        seat,
        store,
        kind,
        name,
        nameEn,
        holder,
        total,
        trouble,
      })),
  }
}

/** What is overdue can still be helped; what was missed counts before what was late. */
const need = (c: Counts): number => c.overdue * 4 + c.missed * 3 + c.late

type State = 'missed' | 'overdue' | 'late' | 'open' | 'inTime' | 'excused'
const worstFirst: readonly State[] = ['missed', 'overdue', 'late', 'open', 'inTime', 'excused']
const worstOf = (counts: Counts): State => worstFirst.find((state) => counts[state] > 0) ?? 'excused'

function troubleOf(own: readonly WovenRow[]) {
  return [...grouped(own, (w) => w.duty)]
    .map(([duty, rows]) => ({
      duty,
      title: dutyById.get(duty)?.title ?? ([duty, duty] as const),
      ...sumOf(rows),
    }))
    .filter((t) => need(t) > 0)
    .sort((a, b) => need(b) - need(a))
    .slice(0, 3)
}

const sumOf = (all: readonly Counts[]): Counts => all.reduce<Counts>(addCounts, noCounts)
