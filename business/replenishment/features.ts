import type { SalesPanel } from './shape.ts'

/** Names of the features, in their order in a row. */
export const featureNames = [
  'ahead',
  'level',
  ...['1', '2', '4', '8', '13', '26', '52'].map((w) => `own${w}`),
  'ownYear',
  'ownYearRaw',
  'ownTwoYears',
  'allYear',
  'departmentYear',
  'groupYear',
  'productYear',
  'storeYear',
  'groupYearRaw',
  'productYearRaw',
  'product1',
  'product4',
  'group4',
  'store4',
  'all4',
  'product13',
  'growth',
  'allYearRaw',
  'allYoy',
  'groupYoy',
  'productYoy',
  'ownYoy',
  'allTwoYears',
  'groupTwoYears',
  'zeros',
  'spread',
  'highest',
  'inStock',
  'age',
  'stores',
  'department',
  'format',
  'group',
] as const
export const featureCount = featureNames.length

/** Sums over series that belong together, week by week, as running totals: in stock only. */
class Totals {
  private readonly sold: Float64Array
  private readonly there: Float64Array
  private readonly wide: number
  constructor(panel: SalesPanel, members: readonly number[]) {
    this.wide = panel.weeks.length
    this.sold = new Float64Array(this.wide + 1)
    this.there = new Float64Array(this.wide + 1)
    for (let w = 0; w < this.wide; w++) {
      let [sold, there] = [0, 0]
      for (const i of members) {
        if (!panel.inStock[i * this.wide + w]) continue
        sold += panel.sales[i * this.wide + w]!
        there += 1
      }
      this.sold[w + 1] = this.sold[w]! + sold
      this.there[w + 1] = this.there[w]! + there
    }
  }
  /** Pieces a week and series over weeks [from, to], pulled to `prior` with the weight of so many weeks of a series. */
  rate(from: number, to: number, prior: number, weight: number): number {
    const a = Math.max(0, from)
    const b = Math.min(this.wide - 1, to)
    if (b < a) return prior
    const there = this.there[b + 1]! - this.there[a]!
    return (this.sold[b + 1]! - this.sold[a]! + prior * weight) / (there + weight)
  }
  weeksIn(from: number, to: number): number {
    const a = Math.max(0, from)
    const b = Math.min(this.wide - 1, to)
    return b < a ? 0 : this.there[b + 1]! - this.there[a]!
  }
  /** First week with the shelf not empty. */
  first(): number {
    return this.there.findIndex((n) => n > 0) - 1
  }
}

/** Lays out what is known of each series when a week has closed; reads nothing after that week. */
export class FeatureMaker {
  private readonly own: Totals[]
  private readonly of: {
    all: Totals
    product: Totals[]
    store: Totals[]
    group: Totals[]
    department: Totals[]
  }
  private readonly storesOf: number[]
  private readonly codes: { department: number[]; format: number[]; group: number[] }
  private readonly panel: SalesPanel

  constructor(panel: SalesPanel) {
    this.panel = panel
    const { series } = panel
    this.own = series.map((_, i) => new Totals(panel, [i]))
    const grouped = (key: (i: number) => string): { totals: Totals[]; sizes: number[] } => {
      const members = new Map<string, number[]>()
      for (const i of series.keys()) members.set(key(i), [...(members.get(key(i)) ?? []), i])
      const totals = new Map([...members].map(([k, list]) => [k, new Totals(panel, list)]))
      return {
        totals: series.map((_, i) => totals.get(key(i))!),
        sizes: series.map((_, i) => members.get(key(i))!.length),
      }
    }
    const product = grouped((i) => series[i]!.product)
    this.storesOf = product.sizes
    this.of = {
      all: new Totals(panel, [...series.keys()]),
      product: product.totals,
      store: grouped((i) => series[i]!.store).totals,
      group: grouped((i) => series[i]!.attributes[0] ?? '').totals,
      department: grouped((i) => series[i]!.attributes[2] ?? '').totals,
    }
    const code = (at: number): number[] => series.map((s) => Number(s.attributes[at] ?? 0) || 0)
    this.codes = { department: code(2), format: code(5), group: code(0) }
  }

  /** Weeks in stock among the last `count`, and the pieces sold a week in them. */
  usual(i: number, week: number, count: number): { weeksIn: number; rate: number } {
    return {
      weeksIn: this.own[i]!.weeksIn(week - count + 1, week),
      rate: this.own[i]!.rate(week - count + 1, week, 0, 1e-9),
    }
  }

