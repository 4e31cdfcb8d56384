import { formatMoney, type Money } from '../../../platform/kinds/money.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import { showValue } from '../metrics/show.ts'
import type { Measured } from './adjust/shape.ts'
import type { SteeredFactor } from './shape.ts'

/** 8.7%, 1.40, ¥820; people and tickets as a count a day. */
export function factorText(factor: SteeredFactor, value: number | null, language: Language): string {
  if (value === null) return '—'
  if (factor === 'averageUnitRetail') return `¥${formatMoney(Math.round(value) as Money, 'whole')}`
  if (factor === 'conversionRate') return showValue(value, 'percent', language)
  if (factor === 'unitsPerTransaction') return showValue(value, 'ratio', language)
  return showValue(Math.round(value * 10) / 10, 'count', language)
}

/** 8.7% (87/1,000): a rate with its counts. */
export function measuredText(factor: SteeredFactor, m: Measured | null, language: Language): string {
  if (m === null || m.value === null) return '—'
  const above =
    factor === 'averageUnitRetail' ? `¥${formatMoney(m.above as Money, 'whole')}` : grouped(m.above)
  const counts = `${above}/${grouped(m.below)}`
  const text = factorText(factor, m.value, language)
  return language === 'zh' ? `${text}（${counts}）` : `${text} (${counts})`
}
const grouped = (n: number): string => n.toLocaleString('en-US')
