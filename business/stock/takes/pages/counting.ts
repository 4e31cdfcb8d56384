import type { Piece } from '../../view-tables.ts'

/** What this phone has counted in one zone and not sent, and what it counted last; kept on the phone. */
export interface Entry {
  readonly id: string
  readonly sku: string
  readonly pieces: number
  readonly at: string
  readonly undoes?: string
}
export interface Kept {
  readonly outbox: readonly Entry[]
  /** Newest first; what was undone is gone from it. */
  readonly mine: readonly { readonly entry: Entry; readonly piece: Piece }[]
  readonly refused: readonly { readonly id: string; readonly why: string; readonly piece: Piece | null }[]
}
export const nothingKept: Kept = { outbox: [], mine: [], refused: [] }
const remembered = 60

export const counted = (kept: Kept, entry: Entry, piece: Piece): Kept => ({
  ...kept,
  outbox: [...kept.outbox, entry],
  mine: [{ entry, piece }, ...kept.mine].slice(0, remembered),
})
/** The last entry taken back: by an entry of its own, since the first may be on its way already. */
export function undone(kept: Kept, id: string, at: string): Kept {
  const [last, ...rest] = kept.mine
  if (!last) return kept
  const { sku, pieces } = last.entry
  return { ...kept, mine: rest, outbox: [...kept.outbox, { id, sku, pieces, at, undoes: last.entry.id }] }
}
/** After an answer: what was sent is off the list; what was refused is named, and not among one's own any more. */
export function delivered(
  kept: Kept,
  sent: readonly Entry[],
  refused: readonly { readonly id: string; readonly why: string }[],
): Kept {
  const ids = new Set(sent.map((e) => e.id))
  const no = new Set(refused.map((r) => r.id))
  const pieceOf = (id: string) => kept.mine.find((m) => m.entry.id === id)?.piece ?? null
  return {
    outbox: kept.outbox.filter((e) => !ids.has(e.id)),
    mine: kept.mine.filter((m) => !no.has(m.entry.id)),
    refused: [...kept.refused, ...refused.map((r) => ({ ...r, piece: pieceOf(r.id) }))],
  }
}
/** Pieces that wait on this phone. */
export const waiting = (kept: Kept): number =>
  kept.outbox.reduce((sum, e) => sum + (e.undoes ? -e.pieces : e.pieces), 0)
