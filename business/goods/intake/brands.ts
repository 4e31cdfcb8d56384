import { brandKey } from './cells.ts'
import type { Spelling } from './shape.ts'

/** Brands as a file spells them: one that the books have stays as it is there, else the spelling used most. */
export class Brands {
  private readonly spelt = new Map<string, Map<string, number>>()
  private readonly standing: ReadonlyMap<string, string>
  constructor(known: readonly string[]) {
    this.standing = new Map(known.map((b) => [brandKey(b), b]))
  }
  see(brand: string): void {
    const key = brandKey(brand)
    const of = this.spelt.get(key) ?? new Map<string, number>()
    of.set(brand, (of.get(brand) ?? 0) + 1)
    this.spelt.set(key, of)
  }
  name(brand: string): string {
    const key = brandKey(brand)
    return this.standing.get(key) ?? mostUsed(this.spelt.get(key)!)
  }
  spellings(): Spelling[] {
    return [...this.spelt]
      .map(([key, of]) => {
        const kept = this.standing.get(key) ?? mostUsed(of)
        return { kept, others: [...of.keys()].filter((s) => s !== kept) }
      })
      .filter((s) => s.others.length > 0)
  }
}
const mostUsed = (of: ReadonlyMap<string, number>): string =>
  [...of].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
