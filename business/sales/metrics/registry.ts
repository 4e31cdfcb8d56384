import type { Money } from '../../../platform/kinds/money.ts'
import { cents, portion } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { TradeFacts } from './facts.ts'
import { metricDefinitions, metricExclusions, metricNames, metricNotes, termWords } from './words.ts'

/** The one place where a figure of sales is defined; every screen, report and export reads it. */
export type MetricCode = keyof typeof metricNames

/**
 * money: whole cents. count: whole pieces, tickets, people. ratio: a plain multiple (连带率 1.86).
 * percent: 0.85 shown as 85 %. discount: 0.85 shown as 8.5折. growth: percent with a sign.
 */
export type Unit = 'money' | 'count' | 'ratio' | 'percent' | 'discount' | 'growth' | 'quantity'

interface Term {
  readonly label: Sentence
  readonly unit: Unit
  readonly of: (facts: TradeFacts) => number | undefined
}

export interface Metric {
  readonly unit: Unit
  readonly numerator: Term
  /** None for a plain amount. */
  readonly denominator?: Term
  /** Raised whenever the definition changes, so that an old figure can be told from a new one. */
  readonly version: number
  /** Below this denominator a store takes no rank: chance would decide it. */
  readonly leastToRank?: number
  readonly doubt?: (facts: TradeFacts) => Sentence | undefined
}

const term = (label: Sentence, unit: Unit, of: Term['of']): Term => ({ label, unit, of })
const difference = (a: Money | undefined, b: Money | undefined): Money | undefined =>
  a === undefined || b === undefined ? undefined : cents(a - b)
const share = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined || b <= 0 ? undefined : a / b

const netSales = term(termWords.netSales, 'money', (f) => f.netSales)
const target = term(termWords.target, 'money', (f) => f.target)
const saleTickets = term(termWords.saleTickets, 'count', (f) => f.saleTickets)
const netUnits = term(termWords.netUnits, 'count', (f) => f.netUnits)
const traffic = term(termWords.traffic, 'count', (f) => f.traffic)
const countedTickets = term(termWords.countedTickets, 'count', (f) => f.countedTickets ?? f.saleTickets)
const taggedSales = (f: TradeFacts): Money | undefined => f.taggedSales ?? f.netSales
const tagValue = term(termWords.tagValue, 'money', (f) => f.tagValue)

export const metrics: Readonly<Record<MetricCode, Metric>> = {
  netSales: { unit: 'money', numerator: netSales, version: 1 },
  achievementRate: { unit: 'percent', numerator: netSales, denominator: target, version: 1 },
  pace: {
    unit: 'percent',
    numerator: term(termWords.achievedShare, 'percent', (f) => share(f.netSales, f.target)),
    denominator: term(termWords.elapsedShare, 'percent', (f) => share(f.elapsedWeight, f.totalWeight)),
    version: 1,
  },
  saleTickets: { unit: 'count', numerator: saleTickets, version: 1 },
  netUnits: { unit: 'count', numerator: netUnits, version: 1 },
  averageTransactionValue: {
    unit: 'money',
    numerator: netSales,
    denominator: saleTickets,
    version: 1,
    leastToRank: 30,
  },
  unitsPerTransaction: {
    unit: 'ratio',
    numerator: netUnits,
    denominator: saleTickets,
    version: 1,
    leastToRank: 30,
  },
  averageUnitRetail: {
    unit: 'money',
    numerator: netSales,
    denominator: netUnits,
    version: 1,
    leastToRank: 30,
  },
  traffic: { unit: 'count', numerator: traffic, version: 1 },
  tryOnRate: {
    unit: 'percent',
    numerator: term(termWords.tryOns, 'count', (f) => f.tryOns),
    denominator: traffic,
    version: 1,
    leastToRank: 100,
    doubt: (f) => ((f.tryOns ?? 0) > (f.traffic ?? 0) ? metricNotes.moreTryOnsThanPeople : undefined),
  },
  conversionRate: {
    unit: 'percent',
    numerator: countedTickets,
    denominator: traffic,
    version: 1,
    leastToRank: 100,
    doubt: (f) =>
      (countedTickets.of(f) ?? 0) > (f.traffic ?? 0) ? metricNotes.moreTicketsThanPeople : undefined,
  },
  priceRealization: {
    unit: 'discount',
    numerator: term(termWords.taggedSales, 'money', taggedSales),
    denominator: tagValue,
    version: 1,
  },
  discountRate: {
    unit: 'percent',
    numerator: term(termWords.discount, 'money', (f) => difference(f.tagValue, taggedSales(f))),
    denominator: tagValue,
    version: 1,
  },
  salesPerSquareMeter: {
    unit: 'money',
    numerator: netSales,
    denominator: term(termWords.sellingArea, 'quantity', (f) => f.sellingArea),
    version: 1,
  },
  salesPerHead: {
    unit: 'money',
    numerator: netSales,
    denominator: term(termWords.people, 'quantity', (f) => f.people),
    version: 1,
  },
  salesPerLaborHour: {
    unit: 'money',
    numerator: netSales,
    denominator: term(termWords.laborHours, 'quantity', (f) => f.laborHours),
    version: 1,
  },
  memberSalesShare: {
    unit: 'percent',
    numerator: term(termWords.memberSales, 'money', (f) => f.memberSales),
    denominator: netSales,
    version: 1,
  },
  yearOnYear: {
    unit: 'growth',
    numerator: term(termWords.changeOnLastYear, 'money', (f) => difference(f.netSales, f.lastYear?.netSales)),
    denominator: term(termWords.lastYear, 'money', (f) => f.lastYear?.netSales),
    version: 1,
  },
  periodOnPeriod: {
    unit: 'growth',
    numerator: term(termWords.changeOnPrevious, 'money', (f) => difference(f.netSales, f.previous?.netSales)),
    denominator: term(termWords.previous, 'money', (f) => f.previous?.netSales),
    version: 1,
  },
  sameStoreGrowth: {
    unit: 'growth',
    numerator: term(termWords.changeOfSameStores, 'money', (f) =>
      difference(f.sameStores?.netSales, f.sameStores?.lastYear),
    ),
    denominator: term(termWords.lastYearOfSameStores, 'money', (f) => f.sameStores?.lastYear),
    version: 1,
  },
}
export const metricCodes = Object.keys(metrics) as MetricCode[]

