import { PassThrough, type Readable } from 'node:stream'
import type { Db } from '../../../platform/database/database.ts'
import type { Sheet } from '../../../platform/files/sheet.ts'
import { writeExcel } from '../../../platform/files/write.ts'
import { type Language, say } from '../../../platform/kinds/words.ts'
import { sayWhy } from './say.ts'
import { findRejections } from './tables.ts'
import { importWords } from './words.ts'

const atOnce = 2_000

/** The rejected rows of an import as they came, with the reason: to be corrected and uploaded again. */
export async function rejectedSheet(
  db: Db,
  id: string,
  headers: readonly string[],
  language: Language,
): Promise<Sheet> {
  const rows: string[][] = []
  let last = 0
  for (;;) {
    const batch = await findRejections(db, id, last, atOnce)
    for (const { row, why, facts, cells } of batch) {
      rows.push([...headers.map((_, i) => cells[i] ?? ''), String(row), sayWhy(why, facts, language)])
      last = row
    }
    if (batch.length < atOnce) break
  }
  return {
    name: say(importWords.rejectedFile, language),
    columns: [
      // A column without a header keeps none, so that the file reads as the original did.
      ...headers.map((title) => ({ title: /^\[\d+\]$/.test(title) ? '' : title.replace(/ #\d+$/, '') })),
      { title: say(importWords.rejectedRow, language) },
      { title: say(importWords.rejectedReason, language), width: 60 },
    ],
    rows,
  }
}

export function sheetStream(sheet: Sheet): Readable {
  const out = new PassThrough()
  writeExcel(out, [sheet]).catch((fault: Error) => out.destroy(fault))
  return out
}
