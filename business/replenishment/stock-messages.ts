import type { ChainStock, TransferBundle } from './transfers.ts'

/** A wave to distribute: cells are (style × stores + store) × sizes + size. */
export interface WaveJob {
  readonly stores: number
  readonly styles: number
  readonly sizes: number
  /** Expected demand of each cell. */
  readonly demand: Float32Array
  /** Style × sizes. */
  readonly available: Int32Array
  /** Style × stores. */
  readonly carries: Uint8Array
  readonly core: readonly number[]
  readonly leastChance: number
}
export interface WavePlan {
  /** Pieces of each cell. */
  readonly pieces: Uint16Array
  readonly given: number
}

export type StockJob =
  | { readonly do: 'allocate'; readonly wave: WaveJob }
  | { readonly do: 'transfers'; readonly stock: ChainStock; readonly maxPieces: number }
export type StockAnswer =
  | { readonly did: 'allocate'; readonly plan: WavePlan }
  | { readonly did: 'transfers'; readonly bundles: readonly TransferBundle[] }
