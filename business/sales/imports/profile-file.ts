import { stat } from 'node:fs/promises'
import { readTable, type TableInfo } from '../../../platform/files/read.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { columnKeys, headerRowOf, signatureOf } from './rules/headers.ts'
import type { FileProfile } from './rules/plan.ts'
import { newProfile, weigh } from './rules/profile.ts'
import { proposeSplit } from './rules/split.ts'

/** What a file is and what its columns hold, learnt by reading it once. */
export interface ProfiledFile extends FileProfile {
  readonly info: TableInfo
  readonly rows: number
  readonly signature: string
  /** The first data rows, as they are. */
  readonly sample: readonly (readonly string[])[]
  /** Templates that would cut the codes of a column, by column key. */
  readonly splits: Readonly<Record<string, string>>
}

const remembered = new Map<string, ProfiledFile>()
const kept = 8

/** The last files are remembered: people change a column and look again, and then import what they looked at. */
export async function profileFile(
  path: string,
  sheet: string | undefined,
  onProgress: (share: number, rows: number) => void = () => undefined,
): Promise<ProfiledFile | Refusal<FileRefusalWhy>> {
  const about = await stat(path).catch(() => undefined)
  const key = `${path}\n${about?.size}\n${about?.mtimeMs}\n${sheet ?? ''}`
  const there = remembered.get(key)
  if (there) return there
  const profiled = await profileNow(path, sheet, onProgress)
  if (isRefusal(profiled)) return profiled as Refusal<FileRefusalWhy>
  remembered.set(key, profiled as ProfiledFile)
  for (const old of [...remembered.keys()].slice(0, Math.max(0, remembered.size - kept)))
    remembered.delete(old)
  return profiled as ProfiledFile
}

async function profileNow(
  path: string,
  sheet: string | undefined,
  onProgress: (share: number, rows: number) => void,
): Promise<ProfiledFile | Refusal<FileRefusalWhy>> {
  const first: { number: number; cells: readonly string[] }[] = []
  const codes: Set<string>[] = []
  let columns: ReturnType<typeof newProfile>[] | undefined
  let headerRow = 1
  let rows = 0
  const sample: (readonly string[])[] = []
  const learn = (cells: readonly string[]) => {
    rows += 1
    if (sample.length < 8) sample.push(cells)
    // A longer row than the header: its columns have no name, but are there.
    while (columns!.length < cells.length) {
      columns!.push(newProfile(`[${columns!.length + 1}]`, ''))
      codes.push(new Set())
    }
    for (let i = 0; i < cells.length; i += 1) {
      weigh(columns![i]!, cells[i]!)
      const seen = codes[i]!
      if (seen.size < 400 && cells[i]!.length >= 5 && cells[i]!.length <= 40) seen.add(cells[i]!.trim())
    }
  }
  const begin = () => {
    const at = headerRowOf(first.map((r) => r.cells))
    const header = first[at]?.cells ?? []
    headerRow = first[at]?.number ?? 1
    columns = columnKeys(header).map((key, i) => newProfile(key, header[i] ?? ''))
    codes.push(...columns.map(() => new Set<string>()))
    for (const row of first.slice(at + 1)) learn(row.cells)
  }
  const info = await readTable(path, { sheet }, (batch, progress, about) => {
    for (const row of batch) {
      if (columns) learn(row.cells)
      else {
        first.push(row)
        if (first.length === 20) begin()
      }
    }
    onProgress(about.bytes === 0 ? 1 : Math.min(1, progress.bytes / about.bytes), progress.rows)
  })
  if (isRefusal(info)) return info as Refusal<FileRefusalWhy>
  if (!columns) begin()
  const splits: Record<string, string> = {}
  columns!.forEach((column, i) => {
    const proposal = column.dateEvidence.dates > column.filled / 2 ? undefined : proposeSplit([...codes[i]!])
    if (proposal) splits[column.key] = proposal
  })
  return {
    info,
    rows,
    headerRow,
    epoch: info.epoch,
    columns: columns!,
    sample,
    splits,
    signature: signatureOf(columns!.map((c) => c.header)),
  }
}
