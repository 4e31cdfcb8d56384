/** One shop’s shelf as the weekly order is made from it. Days are counted back from the last closed one: 0 is yesterday. */
export interface ShopSize {
  readonly sku: string
  readonly size: string
  readonly isCore: boolean
  readonly onHand: number
  /** Of them put aside or shown as samples. */
  readonly held: number
  readonly onTheWay: number
  /** Pieces in headquarters’ warehouse; null where nobody has told. */
  readonly depot: number | null
  /** What moved on each day that anything did: pieces net, and of them sold less returned. */
  readonly moves: readonly { readonly back: number; readonly net: number; readonly sold: number }[]
}
export interface ShopShade {
  readonly style: string
  readonly color: string
  readonly category: string
  /** Days since its launch. */
  readonly age: number
  /** Pieces of it a store sells on a day elsewhere in the area; null where no other store sells it. */
  readonly elsewhere: number | null
  readonly sizes: readonly ShopSize[]
}
export interface ShopJob {
  /** Days of trade looked at. */
  readonly days: number
  readonly shades: readonly ShopShade[]
  /** What the coming weeks sold last year against the weeks before them, by category. */
  readonly season: Readonly<Record<string, number>>
}

/** Why a size is ordered: it will be asked for, or the display lacks a core size; or why not more: the warehouse has no more. */
export type ShopAim = 'demand' | 'display' | 'none'
export interface SizeReason {
  readonly sold: number
  /** Days with a piece on the shelf, of those looked at. */
  readonly daysIn: number
  readonly days: number
  readonly onHand: number
  readonly held: number
  readonly onTheWay: number
  readonly depot: number | null
  readonly isCore: boolean
  /** Pieces a week, days out of stock left out, season of the coming weeks in. */
  readonly weekly: number
  readonly shortWithout: number
  readonly shortWith: number
  readonly aim: ShopAim
  /** Pieces wanted and not to be had. */
  readonly lacking: number
}
export interface SizeOrder {
  readonly sku: string
  readonly pieces: number
  readonly reason: SizeReason
}
export type SlowHint = 'front' | 'transfer' | 'markdown'
/** A style-colour that lies: facts as of the day of the proposal. */
export interface SlowFacts {
  readonly onHand: number
  readonly sold: number
  readonly days: number
  readonly age: number
  /** Weeks until it is sold at this pace; null where nothing is sold at all. */
  readonly cover: number | null
  /** Sold of what was there: sold / (sold + on hand). */
  readonly sellThrough: number
  /** Pieces a week elsewhere in the area, a store; null where no other store sells it. */
  readonly elsewhere: number | null
  readonly hint: SlowHint
}
export interface ShopOrder {
  readonly shades: readonly {
    readonly style: string
    readonly color: string
    readonly sizes: readonly SizeOrder[]
  }[]
  readonly slow: readonly { readonly style: string; readonly color: string; readonly facts: SlowFacts }[]
}
