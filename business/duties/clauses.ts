import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { awaitedBy, cadencesOf, catalogue, isLive, profiles, provedBy } from './catalogue/catalogue.ts'
import { editionOn, findEditions } from './edition-tables.ts'
import { grouped } from './grouping.ts'
import { inTimeRate } from './rules.ts'
import type { Counts } from './shape.ts'
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

/** The 74 clauses in the words in force, each with what proves it or what it awaits, and the last 30 days by area. */
export async function clausesOf(db: Db, among: Seen, today: Day, now: Date) {
  const edition = editionOn(await findEditions(db), today)
  const counts = await countsByClause(db, among, addDays(today, -29), today, now)
  const areas = (await areaNames(db)).filter(
    (a) => among.areas === null || among.areas.includes(a.id) || counts.some((c) => c.area === a.id),
  )
  const byDuty = grouped(counts, (c) => c.duty)
  return {
    edition: edition ? { id: edition.id, from: edition.from } : null,
    from: addDays(today, -29),
    to: today,
    areas,
    profiles: profiles.map(({ position, requirements }) => ({ position, requirements })),
    clauses: catalogue.map((duty) => {
      const worded = edition?.clauses.get(duty.id) ?? duty
      const own = byDuty.get(duty.id) ?? []
      const total = sumOf(own)
      return {
        id: duty.id,
        position: duty.position,
        title: worded.title,
        help: worded.help,
        kind: worded.kind,
        cadence: cadencesOf(worded),
        calendar: worded.calendar,
        minutes: worded.minutes,
        weight: worded.weight,
        lookedAfter: duty.lookedAfter,
        standIns: worded.standIns,
        live: isLive(duty),
        part: isLive(duty) ? (duty.part?.says ?? null) : null,
        awaits: awaitedBy(duty),
        provedBy: provedBy(duty),
        indicators: 'indicators' in duty ? duty.indicators : [],
        page: isLive(duty) ? duty.page.path : null,
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

const sumOf = (all: readonly ClauseCount[]): Counts => all.reduce<Counts>(addCounts, noCounts)
export const rated = (counts: Counts) => {
  const { rate, of, ranked } = inTimeRate(counts)
  return { inTimeRate: rate, ratedOf: of, ranked }
}
