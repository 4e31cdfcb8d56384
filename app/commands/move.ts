import type { Command } from 'commander'
import { carryOver } from '../../platform/database/backup.ts'
import { type Compared, compareTotals } from '../../platform/database/control.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { openDatabase } from '../../platform/database/open.ts'
import { openPostgres } from '../../platform/database/postgres.ts'
import { verify } from '../../platform/database/verify.ts'
import { readConfig } from '../config.ts'
import { controlTotals } from '../control-totals.ts'
import { allInvariants } from '../invariants.ts'
import { leaveWord } from '../moved.ts'
import { migrationsFolder } from '../root.ts'

export function registerMove(program: Command): void {
  program
    .command('move')
    .description(
      'Carry the whole chain from the embedded database to a PostgreSQL, with its totals and audit heads compared · 搬到 PostgreSQL',
    )
    .requiredOption('--to <url>', 'postgres://user@host/database, empty')
    .action(async ({ to }: { to: string }) => {
      const config = readConfig()
      const from = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataFolder })
      try {
        await migrate(from, migrationsFolder)
        const { rows, tables, compared, broken } = await moveChain(from, to)
        for (const { says, there, here } of compared)
          console.log(`${there === here ? '✓' : '✗'} ${says[0]} ${says[1]}: ${there} → ${here}`)
        console.log(
          `${tables} tables, ${rows} rows; ${broken.length === 0 ? 'all invariants hold' : broken.join(', ')}`,
        )
        if (!config.databaseUrl) await leaveWord(config.dataFolder)
        console.log(
          `已搬完。今后用 DATABASE_URL 启动，附件仍在 ${config.dataFolder}。 Moved. Start with DATABASE_URL from now on; uploaded files stay in ${config.dataFolder}.`,
        )
      } finally {
        await from.close()
      }
    })
}

export interface Moved {
  readonly tables: number
  readonly rows: number
  readonly compared: readonly Compared[]
  /** Invariants that do not hold in the new place. */
  readonly broken: readonly string[]
}

/** All or nothing: a figure that differs, and nothing is kept in the new place. */
export async function moveChain(from: Awaited<ReturnType<typeof openDatabase>>, url: string): Promise<Moved> {
  const to = await openPostgres(url)
  try {
    await migrate(to, migrationsFolder)
    let compared: Compared[] = []
    const carried = await carryOver(from, to, async (there, here) => {
      compared = await compareTotals(there, here, controlTotals)
      const wrong = compared.filter((c) => c.there !== c.here)
      if (wrong.length > 0)
        throw new Error(
          `搬家核对不上，没有保留 the totals differ, nothing was kept: ${wrong.map((c) => `${c.says[1]} ${c.there} ≠ ${c.here}`).join('; ')}`,
        )
    })
    await to.query('analyze')
    const broken = (await verify(to, allInvariants)).filter((v) => v.count > 0).map((v) => v.name)
    return { ...carried, compared, broken }
  } finally {
    await to.close()
  }
}
