/**
 * Transfers between stores that make size runs whole. Stock lies in one flat array, style by style:
 * first(style) + store × sizes(style) + size.
 */
export interface ChainStock {
  readonly stores: readonly string[]
  readonly styles: readonly StyleSizes[]
  readonly pieces: Int32Array
  /** Pieces sold of a style in a store over the period at hand: style × stores + store. */
  readonly sold: Float64Array
  /** carries[line × stores + store] = 1 where the store carries that line; `lines` names them. */
  readonly lines: readonly string[]
  readonly carries: Uint8Array
}
export interface StyleSizes {
  readonly style: string
  readonly line: number
  readonly sizes: readonly string[]
  /** Where its cells begin in `pieces`. */
  readonly first: number
}

/** Why pieces move: to make a run whole, or to clear a remainder that cannot become whole. */
export type TransferAim = 'completes' | 'clears'
export interface TransferMove {
  readonly style: number
  readonly size: number
  readonly from: number
  readonly to: number
  readonly pieces: number
  readonly aim: TransferAim
}
/** What belongs together: all or nothing. `cells` runs are mended by it. */
export interface TransferBundle {
  readonly style: number
  readonly store: number
  readonly aim: TransferAim
  readonly moves: readonly TransferMove[]
  readonly pieces: number
  readonly cells: number
}
export interface SizeRuns {
  /** Style × store cells that hold every size the chain has of the style; some but not all; none. */
  readonly whole: number
  readonly broken: number
  readonly empty: number
}

/** So many pieces of a remainder are cleared away at most: beyond it, freight outweighs one broken run less. */
const clearedMost = 3

/**
 * Proposes bundles, those that mend most a piece first, up to `maxPieces`. A style's number of whole runs is bounded by
 * its scarcest size; the runs with the fewest gaps are completed first (those that sell more on a tie), which is the
 * largest number for the pieces moved. Pieces come from runs that stay broken, the smallest remainder first, then from
 * where a whole run has more than one. Whole runs are never broken, and no piece goes to a store without the line.
 */
export function proposeTransfers(stock: ChainStock, maxPieces: number): TransferBundle[] {
  const bundles: TransferBundle[] = []
  for (let style = 0; style < stock.styles.length; style++)
    bundles.push(...new StyleMover(stock, style).bundles())
  bundles.sort((a, b) => b.cells / b.pieces - a.cells / a.pieces || order(stock, b) - order(stock, a))
  const taken: TransferBundle[] = []
  let left = maxPieces
  for (const bundle of bundles) {
    if (bundle.pieces > left) continue
    taken.push(bundle)
    left -= bundle.pieces
  }
  return taken
}

const order = ({ sold, stores }: ChainStock, { style, store }: TransferBundle): number =>
  sold[style * stores.length + store]!

/** The stock after the moves. */
export function applyTransfers(stock: ChainStock, bundles: readonly TransferBundle[]): ChainStock {
  const pieces = Int32Array.from(stock.pieces)
  for (const { moves } of bundles)
    for (const { style, size, from, to, pieces: count } of moves) {
      pieces[cellOf(stock, style, from, size)]! -= count
      pieces[cellOf(stock, style, to, size)]! += count
    }
  return { ...stock, pieces }
}

export function sizeRuns(stock: ChainStock): SizeRuns {
  let [whole, broken, empty] = [0, 0, 0]
  for (let style = 0; style < stock.styles.length; style++) {
    const sizes = sizesInChain(stock, style)
    for (let store = 0; store < stock.stores.length; store++) {
      if (!carriesStyle(stock, style, store)) continue
      const have = sizes.filter((size) => stock.pieces[cellOf(stock, style, store, size)]! > 0).length
      if (have === 0) empty += 1
      else if (have === sizes.length) whole += 1
      else broken += 1
    }
  }
  return { whole, broken, empty }
}

export const carriesStyle = (
  { carries, styles, stores }: ChainStock,
  style: number,
  store: number,
): boolean => carries[styles[style]!.line * stores.length + store] === 1

export const cellOf = ({ styles }: ChainStock, style: number, store: number, size: number): number =>
  styles[style]!.first + store * styles[style]!.sizes.length + size

/** Sizes of which the chain has a piece at all: others cannot be mended by moving. */
function sizesInChain(stock: ChainStock, style: number): number[] {
  const { sizes, first } = stock.styles[style]!
  const wide = sizes.length
  return sizes.flatMap((_, size) => {
    for (let store = 0; store < stock.stores.length; store++)
      if (stock.pieces[first + store * wide + size]! > 0) return [size]
    return []
  })
}

class StyleMover {
  private readonly sizes: readonly number[]
  private readonly have: Int32Array
  private readonly gaps: Int32Array
  private readonly held: Int32Array
  /** Stores whose run is whole, or will be. */
  private readonly whole = new Set<number>()
  /** Cells that gave, so that nothing comes back to them. */
  private readonly gave = new Set<number>()
  private readonly wide: number
  private readonly stock: ChainStock
  private readonly style: number

