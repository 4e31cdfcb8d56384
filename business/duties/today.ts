import type { Actor } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import type { PositionName } from '../organization/shape.ts'
import { type Duties, isLive, shipped } from './catalogue/catalogue.ts'
import { findEditions } from './edition-tables.ts'
import { actOf } from './editions/running.ts'
import { type Fact, factsOf } from './fact-tables.ts'
import { sectionOf } from './moments.ts'
import { ageOf, pageOf } from './rules.ts'
import type { Clause, Edition } from './shape.ts'
import {
  type InstanceRow,
  instancesOfSeats,
  type SampleRow,
  type SeatHeld,
  samplesOf,
} from './view-tables.ts'
import { peopleNamed } from './weave-tables.ts'

/** One duty as a page shows it: its words, where it stands, and the page of the act with everything filled in. */
export type Item = ReturnType<typeof itemOf>

export function itemOf(row: InstanceRow, editions: readonly Edition[], now: Date, duties: Duties = shipped) {
  const duty = duties.byId.get(row.duty)
  const clause = editions.find((e) => e.id === row.edition)?.clauses.get(row.duty)
  const [title, help]: [Sentence, Sentence] = clause
    ? [clause.title, clause.help]
    : [duty?.title ?? [row.duty, row.duty], duty?.help ?? ['', '']]
  const act = actOf(clause, row.duty, duties, row.cadence)
  const { edition: _, ...rest } = row
  return {
    ...rest,
    title,
    help,
    kind: clause?.kind ?? duty?.kind ?? 'debt',
    /** Whole days for which it has been overdue; 0 before. */
    ageDays: row.state === 'overdue' || row.state === 'missed' ? ageOf(new Date(row.dueAt), now) : 0,
    /** Who sees it when it is late. */
    lookedAfterBy: (clause?.lookedAfter.by ?? duty?.lookedAfter.by ?? null) as PositionName | null,
    /** What happened that made it due; null for what the calendar brings. */
    raised: row.cadence === 'event' ? raisedBy(clause, duty?.calendar ?? []) : null,
    part: duty && isLive(duty) ? (duty.part?.says ?? null) : null,
    act: act ? { action: act.action, ...pageOf(act.page, row) } : null,
  }
}

const raisedBy = (clause: Clause | undefined, shipped: Clause['calendar']): Sentence | null =>
  (clause?.calendar ?? shipped).flatMap((t) => (t.every === 'event' ? [t.raisedBy] : []))[0] ?? null

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
  const since = new Date(now.getTime() - remembered)
  const rows = await instancesOfSeats(db, seats, now, since)
  const editions = rows.length === 0 ? [] : await findEditions(db)
  const samples = await samplesOf(
    db,
    rows.filter((row) => row.sample).map((row) => row.id),
  )
  const facts = await factsOf(db, rows)
  const lenders = actor.appointments.flatMap((a) => a.onBehalfOf ?? [])
  const lent = new Map(
    (lenders.length === 0 ? [] : await peopleNamed(db, lenders)).map((p) => [p.id, p.name]),
  )
  const items = rows.map((row) => ({
    ...itemOf(row, editions, now, duties),
    fact: facts.get(row.id) ?? (null as Fact | null),
    /** Set where it is somebody else's seat that the person stands in for. */
    onBehalfOf: standsInFor(actor, row),
    onBehalfOfName: lent.get(standsInFor(actor, row) ?? '') ?? null,
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
    /** Minutes that the duties due now and next are reckoned to take. */
    minutes: [...section('now'), ...section('next')].reduce((sum, i) => sum + i.minutes, 0),
  }
}

function standsInFor(actor: Actor, row: InstanceRow): string | null {
  const here = actor.appointments.filter(
    (a) => a.position === row.position && (a.store ?? a.area ?? companyWide) === row.seat,
  )
  return here.some((a) => !a.onBehalfOf) ? null : (here[0]?.onBehalfOf ?? null)
}

/** Where a sampled record is looked at. */
export const openSample = (sample: SampleRow) => ({
  open: { path: '/reports', query: { day: sample.period, store: sample.store } },
})
