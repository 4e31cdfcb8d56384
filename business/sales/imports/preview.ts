import type { Db } from '../../../platform/database/database.ts'
import type { TableInfo } from '../../../platform/files/read.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import type { Spelling } from '../../goods/intake/shape.ts'
import { walkDays } from './day-file.ts'
import { type Reading, type ReadingInput, type ReadyFile, readImport } from './reading.ts'
import type { PlanWhy } from './rules/plan.ts'
import { splitCode, splitRule } from './rules/split.ts'
import type { ControlTotals, ImportSettings, RejectionWhy, SeenCurrency } from './shape.ts'
import { earlierOf } from './tables.ts'
import { type Remarks, walkTickets } from './ticket-file.ts'

/** Why a row is refused; the organization's own reasons stand beside those of this slice. */
export interface RowRefusal {
  readonly row: number
  readonly why: RejectionWhy | (string & {})
  readonly facts: Readonly<Record<string, unknown>>
  readonly field?: string
  readonly cells: readonly string[]
}

/** Everything that people see before they let a file in. Amounts in 分. */
export interface Preview {
  readonly info: TableInfo
  readonly rows: number
  readonly headerRow: number
  readonly columns: readonly {
    readonly key: string
    readonly filled: number
    readonly samples: readonly string[]
  }[]
  readonly settings: ImportSettings
  readonly learnt: boolean
  readonly signature: string
  /** Templates that would fit a column, and how the chosen one cuts the first codes. */
  readonly splits: Readonly<Record<string, string>>
  readonly splitExamples: readonly {
    readonly code: string
    readonly parts: Readonly<Record<string, string>> | null
  }[]
  readonly questions: readonly {
    readonly why: PlanWhy
    readonly facts: Readonly<Record<string, unknown>>
    readonly field?: string
  }[]
  /** The company's currency, and those that the rows of the file are in. */
  readonly currency: string
  readonly currencies: readonly SeenCurrency[]
  readonly missingStores: readonly { readonly text: string; readonly name: string; readonly rows: number }[]
  readonly missingPeople: readonly { readonly text: string; readonly name: string; readonly store: string }[]
  readonly remarks: Remarks | null
  readonly totals: ControlTotals | null
  /** For lists of stores and people. */
  readonly list: {
    readonly creates: number
    readonly updates: number
    readonly unchanged: number
    readonly newAreas: readonly string[]
    /** Of a goods file: styles that are new, and brands that it spells in several ways. */
    readonly newStyles: number | null
    readonly spellings: readonly Spelling[]
  } | null
  readonly rejected: readonly { readonly why: string; readonly count: number }[]
  readonly firstRejected: readonly RowRefusal[]
  /** Earlier imports of the very same file. */
  readonly earlier: readonly { readonly id: string; readonly at: string; readonly fileName: string }[]
}

/** Reads the whole file and says what an import of it would do; nothing is written. */
export async function previewImport(
  db: Db,
  input: ReadingInput & { readonly fileHash: string },
): Promise<Preview | Refusal<FileRefusalWhy>> {
  const reading = await readImport(db, input)
  if (isRefusal(reading)) return reading as Refusal<FileRefusalWhy>
  return previewOf(db, reading as Reading, input.fileHash, (share, rows) =>
    input.onProgress(2 / 3 + share / 3, rows),
  )
}

async function previewOf(
  db: Db,
  reading: Reading,
  fileHash: string,
  onProgress: (share: number, rows: number) => void,
): Promise<Preview | Refusal<FileRefusalWhy>> {
  const { profile, settings, ready } = reading
  const rejected = new Map<string, number>()
  const firstRejected: RowRefusal[] = []
  const take = (refusal: RowRefusal) => {
    rejected.set(refusal.why, (rejected.get(refusal.why) ?? 0) + 1)
    if (firstRejected.length < 30) firstRejected.push(refusal)
    return undefined
  }
  const totals = ready ? await totalsOf(ready, take, onProgress) : null
  if (isRefusal(totals)) return totals as Refusal<FileRefusalWhy>
  return {
    info: profile.info,
    rows: profile.rows,
    headerRow: profile.headerRow,
    signature: profile.signature,
    columns: profile.columns.map(({ key, filled, samples }) => ({ key, filled, samples })),
    settings,
    learnt: reading.learnt,
    splits: profile.splits,
    splitExamples: examplesOf(reading),
    questions: reading.questions.map(({ refused, facts, field }) => ({
      why: refused,
      facts,
      ...(field ? { field } : {}),
    })),
    currency: reading.currency,
    currencies: reading.currencies,
    missingStores: ready && 'book' in ready ? [...ready.book.missing.values()] : [],
    missingPeople:
      ready?.kind === 'ticketLines'
        ? ready.missingPeople.map(({ text, name, store }) => ({ text, name, store }))
        : [],
    remarks: ready?.kind === 'ticketLines' ? ready.survey.remarks : null,
    totals: totals as ControlTotals | null,
    list: ready && 'list' in ready ? listOf(ready) : null,
    rejected: [...rejected].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count),
    firstRejected,
    earlier: await earlierOf(db, fileHash),
  }
}

async function totalsOf(
  ready: ReadyFile,
  take: (r: RowRefusal) => undefined,
  onProgress: (share: number, rows: number) => void,
) {
  if (ready.kind === 'ticketLines')
    return walkTickets({ ...ready.options, onProgress }, ready.survey, {
      rejected: take,
      ticket: () => undefined,
    })
  if (ready.kind === 'storeDays')
    return walkDays({ ...ready.options, onProgress }, ready.survey, { rejected: take, day: () => undefined })
  for (const refusal of listRefusals(ready)) take(refusal)
  return ready.list.totals
}

export function* listRefusals(ready: Extract<ReadyFile, { list: unknown }>): Generator<RowRefusal> {
  for (const row of ready.list.totalRows)
    yield { row, why: 'totalRow', facts: {}, cells: ready.list.cells.get(row) ?? [] }
  for (const { row, refusal } of ready.list.intake.refused) {
    yield {
      row,
      why: refusal.refused,
      facts: refusal.facts,
      cells: ready.list.cells.get(row) ?? [],
      ...(refusal.field ? { field: refusal.field } : {}),
    }
  }
}

function listOf(ready: Extract<ReadyFile, { list: unknown }>): NonNullable<Preview['list']> {
  const { intake } = ready.list
  return {
    creates: intake.creates.length,
    newStyles: 'newStyles' in intake ? intake.newStyles : null,
    spellings: 'spellings' in intake ? intake.spellings : [],
    updates: intake.updates.length,
    unchanged: intake.unchanged.length,
    newAreas: 'areas' in intake ? intake.areas.map((a) => a.name) : [],
  }
}

function examplesOf({ profile, settings }: Reading): Preview['splitExamples'] {
  const { split } = settings
  const column = split && profile.columns.find((c) => c.key === split.column)
  if (!split || !column) return []
  const rule = splitRule(split.template)
  if ('refused' in rule) return []
  return column.samples.map((code) => ({
    code,
    parts: (splitCode(rule, code) as Record<string, string> | undefined) ?? null,
  }))
}
