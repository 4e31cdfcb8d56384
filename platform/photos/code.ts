import type { Db } from '../database/database.ts'
import type { Day } from '../kinds/day.ts'
import { companyWide } from '../kinds/id.ts'
import { indexOf, type Keys } from '../secrets/keys.ts'
import { knownKey } from '../secrets/subjects.ts'

/**
 * Two digits that a store writes on a card and puts into the day's photographs (今日码): reckoned with the company's key, so that
 * nobody knows them before the day, and a photograph of another day shows others. null while the company has no key yet.
 */
export async function codeOfDay(db: Db, keys: Keys, store: string, day: Day): Promise<number | null> {
  const key = await knownKey(db, keys, companyWide)
  return key ? 10 + (indexOf(key, `photo code ${store} ${day}`).readUInt32BE(0) % 90) : null
}
