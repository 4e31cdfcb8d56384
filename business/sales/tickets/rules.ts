import { addDays, businessDayAt, type Day, daysBetween, localTime } from '../../../platform/kinds/day.ts'
import {
  add,
  cents,
  type Money,
  negate,
  portion,
  subtract,
  sum,
  times,
  zero,
} from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { splitOneWay } from '../../targets/split/one-way.ts'
import { yuan } from '../../targets/split/words.ts'
import type { Credit, Paid, Ticket, TicketLine } from './shape.ts'

export interface StoreFacts {
  readonly code: string
  readonly timeZone: string
  readonly cutOffMinutes: number
  readonly openedOn: Day
  readonly closedOn: Day | null
  /** Days that have been closed by their report, the recent ones. */
  readonly closedDays: readonly Day[]
}

export const oldestDays = 45
const clockGraceMinutes = 10

export interface Moment {
  readonly day: Day
  /** Hour of the wall clock; null where the ticket fell on another day than it was sold. */
  readonly hour: number | null
  readonly soldAt: Date
  /** The closed day it would have fallen on. */
  readonly movedFrom: Day | null
}

/**
 * The business day (营业日) of a sale: by the store's clock and cut-off; a closed day never changes, so its late
 * tickets fall on the next open day, at most the day after today. A phone whose clock runs ahead is corrected to
 * the moment of arrival; a till's is refused, since its own books would then differ from ours.
 */
export function momentOf(
  store: StoreFacts,
  soldAt: Date | undefined,
  now: Date,
  clock: 'phone' | 'till',
): Moment | Refusal<'soldInFuture' | 'soldTooLongAgo' | 'storeNotTrading' | 'noOpenDay'> {
  const early = soldAt !== undefined && soldAt.getTime() > now.getTime() + clockGraceMinutes * 60_000
  if (early && clock === 'till') return refuse('soldInFuture', { soldAt: soldAt.toISOString() }, 'soldAt')
  const at = soldAt === undefined || soldAt.getTime() > now.getTime() ? now : soldAt
  const dayOf = (instant: Date): Day => businessDayAt(instant, store.timeZone, store.cutOffMinutes)
  const [sold, today] = [dayOf(at), dayOf(now)]
  if (sold < addDays(today, -oldestDays))
    return refuse('soldTooLongAgo', { day: sold, days: oldestDays }, 'soldAt')
  if (sold < store.openedOn || (store.closedOn !== null && sold > store.closedOn)) {
    return refuse('storeNotTrading', { day: sold }, 'soldAt')
  }
  const day = nextOpenDay(store, sold, addDays(today, 1))
  if (!day) return refuse('noOpenDay', { day: sold })
  const moved = day !== sold
  const hour = moved ? null : Math.floor(localTime(at, store.timeZone).minutes / 60)
  return { day, hour, soldAt: at, movedFrom: moved ? sold : null }
}

function nextOpenDay(store: StoreFacts, from: Day, last: Day): Day | undefined {
  for (let day = from; day <= last; day = addDays(day, 1)) if (!store.closedDays.includes(day)) return day
  return undefined
}

/** HZ01-261123-, to which the number within the store's day is added. */
export const numberedFrom = (code: string, day: Day): string => `${code}-${day.slice(2).replaceAll('-', '')}-`

/** A line of an earlier ticket with what has come back of it already (as positive figures). */
export interface Original {
  readonly ticket: string
  readonly number: string
  readonly isReversed: boolean
  readonly line: Omit<TicketLine, 'returnsTicket' | 'returnsLine' | 'reason'>
  readonly returnedQuantity: number
  readonly returnedNet: Money
}

/** What `quantity` pieces cost the customer: the unreturned rest of the line's net, shared evenly; the last piece takes the odd cent. */
export const refundOf = (
  o: Pick<Original, 'line' | 'returnedQuantity' | 'returnedNet'>,
  quantity: number,
): Money => portion(subtract(o.line.net, o.returnedNet), quantity, o.line.quantity - o.returnedQuantity)

