import { hashOf, seeded } from '../platform/kinds/random.ts'

export { hashOf }

/** What chance makes of a seed: the same seed makes the same chain, day for day. */
export class Random {
  /** [0, 1) */
  readonly next: () => number
  constructor(seed: number | string) {
    this.next = seeded(typeof seed === 'number' ? seed : hashOf(seed))
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1))
  }
  chance(p: number): boolean {
    return this.next() < p
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }
  weighted(weights: readonly number[]): number {
    let at = this.next() * weights.reduce((a, b) => a + b, 0)
    for (let i = 0; i < weights.length; i++) {
      at -= weights[i]!
      if (at < 0) return i
    }
    return weights.length - 1
  }
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }
  /** Poisson by multiplication for small means, rounded normal for large ones. */
  poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const limit = Math.exp(-mean)
    let count = 0
    for (let p = this.next(); p > limit; p *= this.next()) count++
    return count
  }
  /** A UUIDv7 of the given moment. */
  id(moment: number): string {
    const time = Math.max(0, Math.floor(moment)).toString(16).padStart(12, '0').slice(-12)
    const hex = (n: number): string =>
      Math.floor(this.next() * 16 ** n)
        .toString(16)
        .padStart(n, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + this.whole(0, 3)).toString(16)}${hex(3)}-${hex(6)}${hex(6)}`
  }
}
