import { openPostgres } from '../../../platform/database/postgres.ts'
import { keepUploadsIn } from '../../../platform/files/uploads.ts'
import { Keys, newKey } from '../../../platform/secrets/keys.ts'
import { startImportRunner } from './runner.ts'

/** A second process on the same database, for the tests: `node runner-for-tests.ts URL UPLOADS`. Killed at any moment. */
const [url = '', folder = ''] = process.argv.slice(2)
const database = await openPostgres(url)
await startImportRunner(database, {
  uploads: keepUploadsIn(folder),
  keys: new Keys(newKey()),
  clock: () => new Date('2026-11-20T04:00:00Z'),
  lease: { silence: 1_500, beat: 300, look: 250 },
})
setInterval(() => undefined, 60_000)
process.send?.('ready')