/** Pieces brought back as lines; several lines may name the same original. */
export function returnLines(
  asked: readonly {
    readonly ticket: string
    readonly line: number
    readonly quantity: number
    readonly refund?: Money
  }[],
  originals: readonly Original[],
  firstLine: number,
):
  | TicketLine[]
  | Refusal<
      'originalNotFound' | 'originalReversed' | 'originalNotSold' | 'returnedTooMany' | 'refundTooMuch'
    > {
  const standing = new Map(originals.map((o) => [`${o.ticket} ${o.line.line}`, o]))
  const lines: TicketLine[] = []
  for (const [i, back] of asked.entries()) {
    const key = `${back.ticket} ${back.line}`
    const o = standing.get(key)
    if (!o) return refuse('originalNotFound', {}, `returns.${i}`)
    if (o.isReversed) return refuse('originalReversed', { number: o.number }, `returns.${i}`)
    if (o.line.quantity < 0) return refuse('originalNotSold', { number: o.number }, `returns.${i}`)
    const left = o.line.quantity - o.returnedQuantity
    if (back.quantity > left) {
      return refuse(
        'returnedTooMany',
        { number: o.number, sold: o.line.quantity, left },
        `returns.${i}.quantity`,
      )
    }
    const refund = back.refund ?? refundOf(o, back.quantity)
    const paid = subtract(o.line.net, o.returnedNet)
    if (refund > paid)
      return refuse('refundTooMuch', { refund: yuan(refund), paid: yuan(paid) }, `returns.${i}`)
    standing.set(key, {
      ...o,
      returnedQuantity: o.returnedQuantity + back.quantity,
      returnedNet: add(o.returnedNet, refund),
    })
    lines.push({
      ...o.line,
      line: firstLine + i,
      quantity: -back.quantity,
      net: negate(refund),
      reason: null,
      returnsTicket: back.ticket,
      returnsLine: back.line,
    })
  }
  return lines
}

/** What the lines amount to. `returned` is positive for refunds. */
export function totalsOf(
  lines: readonly TicketLine[],
): Pick<Ticket, 'kind' | 'net' | 'tagValue' | 'taggedNet' | 'units' | 'returned' | 'saleTickets'> {
  const tagged = lines.filter((l) => l.tagPrice !== null)
  const isSale = lines.some((l) => l.quantity > 0)
  return {
    kind: isSale ? 'sale' : 'return',
    net: sum(lines.map((l) => l.net)),
    tagValue: sum(tagged.map((l) => times(l.tagPrice!, l.quantity))),
    taggedNet: sum(tagged.map((l) => l.net)),
    units: lines.reduce((n, l) => n + l.quantity, 0),
    returned: sum(lines.filter((l) => l.quantity < 0).map((l) => negate(l.net))),
    saleTickets: isSale ? 1 : 0,
  }
}

/** Tenders sum to the net, to the cent; money goes back only where something came back. */
export function checkTenders(
  paid: readonly Paid[],
  net: Money,
  hasReturns: boolean,
): Refusal<'tenderTwice' | 'tendersDiffer' | 'tenderBackwards'> | undefined {
  const seen = new Set<string>()
  for (const [i, { tender, amount }] of paid.entries()) {
    if (seen.has(tender)) return refuse('tenderTwice', {}, `tenders.${i}.tender`)
    seen.add(tender)
    if (amount < 0 && !hasReturns) return refuse('tenderBackwards', {}, `tenders.${i}.amount`)
  }
  const total = sum(paid.map((p) => p.amount))
  if (total === net) return undefined
  return refuse(
    'tendersDiffer',
    { total: yuan(total), net: yuan(net), difference: yuan(Math.abs(total - net)) },
    'tenders',
  )
}

/** Splits a ticket among its associates (业绩归属): shares sum to a million millionths, nets to the ticket's net, exactly. */
export function creditsOf(
  asked: readonly { readonly person: string; readonly share: number }[],
  net: Money,
): Credit[] | Refusal<'creditTwice' | 'shareTooSmall'> {
  if (new Set(asked.map((c) => c.person)).size < asked.length) return refuse('creditTwice', {}, 'credits')
  const shares = splitOneWay({
    total: cents(1_000_000),
    shares: asked.map((c) => ({ key: c.person, weight: c.share })),
  })
  if (isRefusal(shares) || shares.some((s) => s < 1)) return refuse('shareTooSmall', {}, 'credits')
  const nets = splitOneWay({
    total: net,
    shares: asked.map((c, i) => ({ key: c.person, weight: shares[i]! })),
  })
  if (isRefusal(nets)) throw new Error(`shares of a million cannot carry ${net}`)
  return asked.map((c, i) => ({ person: c.person, shareMillionths: shares[i]!, net: nets[i]! }))
}

