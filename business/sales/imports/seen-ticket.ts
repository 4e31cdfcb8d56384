import type { Day } from '../../../platform/kinds/day.ts'
import type { Exchange } from './rules/currency.ts'
import { compare, type Decimal, minus, plus } from './rules/decimals.ts'
import type { FileLine } from './rules/line.ts'

/** A ticket as the first reading of a file sees it. */
export interface SeenTicket {
  readonly store: string
  readonly day: Day
  readonly number: string
  rows: number
  units: number
  /** The sum of its lines in the company's currency, and of those in others, each as the file writes it. */
  own: Decimal
  foreign: Map<string, Decimal> | undefined
  total: Decimal | undefined
  /** What the books say: it is there already, by the import under way itself, there with other contents, or there without lines rejected earlier. */
  verdict?: 'known' | 'ours' | 'differs' | 'rest'
  /** For 'rest': the lines that are there. */
  there?: ThereLine[]
}
export interface ThereLine {
  readonly goods: string
  readonly quantity: number
  readonly net: number
  /** At what rates they were booked. */
  readonly exchange: Exchange
  readonly ours: boolean
}
/** Finds the line among those that are there, and takes it from them. */
export function takeThere(there: ThereLine[], line: FileLine): ThereLine | undefined {
  const goods = line.code || [line.style, line.color, line.size].filter((part) => part !== '').join('/')
  const at = there.findIndex(
    (l) =>
      l.goods === goods &&
      l.quantity === line.quantity &&
      isNear(l.exchange.convert(line.written, line.currency), l.net, 1),
  )
  return at === -1 ? undefined : there.splice(at, 1)[0]
}

/** The same ticket: as many pieces, and an amount that differs by rounding only, at the rates of that time. */
export function sameTicket(
  seen: SeenTicket,
  booked: { units: number; net: number },
  exchange: Exchange,
): boolean {
  let amount = seen.own
  for (const [currency, sum] of seen.foreign ?? []) amount = plus(amount, exchange.convert(sum, currency))
  return seen.units === booked.units && isNear(amount, booked.net, seen.rows)
}
export const asWritten = (seen: SeenTicket): Decimal =>
  [...(seen.foreign?.values() ?? [])].reduce(plus, seen.own)
const isNear = (amount: Decimal, net: number, cents: number): boolean =>
  compare(absolute(minus(amount, { digits: BigInt(net), scale: 2 })), { digits: BigInt(cents), scale: 2 }) <=
  0
const absolute = (a: Decimal): Decimal => (a.digits < 0n ? { digits: -a.digits, scale: a.scale } : a)
