import type { WaveJob, WavePlan } from './stock-messages.ts'

/**
 * Distribution of a delivery among stores (配货). What a store is expected to sell of a size is concave in the pieces it
 * has: the k-th piece sells if more than k − 1 are asked for. So the next piece goes where it is most likely to sell,
 * and doing so piece by piece is the best plan there is.
 */
export interface StyleDelivery {
  /** Pieces at hand of each size. */
  readonly available: Int32Array
  /** Expected demand of each store and size until the next delivery: store × sizes + size. */
  readonly demand: Float64Array
  /** 1 where the store carries the line. */
  readonly carries: Uint8Array
  /**
   * Sizes that make a run (core sizes). A store is opened with one of each or gets nothing: a style without its core
   * sizes is taken off the floor.
   */
  readonly core: readonly number[]
  /** A piece is given only if it sells with at least this chance. */
  readonly leastChance: number
}

/** Pieces for each store and size, in the layout of `demand`, written into `into`. Answers the pieces given. */
export function allocateStyle(delivery: StyleDelivery, into: Uint16Array): number {
  const { available, demand, carries, core, leastChance } = delivery
  const sizes = available.length
  const stores = carries.length
  into.fill(0, 0, stores * sizes)
  const left = Int32Array.from(available)
  const open = openStores(delivery)
  let given = 0
  for (const store of open)
    for (const size of core) {
      into[store * sizes + size] = 1
      left[size]! -= 1
      given += 1
    }
  for (let size = 0; size < sizes; size++) {
    const heap = new ChanceHeap(open.length)
    for (const store of open) {
      if (carries[store] === 0) continue
      const has = into[store * sizes + size]!
      const mean = demand[store * sizes + size]!
      const first = chanceOf(mean, 0)
      let sells = 1 - first
      let chance = first
      for (let k = 1; k <= has; k++) {
        chance *= mean / k
        sells -= chance
      }
      if (sells > leastChance) heap.push(store, sells, chance, has)
    }
    while (left[size]! > 0 && heap.size > 0) {
      const { store, sells, chance, has } = heap.top()
      into[store * sizes + size]! += 1
      left[size]! -= 1
      given += 1
      const next = (chance * demand[store * sizes + size]!) / (has + 1)
      const less = sells - next
      if (less > leastChance) heap.replaceTop(less, next, has + 1)
      else heap.pop()
    }
  }
  return given
}

/** A whole wave, style by style; apart from the plan itself it needs the room of one style. */
export function allocateWave(wave: WaveJob): WavePlan {
  const { stores, styles, sizes, core, leastChance } = wave
  const wide = stores * sizes
  const pieces = new Uint16Array(styles * wide)
  const demand = new Float64Array(wide)
  let given = 0
  for (let style = 0; style < styles; style++) {
    demand.set(wave.demand.subarray(style * wide, (style + 1) * wide))
    const delivery = {
      available: wave.available.subarray(style * sizes, (style + 1) * sizes),
      demand,
      carries: wave.carries.subarray(style * stores, (style + 1) * stores),
      core,
      leastChance,
    }
    given += allocateStyle(delivery, pieces.subarray(style * wide, (style + 1) * wide))
  }
  return { pieces, given }
}

/** Stores that get a run, those where the run sells best first, as many as the scarcest core size allows. */
function openStores({ available, demand, carries, core, leastChance }: StyleDelivery): number[] {
  const sizes = available.length
  const worth: { store: number; value: number }[] = []
  for (let store = 0; store < carries.length; store++) {
    if (carries[store] === 0) continue
    let value = 0
    for (const size of core) value += 1 - chanceOf(demand[store * sizes + size]!, 0)
    if (core.length === 0 || value / core.length > leastChance) worth.push({ store, value })
  }
  worth.sort((a, b) => b.value - a.value || a.store - b.store)
  const most = core.length === 0 ? worth.length : Math.min(...core.map((size) => available[size]!))
  return worth.slice(0, most).map((w) => w.store)
}

/** Poisson: chance that exactly k are asked for. */
function chanceOf(mean: number, k: number): number {
  let chance = Math.exp(-mean)
  for (let i = 1; i <= k; i++) chance *= mean / i
  return chance
}

/** Stores by the chance that their next piece sells, the highest on top; the lower index first on a tie. */
class ChanceHeap {
  size = 0
  private readonly stores: Int32Array
  private readonly sells: Float64Array
  private readonly chance: Float64Array
  private readonly has: Int32Array

  constructor(most: number) {
    this.stores = new Int32Array(most)
    this.sells = new Float64Array(most)
    this.chance = new Float64Array(most)
    this.has = new Int32Array(most)
  }
  push(store: number, sells: number, chance: number, has: number): void {
    let at = this.size
    this.size += 1
    this.set(at, store, sells, chance, has)
    while (at > 0 && this.above(at, (at - 1) >> 1)) {
      this.swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }
  top(): { store: number; sells: number; chance: number; has: number } {
    return { store: this.stores[0]!, sells: this.sells[0]!, chance: this.chance[0]!, has: this.has[0]! }
  }
  replaceTop(sells: number, chance: number, has: number): void {
    this.set(0, this.stores[0]!, sells, chance, has)
    this.sink()
  }
  pop(): void {
    this.size -= 1
    this.swap(0, this.size)
    this.sink()
  }
  private sink(): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) return
      if (child + 1 < this.size && this.above(child + 1, child)) child += 1
      if (!this.above(child, at)) return
      this.swap(at, child)
      at = child
    }
  }
  private above(a: number, b: number): boolean {
    return (
      this.sells[a]! > this.sells[b]! ||
      (this.sells[a] === this.sells[b] && this.stores[a]! < this.stores[b]!)
    )
  }
  private set(at: number, store: number, sells: number, chance: number, has: number): void {
    this.stores[at] = store
    this.sells[at] = sells
    this.chance[at] = chance
    this.has[at] = has
  }
  private swap(a: number, b: number): void {
    const { stores, sells, chance, has } = this
    const [s, e, c, h] = [stores[a]!, sells[a]!, chance[a]!, has[a]!]
    this.set(a, stores[b]!, sells[b]!, chance[b]!, has[b]!)
    this.set(b, s, e, c, h)
  }
}
