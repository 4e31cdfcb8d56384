import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptAct } from './rules.ts'

/** The last answer of a view that somebody saw here. */
export interface KeptAnswer {
  /** Person, view and input. */
  key: string
  person: string
  at: number
  answer: unknown
}
interface Phone extends DBSchema {
  acts: { key: number; value: KeptAct; indexes: { key: [string, string] } }
  seen: { key: string; value: KeptAnswer; indexes: { at: number } }
}
export type PhoneDatabase = IDBPDatabase<Phone>

let opened: Promise<PhoneDatabase | undefined> | undefined

/** The phone's own database; undefined where the browser has none (or forbids it): then nothing can wait. */
export function phoneDatabase(): Promise<PhoneDatabase | undefined> {
  opened ??= open().catch(() => undefined)
  return opened
}

async function open(): Promise<PhoneDatabase | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  const database = await openDB<Phone>('jingwei', 1, {
    upgrade(fresh) {
      const acts = fresh.createObjectStore('acts', { keyPath: 'n', autoIncrement: true })
      acts.createIndex('key', ['person', 'key'], { unique: true })
      fresh.createObjectStore('seen', { keyPath: 'key' }).createIndex('at', 'at')
    },
    // A newer edition in another window wants to change it: it opens again when it is needed.
    blocking: (_now, _wanted, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  // What lies here must not be cleared to make room for pictures.
  void navigator.storage?.persist?.().catch(() => false)
  return database
}

/** On the disk when it answers, not only on its way there. The same key of the same person is one act. */
export async function putAct(database: PhoneDatabase, act: KeptAct): Promise<KeptAct> {
  const writing = database.transaction('acts', 'readwrite', { durability: 'strict' })
  const before = await writing.store.index('key').get([act.person, act.key])
  const kept = before ?? { ...act, n: await writing.store.add(act) }
  await writing.done
  return kept
}
export async function changeAct(
  database: PhoneDatabase,
  n: number,
  change: (act: KeptAct) => KeptAct,
): Promise<void> {
  const writing = database.transaction('acts', 'readwrite', { durability: 'strict' })
  const before = await writing.store.get(n)
  if (before) await writing.store.put(change(before))
  await writing.done
}
export const removeAct = (database: PhoneDatabase, n: number): Promise<void> => database.delete('acts', n)
/** In the order in which they were done. */
export const actsOf = async (database: PhoneDatabase, person: string): Promise<KeptAct[]> =>
  (await database.getAll('acts')).filter((act) => act.person === person)
export const countActs = (database: PhoneDatabase): Promise<number> => database.count('acts')
