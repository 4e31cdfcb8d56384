import type { Day } from '../../platform/kinds/day.ts'
import { type Money, times } from '../../platform/kinds/money.ts'

/** What a parcel costs from a day on: within an area, between two areas; and how many pieces go into one. */
export interface FreightTerms {
  readonly fromDay: Day
  readonly near: Money
  readonly far: Money
  readonly parcel: number
}
/** Whole parcels, each at its rate; nothing to carry costs nothing. */
export const freightOf = (pieces: number, isNear: boolean, terms: FreightTerms): Money =>
  times(isNear ? terms.near : terms.far, Math.ceil(Math.max(0, pieces) / terms.parcel))
