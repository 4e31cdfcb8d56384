import { type certain, negativeBinomial } from './distribution.ts'
import { sizeOrder } from './order.ts'
import { costs, settings } from './settings.ts'
import type { ShopJob, ShopOrder, ShopShade, ShopSize, SizeOrder, SlowFacts, SlowHint } from './shop-shape.ts'

/** Raised with every change of what follows, and kept with each proposal. */
export const shopEngine = 'shop-2'

/** Days of trade elsewhere that weigh as much as the shop’s own, and of the style-colour against a size’s own. */
const [elsewhereWeight, shadeWeight] = [7, 14]
/** A size nobody has sold yet is not one that nobody wants. */
const shareFloor = 1
const dispersion = 0.3
/** The order comes within a week, and the next one a week after it. */
const coverWeeks = 1
/** A style-colour is shown with all its core sizes for so long after its launch. */
const shownDays = 120
/** What has been out for so long is reordered only where the warehouse is known to have some: nobody makes it any more. */
const madeDays = 180
export const slowFrom = { cover: 12, age: 42, daysIn: 7 } as const
/** What a manager can go through on her phone between two customers. */
const [mostShades, mostSlow] = [24, 6]

/**
 * A shop’s weekly order. Sales of days in stock only tell the demand: of a style-colour first, since single sizes sell too
 * seldom, then of its sizes by their share; what other stores of the area sell steadies both. The size of an order is the
 * engine’s own: the fewest pieces with which the shelf runs short with less than the critical chance.
 */
export function orderForShop(job: ShopJob): ShopOrder {
  const shares = sharesOf(job)
  const usual = sum(job.shades, (s) => sum(s.sizes, soldOf)) / Math.max(1, job.shades.length * job.days)
  const seen = job.shades.map((shade) => seeShade(job, shade, shares, usual))
  const slow = seen
    .filter((s) => s.isSlow)
    .sort((a, b) => b.facts.onHand - a.facts.onHand || (a.shade.color < b.shade.color ? -1 : 1))
  const wanted = seen
    .filter((s) => !s.isSlow)
    .map((s) => ({ shade: s.shade, sizes: orderSizes(job, s) }))
    .filter((s) => s.sizes.some((z) => z.pieces + z.reason.lacking > 0))
    .sort((a, b) => urgency(b.sizes) - urgency(a.sizes))
  return {
    shades: wanted
      .slice(0, mostShades)
      .map(({ shade, sizes }) => ({ style: shade.style, color: shade.color, sizes })),
    slow: slow
      .slice(0, mostSlow)
      .map(({ shade, facts }) => ({ style: shade.style, color: shade.color, facts })),
  }
}

interface SeenSize {
  readonly size: ShopSize
  readonly share: number
  readonly sold: number
  readonly daysIn: number
}
interface SeenShade {
  readonly shade: ShopShade
  readonly sizes: readonly SeenSize[]
  /** Pieces a day while all sizes are there. */
  readonly daily: number
  readonly isSlow: boolean
  readonly facts: SlowFacts
}

/** `usual`: pieces a day of any style-colour in this shop, for what no other store sells. */
function seeShade(
  job: ShopJob,
  shade: ShopShade,
  shares: ReadonlyMap<string, number>,
  usual: number,
): SeenShade {
  const weights = shade.sizes.map((s) => shares.get(`${shade.category}\n${s.size}`) ?? shareFloor)
  const all = weights.reduce((a, b) => a + b, 0)
  const sizes = shade.sizes.map((size, i) => ({
    size,
    share: weights[i]! / all,
    sold: soldOf(size),
    daysIn: daysInStock(size, job.days),
  }))
  const sold = sum(sizes, (s) => s.sold)
  const exposed = sum(sizes, (s) => s.share * s.daysIn)
  const daily = (sold + elsewhereWeight * (shade.elsewhere ?? usual)) / (exposed + elsewhereWeight)
  const onHand = sum(shade.sizes, (s) => Math.max(0, s.onHand))
  const cover = sold > 0 ? onHand / (7 * (sold / Math.max(1, exposed))) : null
  const daysIn = Math.max(0, ...sizes.map((s) => s.daysIn))
  const isSlow =
    onHand >= 2 &&
    daysIn >= slowFrom.daysIn &&
    shade.age >= slowFrom.age &&
    (cover === null || cover > slowFrom.cover)
  const elsewhere = shade.elsewhere === null ? null : shade.elsewhere * 7
  const facts = {
    onHand,
    sold,
    days: job.days,
    age: shade.age,
    cover: cover === null ? null : round(cover),
    sellThrough: sold + onHand > 0 ? round(sold / (sold + onHand)) : 0,
    elsewhere: elsewhere === null ? null : round(elsewhere),
  }
  return { shade, sizes, daily, isSlow, facts: { ...facts, hint: hintFor(facts, job.days) } }
}

