import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Database } from '../../../platform/database/database.ts'
import { sheetToExcel } from '../../../platform/files/write.ts'
import { localDay } from '../../../platform/kinds/day.ts'
import { companyWide, newId } from '../../../platform/kinds/id.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type ImportReport, reportJson, reportText } from './command-report.ts'
import { type Options, settingsOf } from './command-settings.ts'
import { beat, leaseTimes, takeImport } from './lease.ts'
import { type Preview, previewImport } from './preview.ts'
import { rejectedSheet } from './rejected-file.ts'
import { importNow } from './runner.ts'
import { sayWhy } from './say.ts'
import { dateOrders, fixable, importKinds, isList } from './shape.ts'
import { companyTimeZone, failImport, findImport, insertImport } from './tables.ts'
import { findInTheWay, markUndone, takeOut } from './undo-tables.ts'

/** What the command line needs of the house: its database, opened and migrated. */
export type OpenBooks = () => Promise<{
  readonly database: Database
  readonly keys: Keys
  close(): Promise<void>
}>

const many = (value: string, before: string[]): string[] => [...before, value]

/** `jingwei import FILE …` and `jingwei undo-import ID`. */
export function registerImportCommand(program: Command, open: OpenBooks): void {
  program
    .command('import <file>')
    .description(
      'Import ticket lines, store days, stores, people or goods from .xlsx, .csv or .gz · 导入文件',
    )
    .option('--as <kind>', `${importKinds.join(' | ')}; found by the columns if not given`)
    .option('--sheet <name>', 'sheet of the workbook; else the first that is not empty')
    .option('--store <code>', 'the store of the whole file, where no column names it')
    .option('--add-up', 'several rows of one store and day are its departments: add them up')
    .option('--create-missing', 'make stores and associates that the file names and nobody has filed')
    .option('--map <column=field>', 'take a column for a field; several times', many, [])
    .option(
      '--set <field=value>',
      `one value for the whole file (${fixable.join(', ')}); several times`,
      many,
      [],
    )
    .option('--store-is <text=code>', 'what the file calls a store is our store; several times', many, [])
    .option('--split <column=template>', 'cut a code: product_id={group:2}{line:1}{style:4}{size:2}')
    .option('--date-order <order>', `${dateOrders.join(' | ')}, where the dates do not tell`)
    .option(
      '--rate <USD=7.13>',
      'what one unit of a foreign currency is in ours, of today or USD=7.13@2026-01-31; several times',
      many,
      [],
    )
    .option('--reject-currency <USD>', 'return the rows in this currency; several times', many, [])
    .option('--rejected <file>', 'write the rejected rows with their reasons to this .xlsx')
    .option('--language <zh|en>', 'language of what is said', 'zh')
    .option('--dry-run', 'read and compare only, write nothing')
    .option('--json', 'one JSON object')
    .action((file: string, options: Options) =>
      withBooks(open, (database, keys) => importFile(database, keys, resolve(file), options)),
    )
  program
    .command('undo-import <id>')
    .description('Take a whole import out of the books, while its days are open · 撤销一次导入')
    .option('--language <zh|en>', 'language of what is said', 'zh')
    .action((id: string, options: { language: string }) =>
      withBooks(open, (database) => undoImport(database, id, languageOf(options.language))),
    )
}

async function withBooks(
  open: OpenBooks,
  work: (database: Database, keys: Keys) => Promise<boolean>,
): Promise<void> {
  const books = await open()
  try {
    if (!(await work(books.database, books.keys))) process.exitCode = 1
  } finally {
    await books.close()
  }
}

