import type { Database, Db } from '../../../platform/database/database.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { applyGoods } from '../../goods/intake/tables.ts'
import { readPeople } from '../../organization/intake/people.ts'
import { readStores } from '../../organization/intake/stores.ts'
import {
  applyPeople,
  applyStores,
  findKnownPeople,
  findKnownStores,
} from '../../organization/intake/tables.ts'
import type { Vault } from '../../organization/people/phones.ts'
import { again, Batch, bookDays, bookedTicket } from './booking.ts'
import { bookTickets, takeStatistics } from './booking-tables.ts'
import { type DayTotal, walkDays } from './day-file.ts'
import { type Holder, stayHolder } from './lease.ts'
import { kindSaid, openAreaBy, unassignedArea } from './list-file.ts'
import { listRefusals, type RowRefusal } from './preview.ts'
import { mainStore, type Reading, type ReadingInput, type ReadyFile, readImport } from './reading.ts'
import type { FileTicket } from './rules/ticket.ts'
import type { ControlTotals, Rejection } from './shape.ts'
import {
  bookedOf,
  findAssociates,
  findMade,
  findStores,
  finishImport,
  insertRejections,
  learn,
  noteMade,
  noteProgress,
} from './tables.ts'
import { walkTickets } from './ticket-file.ts'

export interface RunInput extends ReadingInput {
  /** The import's own row, written before, and who does it. */
  readonly held: Holder
  readonly by: string
  readonly now: () => Date
}
export interface RunResult {
  readonly totals: ControlTotals
  /** What stands in the books from this import. */
  readonly inBooks: { readonly tickets: number; readonly units: number; readonly amount: number }
  readonly headers: readonly string[]
  readonly madeStores: number
  readonly madePeople: number
}
interface Made {
  readonly madeStores: number
  readonly madePeople: number
}
export type RunWhy = FileRefusalWhy | 'questionsOpen' | 'storeNotMade'

const ticketsAtOnce = 1_000
const linesAtOnce = 4_000
const daysAtOnce = 1_000

/**
 * Lets a file in: stores and people that are to be made first, then its rows in batches, each a transaction of
 * its own, so that others work on meanwhile. Interrupted, it can be run again: what is there stays as it is.
 */
export async function runImport(database: Database, input: RunInput): Promise<RunResult | Refusal<RunWhy>> {
  const early = (share: number, rows: number) => input.onProgress(share / 2, rows)
  const read = await readImport(database, {
    ...input,
    underWay: input.held.import,
    onProgress: early,
  })
  if (isRefusal(read)) return read as Refusal<FileRefusalWhy>
  const reading = read as Reading
  if (!reading.ready) return refuse('questionsOpen', { count: reading.questions.length })
  const vault = { keys: input.keys, now: input.now() }
  const made = await makeMissing(database, input.held, reading.ready, vault).catch((fault: unknown) => {
    if (fault instanceof StoreNotMade)
      return refuse('storeNotMade', { store: fault.store, why: fault.refusal.refused })
    throw fault
  })
  if (isRefusal(made)) return made as Refusal<RunWhy>
  const late = (share: number, rows: number) => input.onProgress(0.5 + share / 2, rows)
  const totals = await book(database, input, reading, reading.ready, late)
  if (isRefusal(totals)) return totals as Refusal<FileRefusalWhy>
  const inBooks = await bookedOf(database, input.held.import)
  const headers = reading.profile.columns.map((c) => c.key)
  const result = { totals: totals as ControlTotals, inBooks, headers, ...made }
  await database.transaction(async (db) => {
    await finishImport(
      db,
      input.held,
      result.totals,
      { inBooks, headers, currency: reading.currency, ...made },
      input.now(),
    )
    await learn(db, reading.profile.signature, reading.settings, input.by, input.now())
  })
  return result
}

/** Stores and people that the file names and that people agreed to have made. */
async function makeMissing(database: Database, held: Holder, ready: ReadyFile, vault: Vault): Promise<Made> {
  const before = await findMade(database, held.import)
  if (before) return before
  return database.transaction(async (db) => {
    await stayHolder(db, held)
    const made = await makeAll(db, ready, vault)
    await noteMade(db, held.import, made)
    return made
  })
}

