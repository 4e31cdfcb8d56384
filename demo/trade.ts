import { addDays, type Day, dayNumber, daysBetween } from '../platform/kinds/day.ts'
import { type Chain, type DemoStore, onDuty } from './chain.ts'
import { campaignOn, decline, expectedSales } from './demand.ts'
import { type DemoStyle, demandFor } from './goods.ts'
import { hashOf, Random } from './random.ts'

export interface DemoLine {
  sku: string
  style: string
  name: string
  color: string
  size: string
  code: string
  quantity: number
  /** 分 */
  tagPrice: number
  net: number
  reason: string | null
  returns: { ticket: string; line: number } | null
}
export interface DemoTicket {
  id: string
  store: string
  day: Day
  /** Minutes after midnight in the store. */
  minute: number
  number: string
  kind: 'sale' | 'return'
  lines: DemoLine[]
  credits: { person: string; share: number; net: number }[]
  tender: string
}
export interface DemoTraffic {
  id: string
  store: string
  day: Day
  hour: number
  traffic: number
  tryOns: number
}

const hourWeights = [0.5, 0.7, 0.9, 1, 1.2, 1.1, 1, 1, 1.1, 1.5, 1.6, 1.1]
const sizeWeights = [0.24, 0.36, 0.27, 0.13]
const averagePiece = 1_080
const piecesPerTicket = [0.58, 0.28, 0.1, 0.04]
const meanPieces = 1.6

/** Everything one store sold on one day, up to a minute of it where the day still runs. */
export class Shop {
  private readonly recent: DemoTicket[] = []
  private shelf: { style: DemoStyle; weight: number }[] = []
  private shelfWeights: number[] = []
  private shelfWeek = -1
  constructor(
    private readonly chain: Chain,
    private readonly store: DemoStore,
    private readonly goods: readonly DemoStyle[],
    private readonly seed: number,
    private readonly today: Day,
  ) {}

  trade(day: Day, untilMinute = 24 * 60): { tickets: DemoTicket[]; traffic: DemoTraffic[] } {
    const random = new Random(hashOf(`${this.seed}:${this.store.code}:${day}`))
    const expected = expectedSales(this.store, day, this.today) * Math.exp(0.16 * random.normal())
    if (expected <= 0) return { tickets: [], traffic: [] }
    this.restock(day)
    const prices = this.store.kind === 'outlet' ? 0.62 : 0.9
    const wanted = random.poisson(expected / (averagePiece * meanPieces * prices))
    const minutes = Array.from(
      { length: wanted },
      () => 600 + random.weighted(hourWeights) * 60 + random.whole(0, 59),
    ).sort((a, b) => a - b)
    const staff = onDuty(this.chain, this.store.id, day, dayNumber(day))
    const tickets: DemoTicket[] = []
    for (const minute of minutes) {
      // Drawn also when it lies ahead: what the morning holds does not depend on when the demo is made.
      const ticket = this.ticket(random, day, minute, staff)
      if (minute < untilMinute) tickets.push(ticket)
    }
    tickets.forEach((t, i) => {
      t.number = `${this.store.code}-${day.slice(2).replaceAll('-', '')}-${String(i + 1).padStart(4, '0')}`
    })
    this.recent.push(...tickets.filter((t) => t.kind === 'sale'))
    if (this.recent.length > 60) this.recent.splice(0, this.recent.length - 60)
    return { tickets, traffic: this.traffic(random, day, minutes, untilMinute) }
  }

  private ticket(random: Random, day: Day, minute: number, staff: ReturnType<typeof onDuty>): DemoTicket {
    const id = random.id(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000 + random.whole(0, 59_000))
    const back = random.chance(0.04)
      ? this.recent.find((t) => daysBetween(t.day, day) >= 1 && !t.lines[0]!.returns)
      : undefined
    const lines = back ? [this.giveBack(back)] : this.pieces(random, day)
    const net = lines.reduce((sum, l) => sum + l.net, 0)
    return {
      id,
      store: this.store.id,
      day,
      minute,
      number: '',
      kind: back ? 'return' : 'sale',
      lines,
      credits: back ? creditsLike(back, net) : credits(random, staff, net),
      tender: this.store.kind === 'concession' ? 'mallTill' : paidBy(random, back),
    }
  }