/** Where others sell it well it goes there; what has hung for half a season is marked down; else it is first shown better. */
function hintFor(facts: Omit<SlowFacts, 'hint'>, days: number): SlowHint {
  const own = (facts.sold / days) * 7
  if (facts.elsewhere !== null && facts.elsewhere >= 0.5 && facts.elsewhere >= 2 * own) return 'transfer'
  return facts.age >= 84 ? 'markdown' : 'front'
}

function orderSizes(job: ShopJob, { shade, sizes, daily, facts }: SeenShade): SizeOrder[] {
  const season = job.season[shade.category] ?? 1
  return sizes.map(({ size, share, sold, daysIn }) => {
    const rate = (sold + daily * share * shadeWeight) / (daysIn + shadeWeight)
    const weekly = rate * 7 * season
    const free = Math.max(0, size.onHand - size.held)
    const lasting = weekly * coverWeeks
    const holding = costs.holding * (1 + settings.caution.slow / (1 + lasting))
    const demand = [negativeBinomial(weekly, dispersion), negativeBinomial(lasting, dispersion)]
    const position = { onHand: free, arriving: [size.onTheWay] }
    const sized = sizeOrder(position, demand, { ...costs, holding })
    const isShown =
      facts.sold > 0 && shade.age <= shownDays && size.isCore && size.onHand + size.onTheWay <= 0
    const isOver = size.depot === null && shade.age > madeDays
    const wanted = isOver ? 0 : Math.max(sized.pieces, isShown ? 1 : 0)
    const pieces = size.depot === null ? wanted : Math.min(wanted, Math.max(0, size.depot))
    const reason = {
      sold,
      daysIn,
      days: job.days,
      onHand: size.onHand,
      held: size.held,
      onTheWay: size.onTheWay,
      depot: size.depot,
      isCore: size.isCore,
      weekly: round(weekly),
      shortWithout: round(sized.shortWithout),
      shortWith: round(pieces === sized.pieces ? sized.shortWith : shortWith(position, demand, pieces)),
      aim: wanted === 0 ? ('none' as const) : sized.pieces > 0 ? ('demand' as const) : ('display' as const),
      lacking: wanted - pieces,
    }
    return { sku: size.sku, pieces, reason }
  })
}

/** Chance of running short with other pieces than the engine’s own: as if they were on their way already. */
function shortWith(
  { onHand, arriving }: { onHand: number; arriving: readonly number[] },
  demand: readonly ReturnType<typeof certain>[],
  pieces: number,
): number {
  // They come for the second stretch: what the first one leaves, and then they.
  return sizeOrder({ onHand, arriving: [arriving[0] ?? 0, pieces] }, demand, costs).shortWithout
}

/** Pieces sold of each size of a category in this shop, none of them nothing: in what proportion sizes are asked for. */
function sharesOf({ shades }: ShopJob): Map<string, number> {
  const sold = new Map<string, number>()
  for (const { category, sizes } of shades)
    for (const s of sizes) {
      const key = `${category}\n${s.size}`
      sold.set(key, (sold.get(key) ?? (s.isCore ? 2 * shareFloor : shareFloor)) + soldOf(s))
    }
  return sold
}

/** Of closed days: today is not over. */
const soldOf = ({ moves }: ShopSize): number =>
  Math.max(
    0,
    sum(moves, (m) => (m.back < 0 ? 0 : m.sold)),
  )

/** Days on which a piece could be bought: one lay there when the day began or ended, or was sold. */
export function daysInStock({ onHand, moves }: Pick<ShopSize, 'onHand' | 'moves'>, days: number): number {
  const of = new Map(moves.map((m) => [m.back, m]))
  // What has moved since the last closed day is of today.
  let end = onHand - sum(moves, (m) => (m.back < 0 ? m.net : 0))
  let count = 0
  for (let back = 0; back < days; back++) {
    const moved = of.get(back)
    const start = end - (moved?.net ?? 0)
    if (start > 0 || end > 0 || (moved?.sold ?? 0) > 0) count += 1
    end = start
  }
  return count
}

/** Pieces that will be asked for and not be there: gaps in what sells stand first. */
const urgency = (sizes: readonly SizeOrder[]): number =>
  sum(sizes, ({ pieces, reason: r }) => {
    const free = Math.max(0, r.onHand - r.held) + r.onTheWay
    return Math.max(0, r.weekly * (1 + coverWeeks) - free) + (pieces > 0 ? 0.01 : 0)
  })
const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((n, one) => n + of(one), 0)
const round = (n: number): number => Math.round(n * 1000) / 1000
