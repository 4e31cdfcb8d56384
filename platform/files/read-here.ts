import type { Refusal } from '../kinds/refusal.ts'
import { readCsv } from './csv.ts'
import type { ReadLimits } from './limits.ts'
import { sniff } from './sniff.ts'
import type { EmitRow, TableInfo } from './table.ts'
import type { FileRefusalWhy } from './words.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a table in the thread that calls it: the reading thread, or a test. */
export async function readHere(
  path: string,
  sheet: string | undefined,
  limits: ReadLimits,
  tell: (info: TableInfo) => Promise<void>,
  emit: EmitRow,
): Promise<Refusal<FileRefusalWhy> | undefined> {
  const kind = await sniff(path)
  if (kind === 'xlsx') return readXlsx(path, sheet, limits, tell, emit)
  return kind === 'text' ? readCsv(path, limits, tell, emit) : kind
}
