import type { Money } from '../../../platform/kinds/money.ts'
import { formatMoney } from '../../../platform/kinds/money.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import type { Explanation, MetricCode, Unit } from './registry.ts'
import { metrics } from './registry.ts'

/** A figure as people read it; — where there is no value. */
export const showMetric = (code: MetricCode, value: number | undefined, language: Language): string =>
  showValue(value, metrics[code].unit, language)

export function showValue(value: number | undefined, unit: Unit, language: Language): string {
  if (value === undefined) return '—'
  switch (unit) {
    case 'money':
      return `¥${formatMoney(value as Money)}`
    case 'count':
      return grouped(value)
    case 'quantity':
      return grouped(value)
    case 'ratio':
      return signed(value, Math.abs(value).toFixed(2))
    case 'percent':
      return signed(value, `${(Math.abs(value) * 100).toFixed(1)}%`)
    case 'growth':
      return `${value > 0 ? '+' : ''}${signed(value, `${(Math.abs(value) * 100).toFixed(1)}%`)}`
    case 'discount':
      return language === 'zh'
        ? signed(value, `${trimmed(Math.abs(value) * 10)}折`)
        : signed(value, `${(Math.abs(value) * 100).toFixed(1)}%`)
  }
}

/** “3 / 4” beside a rate, so that nobody reads 75 % as if it were out of a thousand. */
export function showCounts(explanation: Explanation, language: Language): string {
  const { numerator, denominator } = explanation
  const above = showValue(numerator.value, numerator.unit, language)
  return denominator ? `${above} / ${showValue(denominator.value, denominator.unit, language)}` : above
}

const signed = (value: number, text: string): string => (value < 0 ? `−${text}` : text)
const trimmed = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '')
const grouped = (value: number): string =>
  signed(value, Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 2 }))
