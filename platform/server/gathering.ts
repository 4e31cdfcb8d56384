import type { Happening } from './live.ts'

/** Stores that one telling names at most; beyond that it says only what was done somewhere. */
const mostNamed = 40

/**
 * What one open page is told. The first happening goes out at once; those that follow within `pause` ms are gathered, each
 * kind at each store once. Who sees ten thousand stores would otherwise ask for his pages anew with every ticket of each,
 * and a phone on a slow network would leave a queue behind it: while it takes nothing more, the gathering goes on, and what
 * is kept never grows beyond the kinds of happenings there are.
 */
export class Gathering {
  private readonly gathered = new Map<string, Happening>()
  private timer: NodeJS.Timeout | undefined
  private isFull = false
  /** `send` hands one telling over; false: the far end takes nothing more until `taken` is called. */
  constructor(
    private readonly send: (all: readonly Happening[]) => boolean,
    private readonly pause: number,
  ) {}

  add(happening: Happening): void {
    const { action, store, area } = happening
    if (this.gathered.has(action)) return
    this.gathered.set(store || area ? `${action} ${store ?? ''} ${area ?? ''}` : action, happening)
    if (this.gathered.size > mostNamed) this.nameNoStores()
    if (this.timer === undefined) this.tell()
  }
  /** The far end takes more. */
  taken(): void {
    this.isFull = false
    if (this.timer === undefined && this.gathered.size > 0) this.tell()
  }
  close(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.gathered.clear()
    this.isFull = true
  }

  private tell(): void {
    if (this.isFull) return
    const all = [...this.gathered.values()]
    this.gathered.clear()
    if (all.length > 0) {
      this.isFull = !this.send(all)
      this.timer = setTimeout(() => {
        this.timer = undefined
        if (this.gathered.size > 0) this.tell()
      }, this.pause)
    }
  }
  private nameNoStores(): void {
    const actions = new Set([...this.gathered.values()].map((h) => h.action))
    this.gathered.clear()
    for (const action of actions) this.gathered.set(action, { action })
  }
}
