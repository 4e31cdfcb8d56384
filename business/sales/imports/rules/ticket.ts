import { createHash } from 'node:crypto'
import { type Day, localTime } from '../../../../platform/kinds/day.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import type { Tender } from '../../tickets/shape.ts'
import type { FileLine } from './line.ts'

/** A line with its amount rounded to the cent. */
export interface RoundedLine extends FileLine {
  readonly net: Money
}

/** A ticket put together from its lines in a file. Stores and associates still go by what the file calls them. */
export interface FileTicket {
  readonly store: string
  readonly key: string
  readonly number: string
  readonly day: Day
  readonly minutes: number | undefined
  readonly nextDay: boolean
  readonly kind: 'sale' | 'return'
  readonly net: number
  readonly tagValue: number
  readonly taggedNet: number
  readonly units: number
  readonly returned: number
  readonly saleTickets: 0 | 1
  readonly customer: string
  readonly lines: readonly RoundedLine[]
  readonly credits: readonly {
    readonly associate: string
    readonly shareMillionths: number
    readonly net: number
  }[]
  readonly tenders: readonly { readonly tender: Tender; readonly amount: number }[]
}

/** A ticket with at least one piece sold is a sale; one of returns only is a return and no sale ticket. */
export function ticketOf(key: string, lines: readonly RoundedLine[]): FileTicket {
  const first = lines[0]!
  let [net, tagValue, taggedNet, units, returned] = [0, 0, 0, 0, 0]
  const tenders = new Map<Tender, number>()
  // Tills often write tender and associate on the first line of a ticket only.
  const usual = lines.find((l) => l.tender)?.tender
  for (const line of lines) {
    net += line.net
    units += line.quantity
    if (line.quantity < 0) returned -= line.net
    if (line.tagPrice !== undefined) {
      tagValue += line.tagPrice * line.quantity
      taggedNet += line.net
    }
    const tender = line.tender ?? usual
    if (tender) tenders.set(tender, (tenders.get(tender) ?? 0) + line.net)
  }
  const sale = lines.some((l) => l.quantity > 0)
  return {
    store: first.store,
    key,
    number: first.ticketNo || `#${key.slice(4, 14)}`,
    day: first.day,
    minutes: first.minutes,
    nextDay: first.nextDay,
    kind: sale ? 'sale' : 'return',
    net,
    tagValue,
    taggedNet,
    units,
    returned,
    saleTickets: sale ? 1 : 0,
    customer: first.customer,
    lines,
    credits: creditsOf(lines),
    tenders: [...tenders]
      .filter(([, amount]) => amount !== 0)
      .map(([tender, amount]) => ({ tender, amount })),
  }
}

/**
 * Each associate is credited with his own lines, the first named also with lines that name nobody; shares follow
 * what the lines are worth and sum to a million.
 */
function creditsOf(lines: readonly RoundedLine[]): FileTicket['credits'] {
  const usual = lines.find((l) => l.associate !== '')?.associate
  if (usual === undefined) return []
  const nets = new Map<string, { net: number; weight: number }>()
  for (const line of lines) {
    const associate = line.associate || usual
    const has = nets.get(associate) ?? { net: 0, weight: 0 }
    nets.set(associate, { net: has.net + line.net, weight: has.weight + Math.abs(line.net) })
  }
  const total = [...nets.values()].reduce((sum, n) => sum + n.weight, 0)
  const share = (weight: number) => (total === 0 ? 1 / nets.size : weight / total)
  const all = [...nets].map(([associate, { net, weight }]) => ({
    associate,
    net,
    shareMillionths: Math.max(1, Math.floor(share(weight) * 1_000_000)),
  }))
  const biggest = all.reduce((a, b) => (b.shareMillionths > a.shareMillionths ? b : a))
  biggest.shareMillionths += 1_000_000 - all.reduce((sum, c) => sum + c.shareMillionths, 0)
  return all
}

/** The instant of a wall clock time in a zone. */
export function instantAt(day: Day, minutes: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const offset = offsetOn(day, zone)
  if (offset !== undefined && minutes >= 0 && minutes < 1440) return new Date(wall - offset)
  let instant = wall
  for (let round = 0; round < 2; round += 1) {
    const seen = localTime(new Date(instant), zone)
    instant += wall - (Date.parse(`${seen.day}T00:00:00Z`) + seen.minutes * 60_000)
  }
  return new Date(instant)
}
/** How far a zone's clock is ahead on a day, milliseconds; undefined on days on which it is put forward or back. */
const offsets = new Map<string, number | undefined>()
function offsetOn(day: Day, zone: string): number | undefined {
  const key = `${zone} ${day}`
  if (offsets.has(key)) return offsets.get(key)
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const aheadAt = (instant: number): number => {
    const seen = localTime(new Date(instant), zone)
    return Date.parse(`${seen.day}T00:00:00Z`) + seen.minutes * 60_000 - instant
  }
  // Wide enough to hold the day in any zone.
  const [before, after] = [aheadAt(midnight - 14 * 3_600_000), aheadAt(midnight + 38 * 3_600_000)]
  if (offsets.size > 20_000) offsets.clear()
  const offset = before === after ? before : undefined
  offsets.set(key, offset)
  return offset
}

/** What a line says, whatever its row and at whatever rate: the same content has the same mark. */
export const contentMark = (line: FileLine, exact: string): string =>
  createHash('sha1')
    .update(
      [
        line.store,
        line.day,
        line.minutes ?? '',
        line.ticketNo,
        line.lineNo,
        line.code,
        line.style,
        line.color,
        line.size,
        line.name,
        line.quantity,
        exact,
        line.associate,
        line.customer,
        ...(line.isForeign ? [line.currency] : []),
      ].join('\u001f'),
    )
    .digest('base64url')
    .slice(0, 16)
