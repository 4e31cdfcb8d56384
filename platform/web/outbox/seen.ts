import { type PhoneDatabase, phoneDatabase } from './database.ts'

/** So many answers are kept, of so many days, none larger than this (characters of JSON). */
const most = 150
const days = 7
const largest = 1_500_000

interface Reader {
  person: string
  /** Views whose answers stay on no phone. */
  keptNowhere: readonly string[]
  /** By PIN on a store's own device: the next one takes it up without signing anybody out. */
  byPin: boolean
}
let reader: Reader | undefined
/** Whose answers are kept from now on; undefined: nobody's. */
export const readsHere = (who: Reader | undefined): void => {
  reader = who
}

/** Of whoever was signed in here last: with it the product opens without network. */
const whoIsThere = 'access.me'
const keyOf = (person: string, name: string, input: unknown): string =>
  `${name === whoIsThere ? '' : person} ${name} ${JSON.stringify(input)}`
const isKept = (name: string): boolean =>
  name === whoIsThere || (reader !== undefined && !reader.byPin && !reader.keptNowhere.includes(name))

/** When each answer on screen was given; those from the phone's memory have their old time. */
const answeredAt = new Map<string, number>()
export const ageOf = (name: string, input: unknown): number | undefined =>
  answeredAt.get(`${name} ${JSON.stringify(input)}`)
const note = (name: string, input: unknown, at: number): void =>
  void answeredAt.set(`${name} ${JSON.stringify(input)}`, at)

/** Keeps what a view answered as the last that was seen of it. */
export async function rememberAnswer(name: string, input: unknown, answer: unknown): Promise<void> {
  const at = Date.now()
  note(name, input, at)
  if (!isKept(name)) return
  const me = name === whoIsThere ? (answer as { person?: { id: string }; byPin?: boolean }) : undefined
  const person = me ? me.person?.id : reader?.person
  if (!person || me?.byPin || JSON.stringify(answer).length > largest) return
  const database = await phoneDatabase()
  if (!database) return
  await database.put('seen', { key: keyOf(person, name, input), person, at, answer })
  if (Math.random() < 0.05) await prune(database)
}

/** The last answer that was seen of a view here, while the network is away; undefined where there is none. */
export async function lastAnswer(name: string, input: unknown): Promise<{ answer: unknown } | undefined> {
  if (!isKept(name)) return undefined
  const database = await phoneDatabase()
  const kept = await database?.get('seen', keyOf(reader?.person ?? '', name, input))
  if (!kept || kept.at < Date.now() - days * 86_400_000) return undefined
  note(name, input, kept.at)
  return { answer: kept.answer }
}

/** Nothing that was seen here stays: somebody has signed out, or the house has ended the session. */
export async function forgetAnswers(): Promise<void> {
  reader = undefined
  answeredAt.clear()
  await (await phoneDatabase())?.clear('seen')
}

async function prune(database: PhoneDatabase): Promise<void> {
  const writing = database.transaction('seen', 'readwrite')
  const byAge = await writing.store.index('at').getAllKeys()
  const old = await writing.store
    .index('at')
    .getAllKeys(IDBKeyRange.upperBound(Date.now() - days * 86_400_000))
  for (const key of new Set([...old, ...byAge.slice(0, Math.max(0, byAge.length - most))]))
    if (!key.startsWith(` ${whoIsThere} `)) await writing.store.delete(key)
  await writing.done
}
