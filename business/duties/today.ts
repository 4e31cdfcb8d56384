import type { Actor } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import { type Duties, isLive, shipped } from './catalogue/catalogue.ts'
import { findEditions } from './edition-tables.ts'
import { ageOf, outranks, pageOf, sectionOf } from './rules.ts'
import type { Edition } from './shape.ts'
import {
  type InstanceRow,
  instancesOfSeats,
  type SampleRow,
  type SeatHeld,
  type Seen,
  samplesOf,
  troubleBelow,
} from './view-tables.ts'

/** One duty as a page shows it: its words, where it stands, and the page of the act with everything filled in. */
export type Item = ReturnType<typeof itemOf>

export function itemOf(row: InstanceRow, editions: readonly Edition[], now: Date, duties: Duties = shipped) {
  const duty = duties.byId.get(row.duty)
  const clause = editions.find((e) => e.id === row.edition)?.clauses.get(row.duty)
  const [title, help]: [Sentence, Sentence] = clause
    ? [clause.title, clause.help]
    : [duty?.title ?? [row.duty, row.duty], duty?.help ?? ['', '']]
  const { edition: _, ...rest } = row
  return {
    ...rest,
    title,
    help,
    kind: clause?.kind ?? duty?.kind ?? 'debt',
    /** Whole days for which it has been overdue; 0 before. */
    ageDays: row.state === 'overdue' || row.state === 'missed' ? ageOf(new Date(row.dueAt), now) : 0,
    part: duty && isLive(duty) ? (duty.part?.says ?? null) : null,
    act: duty && isLive(duty) ? { action: duty.proofs[0].action, ...pageOf(duty.page, row) } : null,
  }
}

/** How long what was done, missed or excused stays on the page. */
const remembered = 20 * 3_600_000

/** Everything a person owes just now, in the order in which it falls due, for each seat he holds or stands in for. */
export async function todayOf(db: Db, actor: Actor, now: Date, duties: Duties = shipped) {
  const seats = actor.appointments.map(
    (a): SeatHeld => ({
      position: a.position,
      seat: a.store ?? a.area ?? companyWide,
      person: a.onBehalfOf ?? actor.person,
    }),
  )
  const rows = await instancesOfSeats(db, seats, now, new Date(now.getTime() - remembered))
  const editions = rows.length === 0 ? [] : await findEditions(db)
  const samples = await samplesOf(
    db,
    rows.filter((row) => row.sample).map((row) => row.id),
  )
  const items = rows.map((row) => ({
    ...itemOf(row, editions, now, duties),
    /** Set where it is somebody else's seat that the person stands in for. */
    onBehalfOf: standsInFor(actor, row),
    samples: samples.filter((s) => s.byInstance === row.id).map((s) => ({ ...s, ...openSample(s) })),
  }))
  const pending = items.filter((i) => i.state === 'open' || i.state === 'overdue' || i.state === 'ahead')
  const section = (name: 'now' | 'next' | 'later') =>
    pending.filter((i) => sectionOf(new Date(i.opensAt), new Date(i.dueAt), now) === name)
  return {
    now: section('now'),
    next: section('next'),
    later: section('later'),
    done: items.filter((i) => i.proof !== null),
    missed: items.filter((i) => i.state === 'missed' && i.proof === null),
    excused: items.filter((i) => i.state === 'excused'),
    below: await belowOf(db, actor, now, duties),
    /** Minutes that the duties due now and next are reckoned to take. */
    minutes: [...section('now'), ...section('next')].reduce((sum, i) => sum + i.minutes, 0),
  }
}

/** Rows shown of what is red below; the totals count all. */
const mostBelow = 12

/** What is overdue or was just missed below a superior; null for who has nobody below. */
async function belowOf(db: Db, actor: Actor, now: Date, duties: Duties) {
  const positions = duties.profiles
    .map((p) => p.position)
    .filter((position) => actor.appointments.some((a) => outranks(a.position, position)))
  if (positions.length === 0) return null
  const leads = actor.appointments.filter((a) => positions.some((position) => outranks(a.position, position)))
  const all = leads.some((a) => a.store === undefined && a.area === undefined)
  const among: Seen = all
    ? { stores: null, areas: null }
    : {
        stores: leads.flatMap((a) => [...(a.store ? [a.store] : []), ...a.areaStores]),
        areas: leads.flatMap((a) => a.area ?? []),
      }
  const rows = await troubleBelow(
    db,
    among,
    positions,
    duties.results,
    now,
    new Date(now.getTime() - remembered),
  )
  return {
    overdue: rows.reduce((sum, r) => sum + r.overdue, 0),
    missed: rows.reduce((sum, r) => sum + r.missed, 0),
    seats: rows.slice(0, mostBelow),
    seatsLeftOff: Math.max(0, rows.length - mostBelow),
  }
}

function standsInFor(actor: Actor, row: InstanceRow): string | null {
  const here = actor.appointments.filter(
    (a) => a.position === row.position && (a.store ?? a.area ?? companyWide) === row.seat,
  )
  return here.some((a) => !a.onBehalfOf) ? null : (here[0]?.onBehalfOf ?? null)
}

/** Where a sampled record is looked at. */
const openSample = (sample: SampleRow) => ({
  open: { path: '/reports', query: { day: sample.period, store: sample.store } },
})
