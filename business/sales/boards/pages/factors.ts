import { formatMoney, type Money } from '../../../../platform/kinds/money.ts'
import type { Language, Sentence } from '../../../../platform/kinds/words.ts'
import type { Factor, GapPart } from '../../metrics/gap.ts'
import { showValue } from '../../metrics/show.ts'
import { w } from '../page-words.ts'

/** A factor's value as people read it: 8.7%, 1.40, ¥820; the people that a target asks for in whole numbers. */
export function showFactor({ factor }: Pick<GapPart, 'factor'>, value: number, language: Language): string {
  switch (factor) {
    case 'averageUnitRetail':
    case 'netSales':
      return `¥${formatMoney(Math.round(value) as Money, 'whole')}`
    case 'conversionRate':
      return showValue(value, 'percent', language)
    case 'unitsPerTransaction':
      return showValue(value, 'ratio', language)
    case 'traffic':
    case 'saleTickets':
      return showValue(Math.round(value), 'count', language)
  }
}

/** What to do first about a factor that pulls down; where it is done is the store's own board. */
export const actOf = (factor: Factor | undefined): Sentence =>
  factor === undefined || factor === 'netSales'
    ? w.actNone
    : {
        traffic: w.actTraffic,
        conversionRate: w.actConversionRate,
        saleTickets: w.actSaleTickets,
        unitsPerTransaction: w.actUnitsPerTransaction,
        averageUnitRetail: w.actAverageUnitRetail,
      }[factor]

/** The part of a store's board that shows it. */
export const placeOf = (factor: Factor | undefined): string =>
  factor === 'unitsPerTransaction' ? 'people' : factor === 'averageUnitRetail' ? 'best' : 'hours'
