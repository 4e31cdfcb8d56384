import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../../platform/database/database.ts'
import { migrate } from '../../../platform/database/migrate.ts'
import { openPostgres } from '../../../platform/database/postgres.ts'
import { postgresForTests } from '../../../platform/database/postgres-for-tests.ts'
import { migrationsFolder } from '../../../platform/database/testing.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { Keys, newKey } from '../../../platform/secrets/keys.ts'
import { leaseTimes, takeImport } from './lease.ts'
import { importNow } from './runner.ts'
import { insertImport } from './tables.ts'

const rows = 100_000
const rounds = 3
const wanted = 0.4
const today = '2026-11-20' as Day
/** Where the rows of an import stand when it is done. */
const written = [
  'ticket',
  'ticket_line',
  'ticket_credit',
  'ticket_tender',
  'sales_store_month',
  'sales_store_day',
  'sales_style_day',
  'sales_person_day',
  'sales_store_hour',
]

/**
 * 100,000 ticket lines of a file, read, checked, rounded and booked with all totals, beside COPY of the very rows that came of it
 * into tables with the same columns, keys and checks; on one PostgreSQL that keeps what it is told.
 */
export async function benchImports(): Promise<void> {
  const server = await postgresForTests({ durable: true, sharedBuffers: '256MB' })
  if (!server) return
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-import-bench-'))
  const database = await openPostgres(server.url)
  try {
    await migrate(database, migrationsFolder)
    await database.query(`insert into company (name) values ('测速')`)
    const ratios: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const path = join(folder, `lines-${round}.csv`)
      await writeFile(path, fileOf(round))
      const took = await timeImport(database, path)
      const copied = await timeCopy(database, round)
      ratios.push(copied / took)
      console.log(
        `  imports, round ${round}: ${(took / 1000).toFixed(1)} s, COPY of the same rows ${(copied / 1000).toFixed(1)} s: ${ratios.at(-1)!.toFixed(2)}`,
      )
    }
    const reached = ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
    console.log(
      `imports: ${rows} ticket lines at ${reached.toFixed(2)} of COPY's rate; wanted ${wanted}: ${reached >= wanted ? 'reached' : 'NOT reached'}`,
    )
  } finally {
    await database.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lines of a year, two to a ticket, over 40 stores, 200 associates and 300 styles. */
function fileOf(round: number): string {
  const lines = ['门店,小票号,销售日期,时间,货号,颜色,尺码,数量,吊牌价,金额,导购,收款方式']
  for (let i = 0; i < rows; i += 1) {
    const ticket = i >> 1
    const store = ticket % 40
    const day = new Date(Date.UTC(2018 + round, 0, 1 + Math.floor(ticket / 140))).toISOString().slice(0, 10)
    const style = (ticket * 7 + i * 13) % 300
    const price = 199 + style
    lines.push(
      `S${store},R${round}-${ticket},${day},${10 + (ticket % 11)}:${10 + (ticket % 50)},K${style},红,M,1,${price},${(price * 0.79).toFixed(3)},P${store}-${ticket % 5},微信`,
    )
  }
  return `${lines.join('\n')}\n`
}

async function timeImport(database: Database, path: string): Promise<number> {
  const held = { import: newId(), holder: newId() }
  const settings = {
    kind: 'ticketLines',
    columns: {},
    fixed: {},
    createMissing: true,
    storeNames: {},
    currencies: {},
  } as const
  await insertImport(database, {
    id: held.import,
    kind: 'ticketLines',
    fileName: 'lines.csv',
    fileHash: path,
    file: null,
    settings: settings as never,
    by: newId(),
    at: new Date(),
  })
  if (!(await takeImport(database, held, { ...leaseTimes, silence: 3_600_000 }))) throw new Error('not free')
  const begun = performance.now()
  const result = await importNow(database, {
    held,
    path,
    keys: new Keys(newKey()),
    settings: settings as never,
    by: newId(),
    today,
    clock: () => new Date(),
  })
  const took = performance.now() - begun
  if (isRefusal(result)) throw new Error(result.refused)
  if (result.inBooks.amount !== result.totals.amount || result.totals.rowsAccepted !== rows)
    throw new Error('the books are not what the file is')
  return took
}

/** The rows of this round's year alone, out to files and into tables of the same make. */
async function timeCopy(database: Database, round: number): Promise<number> {
  await database.script(`create schema copied${round}`)
  const from = `${2018 + round}-01-01`
  for (const table of written) {
    await database.script(`create table copied${round}.${table} (like public.${table} including all)`)
    const which = table.startsWith('ticket_')
      ? `where exists (select from public.ticket t where t.store_id = x.store_id and t.id = x.ticket_id and t.day >= '${from}')`
      : table === 'sales_store_month'
        ? `where month >= '${from.slice(0, 7)}'`
        : `where day >= '${from}'`
    await database.script(
      `create table copied${round}.${table}_rows as select * from public.${table} x ${which}`,
    )
  }
  let took = 0
  for (const table of written) {
    const at = join(tmpdir(), `jingwei-copy-${process.pid}-${round}-${table}`)
    await database.script(`copy copied${round}.${table}_rows to '${at}'`)
    const begun = performance.now()
    await database.script(`copy copied${round}.${table} from '${at}'`)
    took += performance.now() - begun
    await rm(at, { force: true })
  }
  await database.script(`drop schema copied${round} cascade`)
  return took
}
