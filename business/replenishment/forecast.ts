import { negativeBinomial } from './distribution.ts'
import { FeatureMaker, featureCount } from './features.ts'
import type { Distribution, SalesPanel } from './shape.ts'
import { type Boosted, type BoostSettings, boost } from './trees.ts'

export interface ForecastSettings {
  readonly boost: BoostSettings
  /** Weeks after which a week of history counts half. */
  readonly halfLife: number
  /** Origins teach a model every so many weeks. */
  readonly stride: number
  /** First week that teaches as an origin. */
  readonly firstOrigin: number
  /** Models fitted to different weeks and averaged. */
  readonly models: number
  /** Dispersion: pull of a series' own to that of series of its size, in units of expected sales. */
  readonly dispersionPull: number
  readonly dispersionScale: number
  /** Weeks after which the model is fitted anew while weeks go by. */
  readonly refitEvery: number
  /**
   * Holding costs more than a week's rate, since what is left over after a wrong forecast stays for weeks: factor
   * 1 + always + slow / (1 + expected sales).
   */
  readonly caution: { readonly always: number; readonly slow: number }
}

export interface Forecaster {
  /** Distribution of the sales of a week, `ahead` weeks after the close of `week`, and its mean. */
  demand(series: number, week: number, ahead: number): { mean: number; chances: Distribution }
  usual(series: number, week: number, count: number): { weeksIn: number; rate: number }
}

/**
 * One model over all series, taught by weeks up to `until` only; afterwards it reads later weeks as they close (no
 * new lesson). `horizon` weeks ahead at most.
 */
export function fitForecaster(
  panel: SalesPanel,
  until: number,
  horizon: number,
  settings: ForecastSettings,
  random: () => number,
): Forecaster {
  const maker = new FeatureMaker(panel)
  const models: Boosted[] = []
  for (let m = 0; m < settings.models; m++)
    models.push(fitOnce(panel, maker, until, horizon, settings, m, random))
  const row = new Float64Array(featureCount)
  const meanOf = (i: number, week: number, ahead: number): number => {
    const base = maker.row(i, week, ahead, row, 0)
    const lift = models.length === 0 ? 0 : models.reduce((sum, m) => sum + m.predict(row), 0) / models.length
    return Math.exp(base + lift)
  }

  // Residuals of the last year, at the horizon that orders are made for.
  const spread = dispersions(panel, until, horizon, settings, meanOf)
  return {
    usual: (i, week, count) => maker.usual(i, week, count),
    demand(i, week, ahead) {
      const mean = meanOf(i, week, ahead)
      return { mean, chances: negativeBinomial(mean, spread.of(i, mean)) }
    },
  }
}

/**
 * One model. Each takes other weeks as origins: what a single week did to the whole chain is then learned by some of
 * the models only, and averaged out.
 */
function fitOnce(
  panel: SalesPanel,
  maker: FeatureMaker,
  until: number,
  horizon: number,
  settings: ForecastSettings,
  phase: number,
  random: () => number,
): Boosted {
  const wide = panel.weeks.length
  const lessons: { i: number; week: number; ahead: number }[] = []
  for (let week = until - 1 - phase; week >= settings.firstOrigin; week -= settings.stride)
    for (let ahead = 1; ahead <= horizon && week + ahead <= until; ahead++)
      for (let i = 0; i < panel.series.length; i++)
        if (panel.inStock[i * wide + week + ahead] && maker.usual(i, week, 13).weeksIn >= 3)
          lessons.push({ i, week, ahead })
  const features = new Float64Array(lessons.length * featureCount)
  const offset = new Float64Array(lessons.length)
  const target = new Float64Array(lessons.length)
  const weight = new Float64Array(lessons.length)
  for (const [r, { i, week, ahead }] of lessons.entries()) {
    offset[r] = maker.row(i, week, ahead, features, r * featureCount)
    target[r] = panel.sales[i * wide + week + ahead]!
    weight[r] = 0.5 ** ((until - week) / settings.halfLife)
  }
  return boost(features, featureCount, target, offset, weight, settings.boost, random)
}

interface Spread {
  of(series: number, mean: number): number
}

function dispersions(
  panel: SalesPanel,
  until: number,
  horizon: number,
  { dispersionPull, dispersionScale, firstOrigin }: ForecastSettings,
  meanOf: (i: number, week: number, ahead: number) => number,
): Spread {
  const wide = panel.weeks.length
  const own: { excess: number; square: number }[] = []
  const bands = Array.from({ length: 12 }, () => ({ excess: 0, square: 0 }))
  const bandOf = (mean: number): number => Math.max(0, Math.min(11, Math.floor(2 * Math.log2(mean * 4))))
  for (let i = 0; i < panel.series.length; i++) {
    const at = { excess: 0, square: 0 }
    for (let week = until; week > until - 52 && week - horizon >= firstOrigin; week--) {
      if (!panel.inStock[i * wide + week]) continue
      const mean = meanOf(i, week - horizon, horizon)
      const sold = panel.sales[i * wide + week]!
      const excess = (sold - mean) ** 2 - mean
      at.excess += excess
      at.square += mean ** 2
      const band = bands[bandOf(mean)]!
      band.excess += excess
      band.square += mean ** 2
    }
    own.push(at)
  }
  const overall =
    bands.reduce((sum, b) => sum + Math.max(0, b.excess), 0) /
    Math.max(
      1,
      bands.reduce((s, b) => s + b.square, 0),
    )
  const ofBand = bands.map((b) => Math.max(0, (b.excess + overall * 20) / (b.square + 20)))
  return {
    of(i, mean) {
      const { excess, square } = own[i]!
      const prior = ofBand[bandOf(mean)]!
      return Math.max(0.01, (excess + prior * dispersionPull) / (square + dispersionPull)) * dispersionScale
    },
  }
}
