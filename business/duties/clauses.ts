import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { seatOf } from '../organization/shape.ts'
import { awaitedBy, cadencesOf, type Duties, isLive, provedBy } from './catalogue/catalogue.ts'
import { type DutyPosition, isOwn } from './catalogue/codes.ts'
import type { Duty } from './catalogue/types.ts'
import { editionOn, findEditions, findProfiles } from './edition-tables.ts'
import { proofWords } from './editions/proof-words.ts'
import { holdersOn } from './editions/tables.ts'
import { wayNamed } from './editions/ways.ts'
import { wordedBy } from './editions/worded.ts'
import { grouped } from './grouping.ts'
import { inTimeRate } from './rules.ts'
import type { Counts, Edition } from './shape.ts'
import { areaNames, type ClauseCount, countsByClause, type Seen } from './view-tables.ts'

export const noCounts: Counts = { inTime: 0, late: 0, missed: 0, overdue: 0, open: 0, excused: 0 }
export const addCounts = (a: Counts, b: Counts): Counts => ({
  inTime: a.inTime + b.inTime,
  late: a.late + b.late,
  missed: a.missed + b.missed,
  overdue: a.overdue + b.overdue,
  open: a.open + b.open,
  excused: a.excused + b.excused,
})
export const instancesIn = (c: Counts): number =>
  c.inTime + c.late + c.missed + c.overdue + c.open + c.excused

/** live: something proves it; awaiting: its area is still to come; standing: read from indicators; dropped: not in the company's edition. */
export type ClauseState = 'live' | 'awaiting' | 'standing' | 'dropped'
export type ClauseSeen = Awaited<ReturnType<typeof clausesOf>>['clauses'][number]

/**
 * The 74 clauses in the words in force and the company's own after those of their position, each with what proves it or what it
 * awaits, and the last 30 days by area.
 */
export async function clausesOf(db: Db, among: Seen, today: Day, now: Date) {
  const editions = await findEditions(db)
  const edition = editionOn(editions, today)
  const counts = await countsByClause(db, among, addDays(today, -29), today, now)
  const areas = (await areaNames(db)).filter(
    (a) => among.areas === null || among.areas.includes(a.id) || counts.some((c) => c.area === a.id),
  )
  const holders = await holdersOn(db, today)
  const byDuty = grouped(counts, (c) => c.duty)
  return {
    edition: edition ? { id: edition.id, from: edition.from } : null,
    from: addDays(today, -29),
    to: today,
    areas,
    profiles: (await findProfiles(db, edition?.id)).map(({ position, requirements }) => ({
      position,
      requirements,
      people: holders.find((h) => h.position === position)?.people ?? 0,
      /** Whether the reader's reach holds what is counted of it. */
      counted: isCounted(among, position),
    })),
    clauses: clausesAmong(wordedBy(editions), edition).map((duty) => {
      const own = byDuty.get(duty.id) ?? []
      const total = sumOf(own)
      return {
        ...wordedAs(duty, edition),
        instances30d: instancesIn(total),
        counts: total,
        ...rated(total),
        byArea: areas.flatMap((area) => {
          const here = sumOf(own.filter((c) => c.area === area.id))
          return instancesIn(here) === 0 ? [] : [{ area: area.id, counts: here, ...rated(here) }]
        }),
      }
    }),
  }
}

/** The shipped ones always, even where the company does without one; its own only while an edition has them. */
const clausesAmong = ({ all }: Duties, edition: Edition | undefined): Duty[] =>
  all.filter((duty) => !isOwn(duty.id) || edition?.clauses.has(duty.id))

function wordedAs(duty: Duty, edition: Edition | undefined) {
  const clause = edition?.clauses.get(duty.id)
  const worded = clause ?? duty
  const isDropped = edition !== undefined && clause === undefined
  const way = wayNamed(clause?.own?.provedBy)
  return {
    id: duty.id as string,
    own: isOwn(duty.id),
    position: duty.position,
    title: worded.title,
    help: worded.help,
    kind: worded.kind,
    cadence: cadencesOf(worded),
    calendar: worded.calendar,
    minutes: worded.minutes,
    weight: worded.weight,
    lookedAfter: worded.lookedAfter,
    standIns: worded.standIns,
    each: clause?.own?.each ?? (isLive(duty) && duty.each !== undefined),
    live: isLive(duty) && !isDropped,
    state: stateOf(duty, isDropped),
    part: isLive(duty) ? (duty.part?.says ?? null) : null,
    awaits: awaitedBy(duty),
    provedBy: provedBy(duty),
    proofSays: way ? [way.says] : isLive(duty) ? duty.proofs.map((p) => proofWords(p.action)) : [],
    indicators: 'indicators' in duty ? duty.indicators : [],
    page: isLive(duty) ? duty.page.path : null,
  }
}

function stateOf(duty: Duty, isDropped: boolean): ClauseState {
  if (isDropped) return 'dropped'
  return isLive(duty) ? 'live' : 'indicators' in duty ? 'standing' : 'awaiting'
}

function isCounted(among: Seen, position: DutyPosition): boolean {
  const level = seatOf[position]
  if (level === 'company') return among.stores === null
  const reached = level === 'area' ? among.areas : among.stores
  return reached === null || reached.length > 0
}

const sumOf = (all: readonly ClauseCount[]): Counts => all.reduce<Counts>(addCounts, noCounts)
export const rated = (counts: Counts) => {
  const { rate, of, ranked } = inTimeRate(counts)
  return { inTimeRate: rate, ratedOf: of, ranked }
}
