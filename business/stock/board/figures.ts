import type { Language, Sentence } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import { runLength } from '../../goods/rules.ts'
import { activeSkuRate, brokenSizeRate, sellThroughRate, weeksOfSupply } from './rules.ts'
import { type StockFacts, weeks } from './shape.ts'
import { figureWords as w } from './words.ts'

/** The one place where the figures of stock are defined; board, report and file read it. A change of meaning raises its version. */
export const figures = {
  sellThroughRate: {
    of: sellThroughRate,
    unit: 'percent',
    above: [w.soldUnits, (f: StockFacts) => f.sold],
    below: [w.receivedUnits, (f: StockFacts) => f.received],
    version: '1',
  },
  weeksOfSupply: {
    of: weeksOfSupply,
    unit: 'weeks',
    above: [w.onHand, (f: StockFacts) => f.onHand],
    below: [w.weeklyUnits, (f: StockFacts) => f.pace],
    version: '1',
  },
  activeSkuRate: {
    of: activeSkuRate,
    unit: 'percent',
    above: [w.activeShades, (f: StockFacts) => f.active],
    below: [w.presentShades, (f: StockFacts) => f.present],
    version: '1',
  },
  brokenSizeRate: {
    of: brokenSizeRate,
    unit: 'percent',
    above: [w.brokenShades, (f: StockFacts) => f.broken],
    below: [w.stockedShades, (f: StockFacts) => f.inStock],
    version: '1',
  },
} as const satisfies Record<
  string,
  {
    of: (f: StockFacts) => number | undefined
    unit: 'percent' | 'weeks'
    above: readonly [Sentence, (f: StockFacts) => number]
    below: readonly [Sentence, (f: StockFacts) => number]
    version: string
  }
>
export type FigureCode = keyof typeof figures
export const figureCodes = Object.keys(figures) as FigureCode[]

const facts = { weeks, run: runLength }
export const figureName = (code: FigureCode, language: Language): string => say(w[code], language, facts)
export const shown = (value: number | undefined, unit: 'percent' | 'weeks'): string =>
  value === undefined ? '—' : unit === 'percent' ? `${(value * 100).toFixed(1)}%` : value.toFixed(1)
const counted = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** The card behind a figure: its definition, what it is divided from, what counts. */
export function explained(code: FigureCode, of: StockFacts, language: Language) {
  const { above, below, version } = figures[code]
  return {
    definition: say(w[`${code}Is`], language, facts),
    numerator: { label: say(above[0], language), value: counted(above[1](of)) },
    denominator: { label: say(below[0], language), value: counted(below[1](of)) },
    rows: [{ label: say(w.leftOut, language), value: say(w[`${code}Not`], language, facts) }],
    version,
  }
}
export const figureOf = (code: FigureCode, of: StockFacts): string =>
  shown(figures[code].of(of), figures[code].unit)
