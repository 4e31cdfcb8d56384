import { FolderInUse } from './lock.ts'
import { openPglite } from './pglite.ts'

/** Another process for the tests: writes sales until it is killed, and prints each one once it is acknowledged. */
const [, , folder, template] = process.argv
if (!folder || !template) throw new Error('which folder?')
try {
  const db = await openPglite(folder, { template })
  await db.script('create table if not exists sale (id int primary key)')
  const [last] = await db.query<{ id: number }>('select coalesce(max(id), 0) as id from sale')
  for (let id = (last?.id ?? 0) + 1; ; id++) {
    await db.query('insert into sale values ($1)', [id])
    process.stdout.write(`${id}\n`)
  }
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error
  process.stdout.write(`${error.message}\n`)
}
