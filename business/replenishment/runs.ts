import { type Day, daysBetween } from '../../platform/kinds/day.ts'
import { seeded } from '../../platform/kinds/random.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { ForecastSettings } from './forecast.ts'
import { fitForecaster } from './forecast.ts'
import { type GameResult, leadWeeks, type Policy, playGame } from './game.ts'
import { coverPolicy, enginePolicy, proposeOrders } from './policies.ts'
import { costs, seed, settings } from './settings.ts'
import type { OrderProposal, SalesPanel, StockPosition } from './shape.ts'
import type { WeekFolder } from './week-files.ts'

export type RunRefusal = Refusal<'weekUnknown' | 'weeksBeyond' | 'tooShort'>
/** A year to know a season by, and the weeks that an average needs. */
export const leastWeeks = 70
const warmUp = 12

export interface Planned {
  readonly week: Day
  readonly orders: readonly OrderProposal[]
}

/** The orders after the close of a week: the last week known, unless another is named. */
export function planOrders(folder: WeekFolder, asked: Day | undefined): Planned | RunRefusal {
  const { panel } = folder
  const week = asked === undefined ? panel.weeks.length - 1 : panel.weeks.indexOf(asked)
  if (week === -1) return unknownWeek(panel, asked!)
  if (week + 1 < leastWeeks) return refuse('tooShort', { weeks: week + 1, least: leastWeeks })
  const forecaster = fitForecaster(panel, week, leadWeeks, settings, seeded(seed))
  const positions = positionAfter(folder, week)
  return {
    week: panel.weeks[week]!,
    orders: proposeOrders(forecaster, { panel, week, positions }, costs, settings),
  }
}

export interface Simulated extends GameResult {
  /** The week after whose close the first order was made. */
  readonly start: Day
  /** True when the stock at the start is recorded, false when it had to be made. */
  readonly isRecorded: boolean
}

/** Plays `weeks` weeks from a week on. The week of the recorded stock itself means: from its close. */
export function simulate(
  folder: WeekFolder,
  from: Day,
  weeks: number,
  policy: Policy = enginePolicy(folder.panel, costs, settings, seed),
): Simulated | RunRefusal {
  const { panel } = folder
  const isClose = from === folder.positionWeek
  const first = isClose ? panel.weeks.indexOf(from) + 1 : weekAt(panel, from)
  if (first < 1 || first > panel.weeks.length) return unknownWeek(panel, from)
  const left = panel.weeks.length - first
  if (weeks > left) return refuse('weeksBeyond', { week: from, left, weeks })
  if (first < leastWeeks) return refuse('tooShort', { weeks: first, least: leastWeeks })
  const start = positionAfter(folder, first - 1)
  const result = playGame(panel, start, policy, { from: first, weeks, costs })
  return {
    ...result,
    start: panel.weeks[first - 1]!,
    isRecorded: folder.positionWeek === panel.weeks[first - 1],
  }
}

/**
 * Where the stock stands after a week: as recorded; or rolled on from the record with the engine's own orders; or,
 * before any record, made by twelve weeks of ordering up to four weeks of sales.
 */
export function positionAfter({ panel, position, positionWeek }: WeekFolder, week: number): StockPosition[] {
  const recorded = positionWeek === null ? -1 : panel.weeks.indexOf(positionWeek)
  if (position && recorded === week) return [...position]
  const isLater = position !== null && recorded !== -1 && recorded < week
  const first = isLater ? recorded : Math.max(0, week - warmUp)
  let at: StockPosition[] = isLater
    ? [...position]
    : panel.series.map(() => ({ onHand: 3, arriving: [1, 1] }))
  const policy = isLater ? enginePolicy(panel, costs, settings, seed) : coverPolicy()
  for (let closed = first; closed < week; closed++) {
    const orders = policy({ panel, week: closed, positions: at })
    at = at.map(({ onHand, arriving }, i) => {
      const shelf = onHand + (arriving[0] ?? 0)
      const sold = Math.min(shelf, panel.sales[i * panel.weeks.length + closed + 1]!)
      return { onHand: shelf - sold, arriving: [...arriving.slice(1), orders[i]!] }
    })
  }
  return at
}

export interface WindowResult {
  readonly week: Day
  readonly engine: GameResult
  readonly cover: GameResult
}

/** Games of eight weeks from each start week, the engine taught by what was known then only. */
export function backtest(
  panel: SalesPanel,
  starts: readonly number[],
  tried: ForecastSettings = settings,
  tell: (result: WindowResult) => void = () => undefined,
): WindowResult[] {
  return starts.map((closed) => {
    const folder = { panel, position: null, positionWeek: null }
    const start = positionAfter(folder, closed)
    const frame = { from: closed + 1, weeks: 8, costs }
    const result = {
      week: panel.weeks[closed]!,
      engine: playGame(panel, start, enginePolicy(panel, costs, tried, seed), frame),
      cover: playGame(panel, start, coverPolicy(), frame),
    }
    tell(result)
    return result
  })
}

/** Start weeks of a back-test: eight, spread over the last 57 weeks that leave eight to play and a year to learn. */
export function startsOf(panel: SalesPanel): number[] {
  const last = panel.weeks.length - 9
  return [-48, -44, -36, -28, -20, -12, -4, 0]
    .map((back) => last + back)
    .filter((week) => week + 1 >= leastWeeks)
}

function weekAt(panel: SalesPanel, from: Day): number {
  const days = daysBetween(panel.weeks[0]!, from)
  return days % 7 === 0 ? days / 7 : -1
}
const unknownWeek = (panel: SalesPanel, week: Day): RunRefusal =>
  refuse('weekUnknown', { week, first: panel.weeks[0]!, last: panel.weeks.at(-1)! })
