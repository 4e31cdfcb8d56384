import type { Actor } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day, daysThrough, firstDay, lastDay, type Month } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import { titleOf, unreadOf, vacantOf } from './below.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import { addCounts, noCounts, rated } from './clauses.ts'
import { grouped } from './grouping.ts'
import { outranks } from './rules.ts'
import type { Counts } from './shape.ts'
import { areaNames, type SeatRow, type Seen, seatsNamed } from './view-tables.ts'
import { peopleNamed, type Span, type Warp, type WovenRow, weaveOf } from './weave-tables.ts'

/** Rows sent at most, those that need help first; totals and areas always count every store. */
const mostRows = 400
/** Days shown where no month is asked for. */
const rolling = 30
const shortest = 14

export interface WeaveAsked {
  readonly month?: Month | undefined
  readonly area?: string | undefined
  /** One store: its clauses and its people by day. */
  readonly store?: string | undefined
  readonly duty?: string | undefined
  readonly level?: 'area' | undefined
}

/**
 * The warp of areas, stores, or one store's clauses and people; the weft of days: what was done in time, late, missed or
 * excused. Who needs help first, and with what; what waits for the reader's own look. A result rather than something to do
 * (a day target) is only woven when it is asked for by name.
 */
export async function weaveOfSpan(
  db: Db,
  actor: Actor,
  among: Seen,
  asked: WeaveAsked,
  today: Day,
  now: Date,
  duties: Duties = shipped,
) {
  const span = spanOf(asked.month, today)
  const warp: Warp = asked.store ? 'within' : asked.level === 'area' ? 'area' : 'seat'
  const only = {
    area: asked.area ?? null,
    store: asked.store ?? null,
    duty: asked.duty ?? null,
    without: duties.results,
  }
  const woven = await weaveOf(db, among, warp, span, only, now)
  const days = asked.month ? daysThrough(span.from, span.to) : lived(daysThrough(span.from, span.to), woven)
  const byKey = grouped(woven, (w) => w.key)
  const names = await namesOf(db, warp, [...byKey.keys()], today, duties)
  const rows = [...byKey].map(([key, own]) => {
    const total = sumOf(own)
    const byDay = grouped(own, (w) => w.day)
    return {
      key,
      ...names(key),
      /** One a day, null where nothing was due. */
      cells: days.map((day) => {
        const here = byDay.get(day)
        return here ? { ...sumOf(here), wrong: here.filter(isWrong).map((w) => w.duty) } : null
      }),
      total,
      ...rated(total),
      /** The clauses that went wrong most, worst first. */
      trouble: troubleOf(own, duties),
    }
  })
  rows.sort(warp === 'within' ? byClause(duties) : byPlace)
  const total = sumOf(woven)
  const occurring = new Set(woven.map((w) => w.duty))
  return {
    from: days[0]!,
    to: days.at(-1)!,
    month: asked.month ?? null,
    days,
    today,
    total,
    ...rated(total),
    rows: rows.slice(0, mostRows),
    rowsLeftOff: Math.max(0, rows.length - mostRows),
    storeNamed: asked.store ? ((await seatsNamed(db, [asked.store], today))[0] ?? null) : null,
    areas: (await areaNames(db)).filter((a) => among.areas === null || among.areas.includes(a.id)),
    helpFirst:
      warp === 'within'
        ? []
        : [...rows]
            .sort(byNeed)
            .filter((r) => need(r.total) > 0)
            .slice(0, 5),
    titles: Object.fromEntries([...occurring].map((duty) => [duty, titleOf(duty, duties)])),
    /** The clauses that may be asked for by name. */
    clauses: duties.live
      .filter((d) =>
        actor.appointments.some((a) => a.position === d.position || outranks(a.position, d.position)),
      )
      .map(({ id, title }) => ({ duty: id, title })),
    unread: await unreadOf(db, actor, among, today, now, duties),
    /** Seats that nobody holds today: they may have no row at all, since nothing falls due there. */
    vacant: warp === 'within' ? { count: 0, seats: [] } : await vacantOf(db, among, today),
  }
}

