import type { Database } from '../platform/database/database.ts'
import { openPglite } from '../platform/database/pglite.ts'
import { readConfig } from './config.ts'
import { movedAway } from './moved.ts'

let early: { readonly folder: string; readonly database: Promise<Database | undefined> } | undefined

/** Begins to open the embedded database where the words of the command line ask for the server. */
export function openEarly(words: readonly string[]): void {
  const [command = 'serve'] = words
  const isServing = command === 'serve' || command.startsWith('-')
  if (!isServing || words.some((word) => ['-h', '--help', '-V', '--version'].includes(word))) return
  const config = configOrNone()
  if (!config || config.databaseUrl) return
  const folder = config.dataFolder
  const database = movedAway(folder).then((moved) => (moved ? undefined : openPglite(folder)))
  // Whoever asks for it hears why it could not be opened.
  database.catch(() => undefined)
  early = { folder, database }
}

/** The database of a folder that is being opened already, once; undefined where none is. */
export function openedEarly(folder: string): Promise<Database | undefined> | undefined {
  const opening = early?.folder === folder ? early.database : undefined
  early = undefined
  return opening
}

/** A command that ended before it asked for its database leaves none open: the process would not end. */
export async function closeEarly(): Promise<void> {
  const opened = await early?.database.catch(() => undefined)
  early = undefined
  await opened?.close()
}

/** What is wrong with the environment is said by the command itself. */
function configOrNone() {
  try {
    return readConfig()
  } catch {
    return undefined
  }
}