/**
 * The value of a metric: whole cents for money, else a plain number (0.85 for 85 %). No value where a fact is missing
 * or the denominator is not above zero: a rate over nothing is not 0, and growth over a loss means nothing.
 */
export function compute(code: MetricCode, facts: TradeFacts): number | undefined {
  const metric = metrics[code]
  const numerator = metric.numerator.of(facts)
  if (numerator === undefined || !metric.denominator) return numerator
  const denominator = metric.denominator.of(facts)
  if (denominator === undefined || denominator <= 0) return undefined
  return metric.unit === 'money' ? moneyEach(cents(numerator), denominator) : numerator / denominator
}

export interface ExplainedTerm {
  readonly label: Sentence
  readonly unit: Unit
  readonly value: number | undefined
}

/** What the card of a figure shows. */
export interface Explanation {
  readonly code: MetricCode
  readonly name: Sentence
  readonly definition: Sentence
  readonly unit: Unit
  readonly value: number | undefined
  readonly numerator: ExplainedTerm
  readonly denominator?: ExplainedTerm
  readonly excluded: Sentence
  /** What this figure in particular left out, each with its reason. */
  readonly leftOut: readonly { readonly store: string; readonly reason: Sentence; readonly facts: object }[]
  readonly alignment?: NonNullable<TradeFacts['lastYear']>['alignment']
  /** Something that looks wrong in the facts. */
  readonly doubt?: Sentence
  readonly version: number
}

export function explain(code: MetricCode, facts: TradeFacts): Explanation {
  const metric = metrics[code]
  return {
    code,
    name: metricNames[code],
    definition: metricDefinitions[code],
    unit: metric.unit,
    value: compute(code, facts),
    numerator: explained(metric.numerator),
    ...(metric.denominator && { denominator: explained(metric.denominator) }),
    excluded: metricExclusions[code],
    leftOut: code === 'sameStoreGrowth' ? (facts.sameStores?.leftOut ?? []) : [],
    ...(code === 'yearOnYear' && facts.lastYear && { alignment: facts.lastYear.alignment }),
    ...(metric.doubt?.(facts) && { doubt: metric.doubt(facts) }),
    version: metric.version,
  }

  function explained({ label, unit, of }: Term): ExplainedTerm {
    return { label, unit, value: of(facts) }
  }
}

/** Whether the figure stands on enough to be ranked; if not, the sentence and its facts. */
export function tooFewToRank(
  code: MetricCode,
  facts: TradeFacts,
): { reason: Sentence; facts: { count: number; least: number } } | undefined {
  const { denominator, leastToRank: least } = metrics[code]
  const count = denominator?.of(facts) ?? 0
  if (least === undefined || count >= least) return undefined
  return { reason: metricNotes.tooFewToRank, facts: { count, least } }
}

/** Amount per m², head, hour, ticket, in whole cents; the divisor is read to four decimals. */
const moneyEach = (amount: Money, divisor: number): Money | undefined => {
  const parts = Math.round(divisor * 10_000)
  return parts > 0 ? portion(amount, 10_000, parts) : undefined
}