async function makeAll(db: Db, ready: ReadyFile, vault: Vault): Promise<Made> {
  if (ready.kind === 'stores') {
    const { intake } = ready.list
    await openAreaBy(
      db,
      ready.plan.settings.fixed.area ?? unassignedArea,
      intake.creates.map((s) => s.openedOn),
    )
    await applyStores(db, intake)
    return { madeStores: ready.list.intake.creates.length, madePeople: 0 }
  }
  if (ready.kind === 'goods') {
    await applyGoods(db, ready.list.intake)
    return { madeStores: 0, madePeople: 0 }
  }
  if (ready.kind === 'people') {
    await applyPeople(db, vault, ready.list.intake)
    return { madeStores: 0, madePeople: ready.list.intake.creates.length }
  }
  const { settings } = ready.options.plan
  if (!settings.createMissing) return { madeStores: 0, madePeople: 0 }
  const { today } = ready.options.context
  const rows = [...ready.book.missing.values()]
    .map((m, i) => {
      const key = ready.book.resolve(m.text, m.name)!.key
      return {
        row: i + 1,
        cells: { code: key, name: m.name || m.text, openedOn: ready.survey.firstDays.get(key) ?? today },
      }
    })
    .filter((r) => ready.survey.firstDays.has(r.cells.code))
  const area = settings.fixed.area ?? unassignedArea
  await openAreaBy(
    db,
    area,
    rows.map((r) => r.cells.openedOn),
  )
  const stores = readStores(
    rows,
    await findKnownStores(db, today),
    {
      openedOn: today,
      kind: kindSaid(settings.fixed.storeKind),
      area,
      timeZone: settings.fixed.timeZone ?? ready.book.timeZone,
    },
    today,
    newId,
  )
  const [refused] = stores.refused
  if (refused) throw new StoreNotMade(rows[refused.row - 1]!.cells.code, refused.refusal)
  if (stores.creates.length > 0) await applyStores(db, stores)
  if (ready.kind === 'storeDays') return { madeStores: stores.creates.length, madePeople: 0 }
  const people = readPeople(
    ready.missingPeople.map((p, i) => ({
      row: i + 1,
      cells: {
        jobNumber: p.text,
        name: p.name || p.text,
        position: '导购',
        store: p.store,
        hiredOn: p.firstDay,
      },
    })),
    await findKnownPeople(db, vault.keys),
    { hiredOn: today, from: today },
    newId,
  )
  if (people.creates.length > 0) await applyPeople(db, vault, people)
  return { madeStores: stores.creates.length, madePeople: people.creates.length }
}

/** The organization would not have a store that the file needs. */
class StoreNotMade extends Error {
  constructor(
    readonly store: string,
    readonly refusal: Refusal,
  ) {
    super(`${store}: ${refusal.refused}`)
  }
}

async function book(
  database: Database,
  input: RunInput,
  reading: Reading,
  ready: ReadyFile,
  onProgress: ReadingInput['onProgress'],
): Promise<ControlTotals | Refusal<FileRefusalWhy>> {
  const rejections = new Batch<Rejection | RowRefusal>(500, (all) =>
    insertRejections(database, input.held.import, all as Rejection[]),
  )
  let rows = 0
  let totals: ControlTotals | Refusal<FileRefusalWhy>
  const options = <O extends { onProgress: ReadingInput['onProgress'] }>(o: O): O => ({
    ...o,
    onProgress: (share: number, read: number) => {
      rows = read
      onProgress(share, read)
    },
  })
  let batches = 0
  const progress = async () => {
    batches += 1
    // Plans made while the tables were small would scan them to the end: statistics are taken anew as they grow.
    if (Math.log2(batches) % 2 === 0) await takeStatistics(database)
    await noteProgress(database, input.held.import, rows, reading.profile.rows)
  }
  if ('list' in ready) {
    for (const refusal of listRefusals(ready)) await rejections.add(refusal)
    totals = ready.list.totals
  } else {
    const stores = new Map((await findStores(database)).map((s) => [s.key, s]))
    if (ready.kind === 'storeDays') {
      const batch = new Batch<DayTotal>(daysAtOnce, async (all) => {
        await bookDays(database, input, stores, all)
        await progress()
      })
      totals = await walkDays(options(ready.options), ready.survey, {
        rejected: (r) => rejections.add(r),
        day: (d) => batch.add(d),
      })
      await batch.flush()
    } else {
      const asked = [...ready.survey.associates].map(([text, a]) => ({
        text,
        store: stores.get(mainStore(a))?.id ?? null,
      }))
      const people = await findAssociates(database, asked)
      const batch = new Batch<FileTicket>(
        ticketsAtOnce,
        async (all) => {
          const booked = all.map((t) => bookedTicket(t, stores.get(t.store)!, people))
          await again(() =>
            database.transaction(async (db) => {
              await stayHolder(db, input.held)
              await bookTickets(db, input.held.import, input.by, booked)
            }),
          )
          await progress()
        },
        (t) => t.lines.length,
        linesAtOnce,
      )
      totals = await walkTickets(options(ready.options), ready.survey, {
        rejected: (r) => rejections.add(r),
        ticket: (t) => batch.add(t),
      })
      await batch.flush()
    }
  }
  await rejections.flush()
  return totals
}
