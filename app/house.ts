import { resolve } from 'node:path'
import { hearDone } from '../business/duties/discharge.ts'
import { OrganizationDirectory } from '../business/organization/directory.ts'
import { sealPlainPhones } from '../business/organization/people/phones.ts'
import type { Database } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/open.ts'
import { watched } from '../platform/database/watched.ts'
import { vitals } from '../platform/observe/vitals.ts'
import { keepPhotosIn } from '../platform/photos/store.ts'
import { KeyMissing, Keys, newKey } from '../platform/secrets/keys.ts'
import { missingKeys } from '../platform/secrets/subjects.ts'
import { Live } from '../platform/server/live.ts'
import { Door } from '../platform/server/perform.ts'
import type { Config } from './config.ts'
import { openedEarly } from './early.ts'
import { loadKeys } from './keys.ts'
import { movedAway } from './moved.ts'
import { allOperations } from './operations.ts'
import { migrationsFolder } from './root.ts'

/** Where photographs lie, beside the database. */
export const photoFolder = (config: Config): string => resolve(config.dataFolder, 'photos')

/** Database, door and live updates of one running house: what the server and the command line share. */
export interface House {
  readonly database: Database
  readonly door: Door
  readonly directory: OrganizationDirectory
  readonly live: Live
  readonly keys: Keys
  close(): Promise<void>
}

export async function openHouse(config: Config): Promise<House> {
  const moved = config.databaseUrl ? undefined : await movedAway(config.dataFolder)
  if (moved) throw new Error(moved)
  const database =
    (config.databaseUrl ? undefined : await openedEarly(config.dataFolder)) ??
    (await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataFolder }))
  try {
    await migrate(database, migrationsFolder)
    keepPhotosIn(photoFolder(config))
    const keys = await loadKeys(config)
    const [missing] = await missingKeys(database, keys)
    if (missing) throw new KeyMissing(missing)
    if (!database.readOnlyReason())
      await database.transaction((db) => sealPlainPhones(db, { keys, now: new Date() }))
    return houseOn(database, keys)
  } catch (error) {
    // Left open, the database would keep the process alive and the folder locked.
    await database.close()
    throw error
  }
}

/**
 * Without keys the house seals with some of its own, which nobody keeps: for databases in memory. `operations` other
 * than all are for tests.
 */
export function houseOn(real: Database, keys: Keys = new Keys(newKey()), operations = allOperations): House {
  const database = watched(real, (sql, ms) => vitals().statement(sql, ms))
  const directory = new OrganizationDirectory()
  const live = new Live(database)
  const door = new Door(database, operations, directory, keys)
  door.onDone(hearDone)
  return {
    database,
    directory,
    live,
    door,
    keys,
    async close() {
      await live.close()
      await database.close()
    },
  }
}

export const hasCompany = async (house: House): Promise<boolean> =>
  (await house.database.query('select 1 from company')).length > 0
