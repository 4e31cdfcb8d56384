import { type House, houseOn } from '../../app/house.ts'
import { allOperations } from '../../app/operations.ts'
import { identifier } from '../../platform/database/catalogue.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { type Canaries, columnsByStore, type Planted } from './canaries.ts'
import { type Trial, tryMatrix } from './matrix.ts'
import { blinded } from './mutants.ts'
import { isDrawn } from './sample.ts'
import { serve } from './world.ts'

export interface Behind {
  /** Values that stand in protected tables and nowhere else. */
  readonly canaries: number
  /** Requests with the program's own filter taken away. */
  readonly requests: number
  readonly leaks: readonly string[]
}

/**
 * The program's own filter is taken out of every view at once: whoever holds a position may look at any place, and lists are not cut to
 * what he reaches. What then keeps protected rows from him is the database alone; with `fenced` false, nothing is. `share`: how many of
 * the requests are made, always the same ones; `only`: of which views.
 */
export async function tryBehindTheFence(
  trial: Trial,
  { fenced = true, share = 1, only }: { fenced?: boolean; share?: number; only?: readonly string[] } = {},
): Promise<Behind> {
  const { world } = trial
  const canaries = await onlyProtected(world.database, trial.canaries)
  const database: Database = fenced ? world.database : unfenced(world.database)
  const house: House = houseOn(database, world.keys, blinded())
  const server = await serve(house, world.folder)
  try {
    const views = Object.keys(allOperations).filter(
      (name) => allOperations[name]!.kind === 'view' && (only?.includes(name) ?? true),
    )
    const { cells, leaks } = await tryMatrix({
      ...trial,
      canaries,
      ask: server.ask,
      take: server.take,
      operations: views,
      chosen: (operation, place, caller) =>
        scoped.has(caller) &&
        place !== 'store A1' &&
        place !== 'area A' &&
        isDrawn(`${operation} ${place} ${caller}`, 20_261_127, share),
    })
    return {
      canaries: canaries.ids.size + canaries.amounts.size + canaries.texts.length,
      requests: cells,
      leaks: leaks.map((l) => `${l.operation} at ${l.place} to ${l.caller}: ${l.told}`),
    }
  } finally {
    await server.close()
  }
}
const scoped = new Set(['area manager of A', 'manager of A1', 'associate of A1'])

/** The same database without its second fence: what the matrix must find out is the program's own doing. */
export const unfenced = (real: Database): Database => ({
  engine: real.engine,
  query: (sql, parameters) => real.query(sql, parameters),
  transaction: (work, { fence: _, ...kind } = {}) => real.transaction(work, kind),
  script: (sql) => real.script(sql),
  notify: (channel, payload) => real.notify(channel, payload),
  listen: (channel, hear) => real.listen(channel, hear),
  readOnlyReason: () => real.readOnlyReason(),
  close: () => real.close(),
})

/** What is on record in protected tables alone: the same value elsewhere (a sum, a link) tells nothing of them. */
async function onlyProtected(db: Db, { ids, amounts, texts }: Canaries): Promise<Canaries> {
  const guarded = new Set(
    (
      await db.query<{ name: string }>(
        `select tablename as name from pg_policies where policyname = 'second_fence'`,
      )
    ).map((p) => p.name),
  )
  const elsewhere = new Set<string>()
  for (const { table, column } of await columnsByStore(db)) {
    if (guarded.has(table)) continue
    const rows = await db.query<{ value: string }>(
      `select distinct ${identifier(column)}::text as value from ${identifier(table)} where ${identifier(column)} is not null`,
    )
    for (const { value } of rows) elsewhere.add(value)
  }
  const isOnly = (value: string, { at }: Planted): boolean =>
    guarded.has(at.slice(0, at.indexOf('.'))) && !elsewhere.has(value)
  return {
    ids: new Map([...ids].filter(([value, planted]) => isOnly(value, planted))),
    amounts: new Map([...amounts].filter(([value, planted]) => isOnly(String(value), planted))),
    texts: texts.filter(([value, planted]) => isOnly(value, planted)),
  }
}
