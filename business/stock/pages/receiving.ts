import type { LineSeen } from '../arrival-view-tables.ts'
import type { Piece } from '../view-tables.ts'

/** What somebody has counted of a shipment so far; kept on the phone until it is handed in. */
export interface Counted {
  readonly arrived: number
  readonly rejected: number
  readonly reason: string | null
  readonly words: string
  /** Of what differs. */
  readonly photo?: string | null
}
export interface Draft {
  readonly id: string
  readonly counted: Readonly<Record<string, Counted>>
  /** Pieces that came and are not on the notice. */
  readonly strange: readonly Piece[]
}
export const nothing: Counted = { arrived: 0, rejected: 0, reason: null, words: '' }

/** How a counted line differs from what is awaited: positive over, negative short. */
export interface Difference {
  readonly short: number
  readonly over: number
  readonly rejected: number
}
export function differenceOf(awaited: number, c: Counted): Difference {
  const good = c.arrived - c.rejected
  return {
    short: Math.max(0, awaited - c.arrived),
    over: Math.max(0, good - awaited),
    rejected: c.rejected,
  }
}
/** Whether the line differs once it is handed in; with more still to come a shortage is none yet. */
export function differs(awaited: number, c: Counted, last: boolean): boolean {
  const d = differenceOf(awaited, c)
  return d.rejected > 0 || d.over > 0 || (last && d.short > 0)
}
/** A reason that goes without saying: nothing came, too few, too many, or something was rejected. */
export function usualReason(awaited: number, c: Counted): string | null {
  const d = differenceOf(awaited, c)
  if (d.rejected > 0) return 'damaged'
  if (d.over > 0) return 'over'
  if (d.short === 0) return null
  return c.arrived === 0 ? 'notArrived' : 'short'
}
export type Line = Pick<LineSeen, keyof Piece | 'inTransit'>

/** A draft with one line counted otherwise. */
export const countedAs = (draft: Draft, sku: string, to: Partial<Counted>): Draft => ({
  ...draft,
  counted: { ...draft.counted, [sku]: { ...(draft.counted[sku] ?? nothing), ...to } },
})
/** Everything of the notice came; what was found beside it stays as it was counted. */
export const allCame = (draft: Draft, lines: readonly Line[]): Draft => ({
  ...draft,
  counted: {
    ...draft.counted,
    ...Object.fromEntries(
      lines.filter((l) => l.inTransit > 0).map((l) => [l.sku, { ...nothing, arrived: l.inTransit }]),
    ),
  },
})
