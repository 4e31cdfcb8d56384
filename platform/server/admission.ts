/** Who stands before the door: acts are let in before looks, since a sale that waits costs more than a page. */
export type Lane = 'action' | 'view'
export interface Limits {
  /** How many are worked on at once. */
  readonly seats: number
  /** How many may stand and wait, in all, and of one party. */
  readonly waiting: number
  readonly waitingEach: number
  /** How long one waits before it is sent away, ms: what nobody waits for any more is not worked on. */
  readonly patience: Readonly<Record<Lane, number>>
}
/**
 * Why somebody is sent away: `overloaded`: too many wait; `tooMany`: too many of this party do; `waitedLong`: its patience is
 * over. All may come again.
 */
export type Turned = 'overloaded' | 'tooMany' | 'waitedLong'

interface Waiting {
  readonly party: string
  readonly letIn: (leave: () => void) => void
  readonly turn: (why: Turned) => void
  readonly timer: NodeJS.Timeout
}

/**
 * The gate before the work: as many at a time as the house can serve well, and no more. Beyond that one waits a moment in one's
 * own party's line (a till, a store's phone, a person), and the lines take turns, so that a party that asks a thousand times
 * holds up itself and not the others. Past that one is told to come again: work done late for nobody is what brings a house down.
 */
export class Admission {
  private inside = 0
  private standing = 0
  private readonly lines: Readonly<Record<Lane, Map<string, Waiting[]>>> = {
    action: new Map(),
    view: new Map(),
  }
  private readonly counts = new Map<string, number>()
  /** How many were sent away, by why. */
  readonly turned: Record<Turned, number> = { overloaded: 0, tooMany: 0, waitedLong: 0 }
  constructor(private readonly limits: Limits) {}

  get serving(): number {
    return this.inside
  }
  get waiting(): number {
    return this.standing
  }

  /** A way out to be called once when done, or why one is sent away. */
  enter(party: string, lane: Lane): Promise<(() => void) | Turned> | ((() => void) | Turned) {
    if (this.inside < this.limits.seats && this.standing === 0) return this.seat()
    const isAct = lane === 'action'
    if (
      (this.counts.get(party) ?? 0) >= this.limits.waitingEach &&
      !(isAct && this.makeRoom('tooMany', party))
    )
      return this.away('tooMany')
    if (this.standing >= this.limits.waiting && !(isAct && this.makeRoom('overloaded')))
      return this.away('overloaded')
    return new Promise((resolve) => {
      const waiting: Waiting = {
        party,
        letIn: resolve,
        turn: (why) => resolve(this.away(why)),
        timer: setTimeout(() => this.giveUp(waiting, lane), this.limits.patience[lane]),
      }
      const lines = this.lines[lane]
      const line = lines.get(party)
      if (line) line.push(waiting)
      else lines.set(party, [waiting])
      this.counts.set(party, (this.counts.get(party) ?? 0) + 1)
      this.standing += 1
      this.next()
    })
  }

  /** The look that came last, of a party or of whoever is last in turn, goes away for an act; false where only acts wait. */
  private makeRoom(why: Turned, party = [...this.lines.view.keys()].at(-1)): boolean {
    const last = party === undefined ? undefined : this.lines.view.get(party)?.at(-1)
    if (!last) return false
    clearTimeout(last.timer)
    this.giveUp(last, 'view', why)
    return true
  }
  private away(why: Turned): Turned {
    this.turned[why] += 1
    return why
  }
  private seat(): () => void {
    this.inside += 1
    let isOut = false
    return () => {
      if (isOut) return
      isOut = true
      this.inside -= 1
      this.next()
    }
  }
  private next(): void {
    while (this.inside < this.limits.seats) {
      const waiting = this.first('action') ?? this.first('view')
      if (!waiting) return
      clearTimeout(waiting.timer)
      waiting.letIn(this.seat())
    }
  }
  /** The first of the party whose turn it is; that party then goes behind the others. */
  private first(lane: Lane): Waiting | undefined {
    const lines = this.lines[lane]
    const [turn] = lines
    if (!turn) return undefined
    const [party, line] = turn
    const waiting = line.shift()!
    lines.delete(party)
    if (line.length > 0) lines.set(party, line)
    this.left(party)
    return waiting
  }
  private giveUp(waiting: Waiting, lane: Lane, why: Turned = 'waitedLong'): void {
    const line = this.lines[lane].get(waiting.party)
    const at = line?.indexOf(waiting) ?? -1
    if (at < 0) return
    line!.splice(at, 1)
    if (line!.length === 0) this.lines[lane].delete(waiting.party)
    this.left(waiting.party)
    waiting.turn(why)
  }
  private left(party: string): void {
    this.standing -= 1
    const own = (this.counts.get(party) ?? 1) - 1
    if (own === 0) this.counts.delete(party)
    else this.counts.set(party, own)
  }
}
