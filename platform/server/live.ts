import type { Actor } from '../access/who.ts'
import type { Database } from '../database/database.ts'

/** What changed, so that open pages look again. No figures travel here: pages ask through the door. */
export interface Happening {
  readonly action: string
  readonly store?: string
  readonly area?: string
  /** People whose sessions ended or changed: not told to pages, their streams are looked at again. */
  readonly sessionsOf?: readonly string[]
}
type Hear = (happening: Happening) => void

const channel = 'jingwei_live'

/** Live updates: happenings are gathered for a moment and told to every process of the same database. */
export class Live {
  private readonly hearers = new Set<Hear>()
  private waiting: Happening[] = []
  private timer: NodeJS.Timeout | undefined
  private stop: (() => Promise<void>) | undefined
  constructor(private readonly database: Database) {}

  async start(): Promise<void> {
    this.stop = await this.database.listen(channel, (payload) => {
      for (const happening of JSON.parse(payload) as Happening[])
        for (const hear of this.hearers) hear(happening)
    })
  }

  tell(happening: Happening): void {
    this.waiting.push(happening)
    this.timer ??= setTimeout(() => void this.flush(), 50)
  }

  /** How many hear. */
  get hearing(): number {
    return this.hearers.size
  }

  hear(hear: Hear): () => void {
    this.hearers.add(hear)
    return () => void this.hearers.delete(hear)
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    await this.stop?.()
  }

  private async flush(): Promise<void> {
    this.timer = undefined
    const unique = new Map(this.waiting.map((h) => [JSON.stringify(h), h]))
    this.waiting = []
    const all = [...unique.values()]
    try {
      // A notification holds 8,000 bytes at most.
      for (let i = 0; i < all.length; i += 40)
        await this.database.notify(channel, JSON.stringify(all.slice(i, i + 40)))
    } catch (error) {
      console.error('live updates were not told:', error instanceof Error ? error.message : error)
    }
  }
}

/** Whether this actor may know that something happened there. */
export function concerns(happening: Happening, actor: Actor): boolean {
  if (actor.onlyStore) return happening.store === actor.onlyStore
  if (!happening.store) return true
  return actor.appointments.some(
    (a) => a.store === happening.store || a.areaStores.includes(happening.store!) || (!a.store && !a.area),
  )
}

/** How many stores he hears of; without end for who sees the company. */
export const storesSeen = (actor: Actor): number =>
  actor.onlyStore
    ? 1
    : actor.appointments.some((a) => !a.store && !a.area)
      ? Number.POSITIVE_INFINITY
      : new Set(actor.appointments.flatMap((a) => [...(a.store ? [a.store] : []), ...a.areaStores])).size
