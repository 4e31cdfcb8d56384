import type { About, Actor, Place } from '../access/who.ts'
import type { Db } from '../database/database.ts'
import type { Day } from '../kinds/day.ts'

/** What the door asks of the business: who somebody is today, and where a thing stands. */
export interface Directory {
  /** `browser`: hash of the token that the browser is known by; a session bound to a device is good only there. */
  actorOfSession(db: Db, tokenHash: string, now: Date, browser?: string): Promise<Actor | undefined>
  actorOfToken(db: Db, tokenHash: string, now: Date): Promise<Actor | undefined>
  /** Undefined when there is no such store, area or person. */
  placeOf(db: Db, about: Exclude<About, 'company' | undefined>, now: Date): Promise<Place | undefined>
  /** The business day in the store, or the company's where none is given. */
  dayAt(db: Db, store: string | undefined, now: Date): Promise<Day>
}
