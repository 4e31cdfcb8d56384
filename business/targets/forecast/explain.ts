import { addDays, firstDay, monthFrom } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import { yearShare } from './calendar.ts'
import { featureNames } from './features.ts'
import type { ForecastModel } from './ridge.ts'
import { forecastWords, monthWords, percentText, weekdayWords } from './words.ts'

/** One effect as a manager reads it: "周六 +38%" against an ordinary weekday; a promotion against none. */
export interface Effect {
  readonly feature: string
  readonly name: Sentence
  /** Percent of an ordinary day's sales, 38 for +38 %. */
  readonly percent: number
  readonly sentence: Sentence
}
export interface Coefficients {
  readonly features: readonly string[]
  readonly values: Float64Array
  /** Where 0, the feature was never seen to vary and is not explained. */
  readonly seen: Float64Array
}

/** The effects of one store, or without a store those shared by all. Undefined for a store that taught nothing. */
export function coefficientsOf(model: ForecastModel, store?: string): Coefficients | undefined {
  const values = store === undefined ? model.pooled : model.stores.get(store)?.coefficients
  return values && { features: model.features, values, seen: model.seen }
}

/**
 * Weekdays are compared with the mean of Monday to Friday, promotions include their weekday's own part,
 * the sine pairs are read out month by month, the trend is a year's.
 */
export function explain(coefficients: Coefficients): Effect[] {
  const { features, values, seen } = coefficients
  const position = new Map(features.map((code, i) => [code, i]))
  const value = (code: string): number => values[position.get(code) ?? -1] ?? 0
  const wasSeen = (code: string): boolean => (seen[position.get(code) ?? -1] ?? 0) > 0

  const effects: Effect[] = []
  const tell = (feature: string, name: Sentence, log: number) => effects.push(effect(feature, name, log))

  const workdays = [1, 2, 3, 4, 5].filter((w) => wasSeen(`weekday${w}`))
  const ordinary = mean(workdays.map((w) => value(`weekday${w}`)))
  weekdayWords.forEach((name, i) => {
    if (wasSeen(`weekday${i + 1}`)) tell(`weekday${i + 1}`, name, value(`weekday${i + 1}`) - ordinary)
  })
  const promoted = [1, 2, 3, 4, 5, 6, 7].filter((w) => wasSeen(`promotionOn${w}`))
  if (wasSeen('promotion')) {
    tell(
      'promotion',
      featureNames.promotion!,
      value('promotion') + mean(promoted.map((w) => value(`promotionOn${w}`))),
    )
    for (const w of promoted) {
      tell(`promotionOn${w}`, featureNames[`promotionOn${w}`]!, value('promotion') + value(`promotionOn${w}`))
    }
  }
  for (const code of features) {
    if (isTold(code) || !wasSeen(code)) continue
    if (code === 'trend') tell(code, forecastWords.trend, value(code))
    else tell(code, featureNames[code]!, value(code))
  }
  if (wasSeen('sine1')) for (let m = 1; m <= 12; m++) tell(`month${m}`, seasonName(m), seasonOf(m, value))
  return effects
}

/** The strongest first; equal ones in the order of the features. */
export const strongest = (effects: readonly Effect[], count: number): Effect[] =>
  [...effects].sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent)).slice(0, count)

export function effect(feature: string, name: Sentence, log: number): Effect {
  const percent = (Math.exp(log) - 1) * 100
  const facts = (side: 0 | 1) => ({ name: name[side], percent: percentText(percent) })
  return {
    feature,
    name,
    percent,
    sentence: [say(forecastWords.effect, 'zh', facts(0)), say(forecastWords.effect, 'en', facts(1))],
  }
}

const isTold = (code: string): boolean => /^(weekday|promotionOn|sine|cosine)\d$|^promotion$/.test(code)

const seasonName = (m: number): Sentence => [
  say(forecastWords.monthSeason, 'zh', { month: monthWords[m - 1]![0] }),
  say(forecastWords.monthSeason, 'en', { month: monthWords[m - 1]![1] }),
]

/** Mean of the sine pairs over the middle day of each third of a month: the season without its feasts. */
function seasonOf(m: number, value: (code: string) => number): number {
  const first = firstDay(monthFrom(2023, m))
  return mean(
    [4, 14, 24].map((day) => {
      const angle = 2 * Math.PI * yearShare(addDays(first, day))
      return [1, 2, 3, 4].reduce(
        (sum, k) => sum + value(`sine${k}`) * Math.sin(k * angle) + value(`cosine${k}`) * Math.cos(k * angle),
        0,
      )
    }),
  )
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length
