/**
 * The simple model that the stock books are held against: what really lies in the stores. Books and shelf differ by what was
 * stolen, or sold without network, and by nothing else; a count brings them together again as of the moment when it was counted.
 */
export interface Way {
  readonly id: string
  readonly store: number
  readonly from: number | null
  readonly sku: number
  readonly shipped: number
  way: number
  received: number
  rejected: number
  missing: number
  surplus: number
  readonly open: { rejected: number; missing: number; surplus: number }
}
export interface SoldTicket {
  readonly id: string
  readonly store: number
  readonly sku: number
  readonly sold: number
  back: number
  reversed: boolean
}
export interface Noted {
  readonly id: string
  readonly store: number
  readonly sku: number
  readonly kind: string
  readonly quantity: number
  undone: boolean
}

export interface Gone {
  readonly step: number
  readonly store: number
  readonly sku: number
  readonly pieces: number
}

export class Shelf {
  readonly stores: number
  readonly skus: number
  readonly lies: number[][]
  readonly held: number[][]
  /** What the books hold and the shelf does not: stolen or sold without network, and not yet counted. */
  readonly unseen: Gone[] = []
  /** Sold without network; the ticket has not arrived. */
  readonly unsent: Gone[] = []
  readonly past: number[][][] = []
  readonly ways: Way[] = []
  readonly tickets: SoldTicket[] = []
  readonly noted: Noted[] = []
  step = 0
  constructor(stores: number, skus: number, each: number) {
    this.stores = stores
    this.skus = skus
    const grid = (n: number) => Array.from({ length: stores }, () => Array.from({ length: skus }, () => n))
    this.lies = grid(each)
    this.held = grid(0)
  }
  /** What the books must say now. */
  books(store: number, sku: number): number {
    return (
      this.lies[store]![sku]! +
      this.unseen.filter((u) => u.store === store && u.sku === sku).reduce((n, u) => n + u.pieces, 0)
    )
  }
  add(store: number, sku: number, pieces: number): void {
    this.lies[store]![sku]! += pieces
  }
  unsee(store: number, sku: number, pieces: number): void {
    this.unseen.push({ step: this.step, store, sku, pieces })
  }
  /** The ticket of what was sold without network is there: the books see it go, unless a count has seen that before. */
  arrived(late: Gone): void {
    const at = this.unseen.findIndex(
      (u) => u.step === late.step && u.store === late.store && u.sku === late.sku,
    )
    if (at >= 0) this.unseen.splice(at, 1)
  }
  /** Remembered before each command, so that a count may be of some commands ago. */
  next(): void {
    this.past.push(this.lies.map((row) => [...row]))
    this.step++
  }
  /** As counted before the command of a step: what was unseen until then is seen. */
  counted(store: number, sku: number, step: number): void {
    for (let i = this.unseen.length - 1; i >= 0; i--) {
      const u = this.unseen[i]!
      if (u.store === store && u.sku === sku && u.step < step) this.unseen.splice(i, 1)
    }
  }
}