  /**
   * Writes the row of series i for the week `ahead` weeks after `week`, and answers the offset: the logarithm of the
   * series' level × the season as products like it have had it a year before.
   */
  row(i: number, week: number, ahead: number, into: Float64Array, at: number): number {
    const own = this.own[i]!
    const { all, product, store, group, department } = this.of
    const slow = own.rate(week - 51, week, all.rate(week - 51, week, 1, 1) * 0.5, 2)
    const middle = own.rate(week - 25, week, slow, 4)
    const fast = own.rate(week - 7, week, middle, 4)
    const level = Math.max(0.02, 0.3 * slow + 0.35 * middle + 0.35 * fast)
    const target = week + ahead

    // How sales then, a year before the target, stood to the quarter before them.
    const season = (t: Totals, years: number, smooth: number, prior: number, weight: number): number => {
      const [then, now] = [target - 52 * years, week - 52 * years]
      if (now < 8) return prior
      const base = t.rate(now - 12, now, level, 0.5)
      return t.rate(then - smooth, then + smooth, base * prior, weight) / base
    }
    const allYear = season(all, 1, 1, 1, 1)
    const departmentYear = season(department[i]!, 1, 1, allYear, 12)
    const groupYear = season(group[i]!, 1, 1, departmentYear, 12)
    const productYear = season(product[i]!, 1, 1, groupYear, 8)
    const ownYear = season(own, 1, 1, productYear, 8)
    const near = own.rate(week - 12, week, slow, 2)
    let k = at
    const put = (value: number): void => {
      into[k++] = value
    }
    put(ahead)
    put(Math.log(level))
    for (const w of [1, 2, 4, 8, 13, 26, 52]) put(Math.log(own.rate(week - w + 1, week, level, 1) / level))
    put(Math.log(ownYear))
    put(Math.log(season(own, 1, 0, productYear, 4)))
    put(Math.log(season(own, 2, 1, 1, 4)))
    put(Math.log(allYear))
    put(Math.log(departmentYear))
    put(Math.log(groupYear))
    put(Math.log(productYear))
    put(Math.log(season(store[i]!, 1, 1, allYear, 12)))
    put(Math.log(season(group[i]!, 1, 0, groupYear, 8)))
    put(Math.log(season(product[i]!, 1, 0, productYear, 6)))
    const trend = (t: Totals, short: number): number => {
      const long = t.rate(week - 25, week, level, 1)
      return Math.log(t.rate(week - short + 1, week, long, 2) / long)
    }
    put(trend(product[i]!, 1))
    put(trend(product[i]!, 4))
    put(trend(group[i]!, 4))
    put(trend(store[i]!, 4))
    put(trend(all, 4))
    put(trend(product[i]!, 13))
    put(Math.log(own.rate(week - 12, week, level, 2) / own.rate(week - 64, week - 52, level, 2)))
    put(Math.log(season(all, 1, 0, 1, 1)))
    // Last year's week of the target, raised by how the last eight weeks stand to the same eight a year ago.
    const yoy = (t: Totals, weight: number): number => {
      const then = t.rate(target - 53, target - 51, level, weight)
      const grown = t.rate(week - 7, week, level, weight) / t.rate(week - 59, week - 52, level, weight)
      return week < 60 ? 0 : Math.log((then * grown) / t.rate(week - 12, week, level, weight))
    }
    put(yoy(all, 1))
    put(yoy(group[i]!, 6))
    put(yoy(product[i]!, 6))
    put(yoy(own, 6))
    put(Math.log(season(all, 2, 1, 1, 1)))
    put(Math.log(season(group[i]!, 2, 1, 1, 12)))
    const { zeros, spread, highest } = this.shape(i, week)
    put(zeros)
    put(spread)
    put(highest / level)
    put(own.weeksIn(week - 12, week) / 13)
    put(Math.max(-1, Math.min(104, week - own.first())))
    put(this.storesOf[i]!)
    put(this.codes.department[i]!)
    put(this.codes.format[i]!)
    put(this.codes.group[i]!)
    return (
      Math.log(Math.max(0.02, 0.5 * level + 0.5 * near)) + Math.log(0.5 * productYear + 0.5 * ownYear) * 0.8
    )
  }

  /** Share of weeks without a sale, spread of the others, the highest: of half a year in stock. */
  private shape(i: number, week: number): { zeros: number; spread: number; highest: number } {
    const wide = this.panel.weeks.length
    let [there, none, sum, squares, highest] = [0, 0, 0, 0, 0]
    for (let w = Math.max(0, week - 25); w <= week; w++) {
      if (!this.panel.inStock[i * wide + w]) continue
      const sold = this.panel.sales[i * wide + w]!
      there += 1
      if (sold === 0) none += 1
      sum += sold
      squares += sold ** 2
      highest = Math.max(highest, sold)
    }
    const mean = sum / Math.max(1, there)
    const variance = Math.max(0, squares / Math.max(1, there) - mean ** 2)
    return { zeros: none / Math.max(1, there), spread: Math.sqrt(variance) / (mean + 0.5), highest }
  }
}