/** Days before anything was due at all are left out, down to two weeks. */
function lived(days: readonly Day[], woven: readonly WovenRow[]): readonly Day[] {
  const first = woven.reduce<Day | undefined>(
    (least, w) => (least && least < w.day ? least : w.day),
    undefined,
  )
  const from = first ? days.indexOf(first) : 0
  return days.slice(Math.max(0, Math.min(from, days.length - shortest)))
}

const spanOf = (month: Month | undefined, today: Day): Span =>
  month ? { from: firstDay(month), to: lastDay(month) } : { from: addDays(today, 1 - rolling), to: today }

interface Named {
  readonly kind: 'company' | 'area' | 'store' | 'clause' | 'person'
  readonly seat: string | null
  readonly store: string | null
  readonly code: string | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly title: Sentence | null
  readonly storeKind: string | null
  readonly area: string | null
  readonly areaName: string | null
  readonly areaNameEn: string | null
  readonly holder: string | null
}
const nameless: Omit<Named, 'kind'> = {
  seat: null,
  store: null,
  code: null,
  name: null,
  nameEn: null,
  title: null,
  storeKind: null,
  area: null,
  areaName: null,
  areaNameEn: null,
  holder: null,
}

async function namesOf(
  db: Db,
  warp: Warp,
  keys: readonly string[],
  today: Day,
  duties: Duties,
): Promise<(key: string) => Named> {
  if (warp === 'within') {
    const people = new Map(
      (
        await peopleNamed(
          db,
          keys.filter((k) => !duties.byId.has(k)),
        )
      ).map((p) => [p.id, p]),
    )
    return (key) =>
      duties.byId.has(key)
        ? { ...nameless, kind: 'clause', code: key, title: titleOf(key, duties) }
        : { ...nameless, kind: 'person', name: people.get(key)?.name ?? null }
  }
  const seats = new Map((await seatsNamed(db, keys, today)).map((s) => [s.id, s]))
  return (key) =>
    key === companyWide
      ? { ...nameless, kind: 'company', seat: key, store: key }
      : seatFrom(key, seats.get(key))
}
const seatFrom = (key: string, s: SeatRow | undefined): Named => ({
  ...nameless,
  kind: s?.kind ?? 'store',
  seat: key,
  store: s?.kind === 'area' ? companyWide : key,
  code: s?.code ?? null,
  name: s?.name ?? null,
  nameEn: s?.nameEn ?? null,
  storeKind: s?.storeKind ?? null,
  area: s?.area ?? null,
  areaName: s?.areaName ?? null,
  areaNameEn: s?.areaNameEn ?? null,
  holder: s?.holder ?? null,
})

/** What is overdue can still be helped; what was missed counts before what was late. */
const need = (c: Counts): number => c.overdue * 4 + c.missed * 3 + c.late
interface Ordered {
  readonly kind: string
  readonly code: string | null
  readonly name: string | null
  readonly total: Counts
}
const byNeed = (a: Ordered, b: Ordered): number =>
  need(b.total) - need(a.total) || ((a.code ?? '') < (b.code ?? '') ? -1 : 1)
/** Headquarters' and areas' own duties stand over those of the stores. */
const placed = ['company', 'area']
const byPlace = (a: Ordered, b: Ordered): number =>
  Number(placed.includes(b.kind)) - Number(placed.includes(a.kind)) || byNeed(a, b)
/** Clauses in the order of the job description, then the people. */
function byClause({ byId }: Duties): (a: Ordered, b: Ordered) => number {
  const places = new Map([...byId.keys()].map((duty, place) => [duty, place]))
  const placeOf = ({ code }: Ordered): number => places.get(code ?? '') ?? places.size
  return (a, b) =>
    Number(a.kind === 'person') - Number(b.kind === 'person') ||
    (a.kind === 'person' ? byNeed(a, b) : placeOf(a) - placeOf(b))
}

const isWrong = (c: Counts): boolean => need(c) > 0

function troubleOf(own: readonly WovenRow[], duties: Duties) {
  return [...grouped(own, (w) => w.duty)]
    .map(([duty, rows]) => ({ duty, title: titleOf(duty, duties), ...sumOf(rows) }))
    .filter((t) => need(t) > 0)
    .sort((a, b) => need(b) - need(a))
    .slice(0, 3)
}

const sumOf = (all: readonly Counts[]): Counts => all.reduce<Counts>(addCounts, noCounts)