async function importFile(database: Database, keys: Keys, path: string, options: Options): Promise<boolean> {
  const language = languageOf(options.language)
  const today = localDay(new Date(), await companyTimeZone(database))
  const settings = settingsOf(options, today)
  const fileHash = await hashOf(path)
  const onProgress = progressOn(options.json === true)
  const fail = (why: string, facts: Readonly<Record<string, unknown>>): boolean => {
    const sentence = sayWhy(why, facts, language)
    if (options.json) console.log(JSON.stringify({ file: basename(path), refused: why, sentence, facts }))
    else console.error(`✗ ${sentence}`)
    return false
  }
  const preview = await previewImport(database, { path, keys, settings, today, fileHash, onProgress })
  // Of an import the same word says that there is no such import.
  if (isRefusal(preview))
    return preview.refused === 'notFound'
      ? fail('fileNotThere', { file: path })
      : fail(preview.refused, preview.facts)
  const seen = preview as Preview
  const report: ImportReport = { file: basename(path), preview: seen, dryRun: options.dryRun === true }
  if (seen.questions.length > 0 || options.dryRun) {
    tell(report, options, language)
    return seen.questions.length === 0
  }
  const id = newId()
  await insertImport(database, {
    id,
    kind: seen.settings.kind,
    fileName: basename(path),
    fileHash,
    file: null,
    settings: seen.settings,
    by: companyWide,
    at: new Date(),
  })
  const held = { import: id, holder: newId() }
  for (let waited = 0; !(await takeImport(database, held, leaseTimes)); waited += 1) {
    if (waited === 0) console.error(sayWhy('anotherFirst', {}, language))
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  const hush = beat(database, held, leaseTimes)
  const result = await importNow(database, {
    held,
    path,
    keys,
    settings: seen.settings,
    by: companyWide,
    today,
    clock: () => new Date(),
    onProgress,
  })
    .catch(async (fault: Error) => {
      await failImport(database, held, fault.message, new Date())
      throw fault
    })
    .finally(hush)
  if (isRefusal(result)) {
    await failImport(database, held, sayWhy(result.refused, result.facts, language), new Date())
    return fail(result.refused, result.facts)
  }
  if (options.rejected)
    await writeFile(
      resolve(options.rejected),
      await sheetToExcel(await rejectedSheet(database, id, result.headers, language)),
    )
  tell(
    { ...report, id, result, ...(options.rejected ? { rejectedFile: resolve(options.rejected) } : {}) },
    options,
    language,
  )
  return result.inBooks.amount === result.totals.amount
}

async function undoImport(database: Database, id: string, language: Language): Promise<boolean> {
  const refuseWith = (why: string, facts: Record<string, unknown> = {}): boolean => {
    console.error(`✗ ${sayWhy(why, facts, language)}`)
    return false
  }
  if (!/^[0-9a-f-]{36}$/i.test(id)) return refuseWith('notFound')
  return database.transaction(async (db) => {
    const row = await findImport(db, id)
    if (!row) return refuseWith('notFound')
    if (isList(row.kind)) return refuseWith('listNotUndone')
    const way = await findInTheWay(db, id)
    if (way.closedDays > 0) return refuseWith('daysClosed', { count: way.closedDays, first: way.firstClosed })
    if (way.leaning > 0) return refuseWith('ticketsLean', { count: way.leaning, first: way.firstLeaning })
    if (!(await markUndone(db, id, companyWide, new Date())))
      return refuseWith(row.state === 'running' ? 'stillRunning' : 'undoneAlready')
    const tickets = await takeOut(db, id)
    console.log(`✓ ${row.fileName}: ${tickets} 张小票已撤销 tickets taken out`)
    return true
  })
}

const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'zh')

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
  return hash.digest('hex')
}

function progressOn(quiet: boolean): (share: number, rows: number) => void {
  if (quiet || !process.stderr.isTTY) return () => undefined
  return (share, rows) => process.stderr.write(`\r${Math.round(share * 100)} %  ${rows} `)
}

function tell(report: ImportReport, options: Options, language: Language): void {
  if (process.stderr.isTTY && !options.json) process.stderr.write('\r')
  console.log(options.json ? JSON.stringify(reportJson(report)) : reportText(report, language))
}
