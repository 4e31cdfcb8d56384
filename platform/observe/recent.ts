/** Requests of one operation within a stretch of time. Milliseconds. */
export interface Tally {
  n: number
  slow: number
  faults: number
  turned: number
  ms: number
  worst: number
}
const none = (): Tally => ({ n: 0, slow: 0, faults: 0, turned: 0, ms: 0, worst: 0 })

/** From here on a request counts as slow (ms). */
export const slowFrom = 1_000
const stretch = 5 * 60_000
const stretches = 12

export type Ended = 'well' | 'fault' | 'turned'

/** The last hour in stretches of five minutes: what was asked, how long it took. Bounded by the names there are. */
export class Recent {
  private windows: { readonly from: number; readonly of: Map<string, Tally> }[] = []

  add(name: string, ms: number, ended: Ended, now: number): void {
    const tally = this.window(now).get(name) ?? none()
    tally.n += 1
    tally.ms += ms
    tally.worst = Math.max(tally.worst, ms)
    if (ms >= slowFrom) tally.slow += 1
    if (ended === 'fault') tally.faults += 1
    if (ended === 'turned') tally.turned += 1
    this.window(now).set(name, tally)
  }
  /** By name, over the last so many minutes (whole stretches). */
  since(minutes: number, now: number): ReadonlyMap<string, Tally> {
    const all = new Map<string, Tally>()
    for (const { from, of } of this.windows) {
      if (from < now - minutes * 60_000) continue
      for (const [name, t] of of) {
        const sum = all.get(name) ?? none()
        sum.n += t.n
        sum.slow += t.slow
        sum.faults += t.faults
        sum.turned += t.turned
        sum.ms += t.ms
        sum.worst = Math.max(sum.worst, t.worst)
        all.set(name, sum)
      }
    }
    return all
  }

  private window(now: number): Map<string, Tally> {
    const from = Math.floor(now / stretch) * stretch
    const last = this.windows.at(-1)
    if (last && last.from >= from) return last.of
    const of = new Map<string, Tally>()
    this.windows = [...this.windows, { from, of }].slice(-stretches)
    return of
  }
}