  private pieces(random: Random, day: Day): DemoLine[] {
    const member = random.chance(0.45)
    const campaign = campaignOn(day) !== undefined
    const count = 1 + random.weighted(piecesPerTicket)
    return Array.from({ length: count }, (): DemoLine => {
      const { style } = this.shelf[random.weighted(this.shelfWeights)]!
      const colors = [...new Set(style.skus.map((s) => s.color))]
      const color = colors[random.weighted(colors.map((_, i) => 1 / (i + 1.4)))]!
      const sizes = style.skus.filter((s) => s.color === color)
      const sku = sizes[random.weighted(sizes.map((_, i) => sizeWeights[i] ?? 0.1))]!
      const old = daysBetween(style.launchedOn, day) > 130
      const [rate, reason] = old
        ? [0.7, 'season']
        : campaign
          ? [0.86, 'promotion']
          : member
            ? [0.9, 'member']
            : [1, null]
      const outlet = this.store.kind === 'outlet' ? 0.62 : 1
      return {
        sku: sku.id,
        style: style.code,
        name: style.name,
        color,
        size: sku.size,
        code: sku.barcode,
        quantity: 1,
        tagPrice: style.tagPrice,
        net: Math.round((style.tagPrice * rate * outlet) / 100) * 100,
        reason: outlet < 1 ? 'season' : reason,
        returns: null,
      }
    })
  }

  private giveBack(sold: DemoTicket): DemoLine {
    const line = sold.lines[0]!
    const returned: DemoLine = {
      ...line,
      quantity: -line.quantity,
      net: -line.net,
      returns: { ticket: sold.id, line: 1 },
    }
    this.recent.splice(this.recent.indexOf(sold), 1)
    return returned
  }

  private traffic(random: Random, day: Day, minutes: readonly number[], untilMinute: number): DemoTraffic[] {
    const conversion =
      (this.store.kind === 'concession' ? 0.125 : 0.105) *
      (0.55 + 0.45 * decline(this.store, day, this.today))
    const fine = daysBetween(day, this.today) <= 35
    const rows: DemoTraffic[] = []
    const id = (hour: number): string => random.id(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000)
    for (let hour = 10; hour <= 21; hour++) {
      const buyers = minutes.filter((m) => Math.floor(m / 60) === hour).length
      const traffic = Math.max(
        buyers,
        random.poisson((0.65 * buyers + 0.35 * (minutes.length / 12)) / conversion),
      )
      const tryOns = Math.min(traffic, buyers + random.poisson(traffic * 0.22))
      if ((hour + 1) * 60 <= untilMinute)
        rows.push({ id: id(hour), store: this.store.id, day, hour, traffic, tryOns })
    }
    if (fine || rows.length === 0) return rows
    const sum = (key: 'traffic' | 'tryOns'): number => rows.reduce((total, r) => total + r[key], 0)
    return [{ ...rows.at(-1)!, traffic: sum('traffic'), tryOns: sum('tryOns') }]
  }

  /** What hangs in the shop changes by the week. */
  private restock(day: Day): void {
    const week = Math.floor(dayNumber(day) / 7)
    if (week === this.shelfWeek) return
    this.shelfWeek = week
    this.shelf = this.goods.flatMap((style) => {
      const weight = demandFor(style, day, daysBetween(style.launchedOn, day))
      return weight > 0.003 ? [{ style, weight }] : []
    })
    this.shelfWeights = this.shelf.map((s) => s.weight)
  }
}

/** A refund does not go out of the till: what was paid in cash comes back by phone. */
function paidBy(random: Random, back: DemoTicket | undefined): string {
  const drawn = ['wechat', 'alipay', 'card', 'cash'][random.weighted([0.44, 0.28, 0.18, 0.1])]!
  if (!back) return drawn
  return back.tender === 'cash' ? 'wechat' : back.tender
}

function credits(random: Random, staff: ReturnType<typeof onDuty>, net: number): DemoTicket['credits'] {
  const first = staff[random.weighted(staff.map((s) => s.skill))]!
  if (staff.length < 2 || !random.chance(0.09)) return [{ person: first.person, share: 1_000_000, net }]
  const others = staff.filter((s) => s.person !== first.person)
  if (others.length === 0) return [{ person: first.person, share: 1_000_000, net }]
  const second = random.pick(others)
  const part = Math.round(net * 0.6)
  return [
    { person: first.person, share: 600_000, net: part },
    { person: second.person, share: 400_000, net: net - part },
  ]
}

/** A return takes back the credit of those who had the sale. */
function creditsLike(sold: DemoTicket, net: number): DemoTicket['credits'] {
  if (sold.credits.length === 1) return [{ ...sold.credits[0]!, net }]
  const part = Math.round(net * 0.6)
  return [
    { ...sold.credits[0]!, net: part },
    { ...sold.credits[1]!, net: net - part },
  ]
}

/** The days of the history, oldest first. */
export const historyDays = (today: Day, days: number): Day[] =>
  Array.from({ length: days + 1 }, (_, i) => addDays(today, i - days))