/** The ticket that undoes another one wholly: every figure turned round, returned pieces free to come back again. */
export function reversalOf(
  original: Ticket,
  made: Pick<Ticket, 'id' | 'day' | 'hour' | 'soldAt' | 'numbered' | 'madeBy' | 'source' | 'reason'>,
): Ticket {
  return {
    ...original,
    ...made,
    kind: 'reversal',
    net: negate(original.net),
    tagValue: negate(original.tagValue),
    taggedNet: negate(original.taggedNet),
    units: -original.units,
    returned: negate(original.returned),
    saleTickets: -original.saleTickets,
    externalKey: null,
    reverses: original.id,
    note: null,
    lines: original.lines.map((l) => ({ ...l, quantity: -l.quantity, net: negate(l.net) })),
    credits: original.credits.map((c) => ({ ...c, net: negate(c.net) })),
    tenders: original.tenders.map((t) => ({ ...t, amount: negate(t.amount) })),
    seen: null,
  }
}

/** How long an associate may take back a ticket of his own without the manager. */
export const undoMinutes = 10

export interface Reversible {
  readonly ticket: Ticket
  readonly number: string
  readonly recordedAt: Date
  readonly reversedBy: string | null
  /** Pieces of it that have come back since. */
  readonly returnedPieces: number
}
export function checkReversal(
  found: Reversible | undefined,
): Refusal<'notFound' | 'reversedAlready' | 'isReversal' | 'hasReturns'> | undefined {
  if (!found) return refuse('notFound')
  if (found.ticket.kind === 'reversal') return refuse('isReversal', { number: found.number })
  if (found.reversedBy) return refuse('reversedAlready', { number: found.number, by: found.reversedBy })
  if (found.returnedPieces > 0)
    return refuse('hasReturns', { number: found.number, pieces: found.returnedPieces })
  return undefined
}
export function checkUndo(
  found: Reversible,
  actor: string,
  now: Date,
): Refusal<'notYourTicket' | 'undoTooLate'> | undefined {
  if (found.ticket.madeBy !== actor) return refuse('notYourTicket', { number: found.number })
  if (now.getTime() - found.recordedAt.getTime() > undoMinutes * 60_000)
    return refuse('undoTooLate', { minutes: undoMinutes })
  return undefined
}

/** Where a reversal falls: the ticket's own day and hour while it is open, else the next open day from today. */
export function momentOfReversal(
  store: StoreFacts,
  original: Ticket,
  now: Date,
): Moment | Refusal<'noOpenDay'> {
  if (!store.closedDays.includes(original.day))
    return { day: original.day, hour: original.hour, soldAt: now, movedFrom: null }
  const today = businessDayAt(now, store.timeZone, store.cutOffMinutes)
  const from = addDays(today, Math.max(0, daysBetween(today, original.day)))
  const day = nextOpenDay(store, from, addDays(from, 1))
  if (!day) return refuse('noOpenDay', { day: today })
  const hour = day === today ? Math.floor(localTime(now, store.timeZone).minutes / 60) : null
  return { day, hour, soldAt: now, movedFrom: original.day }
}

/** Counts of an hour never fall below nothing. */
export function checkTraffic(
  standing: { readonly traffic: number; readonly tryOns: number },
  change: { readonly traffic: number; readonly tryOns: number },
): Refusal<'trafficBelowZero'> | undefined {
  if (standing.traffic + change.traffic >= 0 && standing.tryOns + change.tryOns >= 0) return undefined
  return refuse(
    'trafficBelowZero',
    { traffic: standing.traffic, tryOns: standing.tryOns },
    standing.traffic + change.traffic < 0 ? 'traffic' : 'tryOns',
  )
}

/** 0.8 → 8 折 as its share of the tag value; undefined without a tag. */
export const realization = (net: Money, tagValue: Money): number | undefined =>
  tagValue > zero ? net / tagValue : undefined