  constructor(stock: ChainStock, style: number) {
    this.stock = stock
    this.style = style
    this.sizes = sizesInChain(stock, style)
    const { first, sizes } = stock.styles[style]!
    this.wide = sizes.length
    const count = stock.stores.length
    this.have = stock.pieces.slice(first, first + count * this.wide)
    this.gaps = new Int32Array(count)
    this.held = new Int32Array(count)
    for (let store = 0; store < count; store++)
      for (const size of this.sizes) {
        this.held[store]! += this.at(store, size)
        if (this.at(store, size) === 0) this.gaps[store]! += 1
      }
  }

  bundles(): TransferBundle[] {
    const made: TransferBundle[] = []
    const order: number[] = []
    const strays: number[] = []
    for (let store = 0; store < this.held.length; store++) {
      if (this.held[store] === 0) continue
      if (!carriesStyle(this.stock, this.style, store)) strays.push(store)
      else if (this.gaps[store] === 0) this.whole.add(store)
      else order.push(store)
    }
    const most = Math.min(...this.sizes.map((size) => this.total(size)))
    order.sort((a, b) => this.gaps[a]! - this.gaps[b]! || this.sold(b) - this.sold(a) || a - b)
    const completed = order.slice(0, Math.max(0, most - this.whole.size))
    const wasWhole = [...this.whole]
    for (const store of completed) this.whole.add(store)
    const remain = order.slice(completed.length)
    remain.sort((a, b) => this.held[a]! - this.held[b]! || this.sold(a) - this.sold(b))
    const donors = [...strays, ...remain]
    for (const store of completed) made.push(this.complete(store, donors, [...wasWhole, ...completed]))
    for (const store of remain) {
      const cleared = this.clear(store)
      if (cleared) made.push(cleared)
    }
    return made
  }

  private complete(store: number, donors: number[], whole: readonly number[]): TransferBundle {
    const missing = this.sizes.filter((size) => this.at(store, size) === 0)
    const moves: TransferMove[] = []
    let emptied = 0
    while (missing.length > 0) {
      const from = this.donorFor(store, missing, donors, whole)
      for (const size of [...missing]) {
        if (this.spare(from, size) === 0) continue
        moves.push(this.move(size, from, store, 1, 'completes'))
        missing.splice(missing.indexOf(size), 1)
      }
      if (this.held[from] === 0) {
        emptied += 1
        donors.splice(donors.indexOf(from), 1)
      }
    }
    return { style: this.style, store, aim: 'completes', moves, pieces: moves.length, cells: 1 + emptied }
  }

  /** Who can spare most of what is missing: remainders before surplus, the smallest remainder first. */
  private donorFor(
    store: number,
    missing: readonly number[],
    donors: readonly number[],
    whole: readonly number[],
  ): number {
    let best = { from: -1, sizes: 0 }
    for (const group of [donors, whole]) {
      for (const from of group) {
        if (from === store) continue
        const sizes = missing.filter((size) => this.spare(from, size) > 0).length
        if (sizes > best.sizes) best = { from, sizes }
        if (best.sizes === missing.length) break
      }
      if (best.sizes > 0) return best.from
    }
    throw new Error('a size that the totals promised is nowhere to be had')
  }

  /** A small remainder goes where the run is whole and sells best for what it has. */
  private clear(store: number): TransferBundle | null {
    const held = this.held[store]!
    if (held === 0 || held > clearedMost || this.whole.size === 0) return null
    const moves: TransferMove[] = []
    for (const size of this.sizes) {
      const pieces = this.at(store, size)
      if (pieces === 0) continue
      const to = this.receiverOf(size)
      if (to === null) return null
      moves.push({ style: this.style, size, from: store, to, pieces, aim: 'clears' })
    }
    for (const { size, to, pieces } of moves) this.move(size, store, to, pieces, 'clears')
    return { style: this.style, store, aim: 'clears', moves, pieces: held, cells: 1 }
  }

  private receiverOf(size: number): number | null {
    let best: number | null = null
    const need = (store: number): number => (this.sold(store) + 1) / (this.at(store, size) + 1)
    for (const store of this.whole) {
      if (this.gave.has(store * this.wide + size)) continue
      if (best === null || need(store) > need(best)) best = store
    }
    return best
  }

  private move(size: number, from: number, to: number, pieces: number, aim: TransferAim): TransferMove {
    this.have[from * this.wide + size]! -= pieces
    this.have[to * this.wide + size]! += pieces
    this.held[from]! -= pieces
    this.held[to]! += pieces
    this.gave.add(from * this.wide + size)
    return { style: this.style, size, from, to, pieces, aim }
  }

  /** What a store can give of a size: all where the run stays broken, all but one where it is whole. */
  private spare(store: number, size: number): number {
    const there = this.at(store, size)
    return this.whole.has(store) ? Math.max(0, there - 1) : there
  }
  private at(store: number, size: number): number {
    return this.have[store * this.wide + size]!
  }
  private sold(store: number): number {
    return this.stock.sold[this.style * this.stock.stores.length + store]!
  }
  private total(size: number): number {
    let sum = 0
    for (let store = 0; store < this.held.length; store++) sum += this.at(store, size)
    return sum
  }
}
