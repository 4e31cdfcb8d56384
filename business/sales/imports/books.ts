import type { Db } from '../../../platform/database/database.ts'
import type { DaySurvey } from './day-file.ts'
import { sameDay } from './day-file.ts'
import type { Exchange } from './rules/currency.ts'
import { sameTicket } from './seen-ticket.ts'
import { findAwaited, findStandingDays, findStandingLines, findStandingTickets } from './standing-tables.ts'
import type { KnownStore } from './stores-in-file.ts'
import type { Survey } from './ticket-file.ts'

const chunk = 4000
function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += chunk) yield all.slice(i, i + chunk)
}

/** Marks in a survey what the books already hold, and the days that are closed or belong to a day total. */
export async function askBooks(
  db: Db,
  survey: Survey,
  stores: ReadonlyMap<string, KnownStore>,
  exchange: Exchange,
  underWay?: string,
): Promise<void> {
  const codeOf = new Map([...stores.values()].map((s) => [s.id, s.key]))
  const known = [...survey.tickets].filter(([, t]) => stores.has(t.store))
  for (const part of chunks(known)) {
    const found = await findStandingTickets(
      db,
      part.map(([, t]) => stores.get(t.store)!.id),
      part.map(([id]) => keyOf(id)),
    )
    for (const standing of found) {
      const ticket = survey.tickets.get(`${codeOf.get(standing.store)}\n${standing.key}`)
      if (!ticket) continue
      const isSame = sameTicket(ticket, standing, exchange.at(standing.rates))
      ticket.verdict = !isSame ? 'differs' : isOurs(standing, underWay) ? 'ours' : 'known'
    }
  }
  await awaitRest(db, survey, stores, exchange, underWay)
  const days = [...survey.storeDays.values()].filter((d) => stores.has(d.store))
  for (const part of chunks(days)) {
    for (const standing of await findStandingDays(
      db,
      part.map((d) => stores.get(d.store)!.id),
      part.map((d) => d.day),
    )) {
      const day = survey.storeDays.get(`${codeOf.get(standing.store)}\n${standing.day}`)
      if (day)
        day.verdict = standing.closed ? 'dayClosed' : standing.totalNet !== null ? 'dayHasTotal' : undefined
    }
  }
}
/** Brought by the very import that is under way, before its process was lost and another took it over. */
const isOurs = ({ broughtBy }: { broughtBy: string | null }, underWay: string | undefined): boolean =>
  underWay !== undefined && broughtBy === underWay
const keyOf = (id: string): string => id.slice(id.indexOf('\n') + 1)

/**
 * A ticket some of whose lines were rejected earlier is in the books without them. When they come, corrected, alone
 * or with the whole file, those that are there already are known and the rest is added.
 */
async function awaitRest(
  db: Db,
  survey: Survey,
  stores: ReadonlyMap<string, KnownStore>,
  exchange: Exchange,
  underWay?: string,
): Promise<void> {
  const differing = [...survey.tickets].filter(([, t]) => t.verdict === 'differs' && t.number !== '')
  for (const part of chunks(differing)) {
    const awaited = await findAwaited(
      db,
      part.map(([, t]) => t.number),
    )
    const waiting = part.filter(([, t]) => awaited.has(t.number))
    const lines = await findStandingLines(
      db,
      waiting.map(([, t]) => stores.get(t.store)!.id),
      waiting.map(([id]) => keyOf(id)),
    )
    const codeOf = new Map([...stores.values()].map((s) => [s.id, s.key]))
    for (const [, ticket] of waiting) {
      ticket.verdict = 'rest'
      ticket.there = []
    }
    for (const { store, key, goods, quantity, net, ...line } of lines) {
      const there = survey.tickets.get(`${codeOf.get(store)}\n${key}`)?.there
      const isOurLine = isOurs(line, underWay)
      there?.push({ goods, quantity, net, exchange: exchange.at(line.rates), ours: isOurLine })
    }
  }
}

export async function askBooksForDays(
  db: Db,
  survey: DaySurvey,
  stores: ReadonlyMap<string, KnownStore>,
  exchange: Exchange,
  underWay?: string,
): Promise<void> {
  const codeOf = new Map([...stores.values()].map((s) => [s.id, s.key]))
  const days = [...survey.days.values()].filter((d) => stores.has(d.store))
  for (const part of chunks(days)) {
    for (const standing of await findStandingDays(
      db,
      part.map((d) => stores.get(d.store)!.id),
      part.map((d) => d.day),
    )) {
      const day = survey.days.get(`${codeOf.get(standing.store)}\n${standing.day}`)
      if (!day) continue
      const same =
        standing.totalNet !== null &&
        sameDay(
          day,
          { net: standing.totalNet, tickets: standing.totalTickets ?? 0 },
          exchange.at(standing.rates),
        )
      const shut = standing.totalNet === null && standing.condition && !day.open
      day.verdict =
        same || shut
          ? isOurs(standing, underWay)
            ? 'ours'
            : 'known'
          : standing.closed
            ? 'dayClosed'
            : standing.totalNet !== null
              ? 'dayDiffers'
              : standing.tickets > 0
                ? 'dayHasTickets'
                : undefined
    }
  }
}
