import { momentOf } from './rules.ts'

interface Sent {
  readonly id: string
  readonly sku: string
  readonly pieces: number
  readonly at: string
  readonly undoes?: string | undefined
}
interface Known {
  readonly id: string
  readonly sku: string
  readonly pieces: number
  readonly zone: string
  readonly isUndone: boolean
}
export type EntryRefusal = 'skuUnknown' | 'skuNotInTake' | 'undoUnknown' | 'undoneAlready'

/**
 * What of a phone's entries goes into the count: known ids are passed over (sent again), an undo takes off exactly what its entry
 * put on, once. One bad entry does not hold the others up: it is named with its reason.
 */
export function acceptEntries(
  entries: readonly Sent[],
  take: {
    readonly zone: string
    readonly known: readonly Known[]
    readonly begun: Date
    readonly now: Date
    readonly categories: readonly string[] | null
  },
  categoryOf: ReadonlyMap<string, string>,
) {
  const standing = new Map(take.known.map((k) => [k.id, k]))
  const undone = new Set(take.known.filter((k) => k.isUndone).map((k) => k.id))
  const accepted: { id: string; sku: string; pieces: number; at: string; undoes: string | null }[] = []
  const refused: { id: string; why: EntryRefusal }[] = []
  for (const e of entries) {
    if (standing.has(e.id)) continue
    const at = momentOf(e.at, take.begun, take.now).toISOString()
    const category = categoryOf.get(e.sku)
    const meant = e.undoes === undefined ? undefined : standing.get(e.undoes)
    const why: EntryRefusal | undefined =
      category === undefined
        ? 'skuUnknown'
        : take.categories && !take.categories.includes(category)
          ? 'skuNotInTake'
          : e.undoes === undefined
            ? undefined
            : !meant || meant.zone !== take.zone || meant.sku !== e.sku || meant.pieces < 0
              ? 'undoUnknown'
              : undone.has(meant.id)
                ? 'undoneAlready'
                : undefined
    if (why) {
      refused.push({ id: e.id, why })
      continue
    }
    const pieces = meant ? -meant.pieces : e.pieces
    if (meant) undone.add(meant.id)
    standing.set(e.id, { id: e.id, sku: e.sku, pieces, zone: take.zone, isUndone: false })
    accepted.push({ id: e.id, sku: e.sku, pieces, at, undoes: e.undoes ?? null })
  }
  return { accepted, refused }
}
