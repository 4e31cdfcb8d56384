import type { Day } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import type { CheckKind } from '../../floor/checks/shape.ts'
import type { DutyId } from './codes.ts'
import { type AnswerOf, type Find, type Proof, proof } from './proofs.ts'

type Sheet = AnswerOf<'checks.handIn'>

/** A sheet handed in proves the periods that it answers; sent back it proves them no more, until it is handed in anew. */
export const sheetProofs = (periods: (sheet: Sheet) => readonly string[]): readonly [Proof, ...Proof[]] => [
  proof('checks.handIn', (_find, { store, answer }) => deeds(store, periods(answer), true)),
  proof('checks.sendBack', (_find, { store, answer }) => deeds(store, periods(answer), false)),
]
/** A sheet that each associate hands in of her own zone. */
export const ownSheetProofs = (kind: CheckKind): readonly [Proof, ...Proof[]] => [
  proof('checks.handIn', (_find, { store, answer }) => own(store, kind, answer, true)),
  proof('checks.sendBack', (_find, { store, answer }) => own(store, kind, answer, false)),
]

/**
 * Opening is its sheet, the first of the day. Closing, the second, is its sheet together with the daily count: whichever comes last
 * proves it, and a count that differs anew, or a sheet sent back, takes it back.
 */
export const openAndCloseProofs: readonly [Proof, ...Proof[]] = [
  proof('checks.handIn', async (find, { store, answer: { kind, day } }) =>
    kind === 'opening' ? deeds(store, [day], true) : kind === 'closing' ? closed(find, store, day) : [],
  ),
  proof('checks.sendBack', (_find, { store, answer: { kind, day } }) =>
    deeds(store, kind === 'opening' ? [day] : kind === 'closing' ? [`${day}#2`] : [], false),
  ),
  proof('dailyCounts.count', (find, { store, answer }) => closed(find, store, answer.day)),
  proof('dailyCounts.explain', (find, { store, answer }) => closed(find, store, answer.day)),
]
async function closed(find: Find, store: string | null, day: Day) {
  if (!store) return []
  const { sheet, count } = await find.closingInOrder(store, day)
  return deeds(store, [`${day}#2`], sheet && count)
}

/** From this hour on a look at the fitting rooms is one of the afternoon. */
export const afternoon = 14

/**
 * Whose duty somebody has looked at with a sheet: the area manager at the store's, the store manager at the associates'. A day's
 * closing, and its afternoon, are the second of their clause.
 */
export function sheetLookedAt({ as, kind, day, round, by }: AnswerOf<'checks.confirm'>): {
  holder: string
  periods: readonly string[]
  duties: readonly DutyId[]
} {
  const isSecond = kind === 'closing' || (kind === 'fitting' && round >= afternoon)
  const proves: Partial<Record<CheckKind, DutyId>> =
    as === 'areaManager'
      ? { opening: 'SM-4.4', closing: 'SM-4.4', safety: 'SM-1.6', hygiene: 'SM-2.8' }
      : as === 'storeManager'
        ? {
            hygiene: 'SA-2.1',
            display: 'SA-2.2',
            ...(isSecond ? { fitting: 'SA-2.1' as const } : {}),
          }
        : {}
  const duty = proves[kind]
  return {
    holder: kind === 'display' ? by : companyWide,
    periods: [isSecond ? `${day}#2` : day],
    duties: duty ? [duty] : [],
  }
}

const deeds = (store: string | null, periods: readonly string[], holds: boolean) =>
  store && periods.length > 0 ? [{ seat: { store }, periods, holds }] : []
const own = (store: string | null, kind: CheckKind, sheet: Sheet, holds: boolean) =>
  store && sheet.kind === kind ? [{ seat: { store }, person: sheet.by, periods: [sheet.day], holds }] : []
