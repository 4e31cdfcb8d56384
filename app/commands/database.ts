import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { restore } from '../../platform/database/backup.ts'
import type { Database } from '../../platform/database/database.ts'
import { FolderInUse } from '../../platform/database/lock.ts'
import { migrate, missingMigrations } from '../../platform/database/migrate.ts'
import { openDatabase } from '../../platform/database/open.ts'
import { type Verified, verify } from '../../platform/database/verify.ts'
import { databaseWords, inBoth } from '../../platform/database/words.ts'
import { newId } from '../../platform/kinds/id.ts'
import { say } from '../../platform/kinds/words.ts'
import { keepPhotosIn, PhotoStore, photos } from '../../platform/photos/store.ts'
import { besideBackup, carryPhotos } from '../../platform/photos/upkeep.ts'
import { anchorsAgainst } from '../../platform/server/anchor.ts'
import { askForBackup, type BackedUp, backUpAll } from '../backups.ts'
import { readConfig } from '../config.ts'
import { photoFolder } from '../house.ts'
import { allInvariants } from '../invariants.ts'
import { migrationsFolder } from '../root.ts'

export function registerDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database up to this version · 升级数据库结构')
    .action(() =>
      withDatabase(async (database) => {
        const applied = await migrate(database, migrationsFolder)
        console.log(applied.length === 0 ? '已是最新 up to date' : `已执行 applied: ${applied.join(', ')}`)
      }),
    )

  program
    .command('verify')
    .description(
      'Recompute every invariant in SQL and name what does not hold; exit status 1 if anything · 核验全部不变式',
    )
    .option('--json', 'one JSON object')
    .action((options: { json?: boolean }) =>
      withDatabase(async (database, dataFolder) => {
        const behind = await missingMigrations(database, migrationsFolder)
        if (behind.length > 0) throw new Error(inBoth(databaseWords.notMigrated, { count: behind.length }))
        const found = [
          ...(await verify(database, allInvariants)),
          await anchorsWrittenDown(database, join(dataFolder, 'audit-anchors.txt')),
        ]
        if (options.json) console.log(JSON.stringify(found))
        else {
          for (const f of found) {
            console.log(
              `${f.count === 0 ? '✓' : '✗'} ${f.name}: ${say(f.says, 'zh')} · ${say(f.says, 'en')}${f.count === 0 ? '' : ` — ${f.count}`}`,
            )
            if (f.count > 0) console.log(`    ${JSON.stringify(f.sample)}`)
          }
          const broken = found.filter((f) => f.count > 0).length
          console.log(`${found.length - broken} hold, ${broken} broken`)
        }
        if (found.some((f) => f.count > 0)) process.exitCode = 1
      }),
    )

  program
    .command('backup <file>')
    .description(
      'Write all data to one file, and photos to a folder beside it; also while the server runs · 备份',
    )
    .action(async (file: string) => {
      const written = await backUpTo(resolve(file))
      console.log(
        `${written.tables} tables, ${written.rows} rows → ${resolve(file)}; ${written.photos} photos → ${besideBackup(resolve(file))}`,
      )
    })

  program
    .command('restore <file>')
    .description('Read a backup into an empty data folder or database · 恢复到空库')
    .action((file: string) =>
      withDatabase(async (database) => {
        await migrate(database, migrationsFolder)
        const read = await restore(database, resolve(file))
        const beside = new PhotoStore(besideBackup(resolve(file)))
        const { photos: carried } = await carryPhotos(database, beside, photos())
        console.log(`${read.tables} tables, ${read.rows} rows, ${carried} photos ← ${resolve(file)}`)
      }),
    )
}

/** Where the running server has the embedded database open, it is asked to write the backup. */
async function backUpTo(file: string): Promise<BackedUp> {
  try {
    let written: BackedUp | undefined
    await withDatabase(async (database) => {
      written = await backUpAll(database, file)
    })
    return written!
  } catch (fault) {
    if (!(fault instanceof FolderInUse)) throw fault
    return askForBackup(readConfig().dataFolder, file, newId())
  }
}

async function withDatabase(
  work: (database: Awaited<ReturnType<typeof openDatabase>>, dataFolder: string) => Promise<void>,
): Promise<void> {
  const config = readConfig()
  keepPhotosIn(photoFolder(config))
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataFolder })
  try {
    await work(database, config.dataFolder)
  } finally {
    await database.close()
  }
}

/** The anchors in the database against those that were written down beside it when they were made. */
async function anchorsWrittenDown(database: Database, file: string): Promise<Verified> {
  const wrong = await anchorsAgainst(database, file)
  return {
    name: 'audit.anchorsWrittenDown',
    says: ['审计锚与当时抄下的一致', 'The anchors are those that were written down'],
    count: wrong.length,
    sample: wrong.slice(0, 5).map((day) => ({ day })),
  }
}
