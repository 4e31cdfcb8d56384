import type { Encoder } from './features.ts'
import { newRow } from './features.ts'
import type { StoreDays } from './store-days.ts'

/** Effects that move together from year to year, so that a change can be named. `season` stays with the date. */
export const groups = [
  'season',
  'shopping',
  'weekday',
  'lunar',
  'autumn',
  'holidays',
  'campaign',
  'closure',
  'trend',
] as const
export type Group = (typeof groups)[number]

const shopping =
  /^(womensDay|labourDays|may20|june18|national\w+|november11|december12|christmas\w*|yearEnd)$/
export function groupOf(feature: string): Group {
  if (/^weekday\d$/.test(feature)) return 'weekday'
  if (/promotion/i.test(feature)) return 'campaign'
  if (/closure|^reopened/i.test(feature)) return 'closure'
  if (feature.startsWith('lunar')) return 'lunar'
  if (/^(beforeMidAutumn|midAutumnDays|doubleSeventhDay)$/.test(feature)) return 'autumn'
  if (/^(otherPublicHoliday|makeUpWorkday|publicHoliday|schoolHoliday)$/.test(feature)) return 'holidays'
  if (feature === 'trend') return 'trend'
  return shopping.test(feature) ? 'shopping' : 'season'
}

/** A day's log sales taken apart: what each group adds, and the features that are set and have a name of their own. */
export interface Contributions {
  readonly byGroup: Readonly<Record<Group, number>>
  readonly set: readonly { readonly feature: string; readonly log: number }[]
}

export const noParts: Readonly<Record<Group, number>> = {
  season: 0,
  shopping: 0,
  weekday: 0,
  lunar: 0,
  autumn: 0,
  holidays: 0,
  campaign: 0,
  closure: 0,
  trend: 0,
}

/** Takes days of a store apart with its coefficients; `trendAt` holds the trend at a fixed value (years). */
export function contributionsOf(encoder: Encoder, coefficients: Float64Array) {
  const groupAt = encoder.features.map(groupOf)
  const unnamed = encoder.features.map((feature) =>
    /^((co)?sine|weekday|promotionOn)\d$|^trend$/.test(feature),
  )
  const row = newRow()
  return (store: StoreDays, at: number, trendAt?: number): Contributions => {
    encoder.encode(store, at, row)
    const byGroup = { ...noParts }
    const set: { feature: string; log: number }[] = []
    for (let k = 0; k < row.count; k++) {
      const index = row.index[k]!
      const group = groupAt[index]!
      const log =
        coefficients[index]! * (group === 'trend' && trendAt !== undefined ? trendAt : row.value[k]!)
      byGroup[group] += log
      if (!unnamed[index]) set.push({ feature: encoder.features[index]!, log })
    }
    return { byGroup, set }
  }
}

export const total = (parts: Readonly<Record<Group, number>>): number =>
  groups.reduce((sum, g) => sum + parts[g], 0)
