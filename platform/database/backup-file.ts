import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { databaseWords, inBoth } from './words.ts'

/**
 * The file: gzip of lines. The first is the manifest; then for each table `{"table": name}`, its rows, each an
 * array of texts (null for null) in the manifest's column order, and `{"end": name, "rows": n}`; the last line
 * holds the number of all rows and the SHA-256 of every line before it.
 */
const manifestShape = z.object({
  jingwei: z.literal('backup'),
  version: z.literal(1),
  madeAt: z.string(),
  engine: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.number(), called: z.boolean() })),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) }),
  ),
})
export type Manifest = z.infer<typeof manifestShape>

const mark = z.union([
  z.object({ table: z.string() }).strict(),
  z.object({ end: z.string(), rows: z.number() }).strict(),
  z.object({ complete: z.literal(true), rows: z.number(), sha256: z.string() }).strict(),
])

/** What a backup consists of, in its order: the manifest, then these. `row` is a line as it stands in the file. */
export type Part =
  | { readonly table: string }
  | { readonly row: string }
  | { readonly end: string; readonly rows: number }

/** Writes the file beside and renames it when it is whole and on the disk. Returns how many rows it holds. */
export async function writeBackup(
  file: string,
  manifest: Manifest,
  parts: AsyncIterable<readonly Part[]>,
): Promise<number> {
  const beside = `${file}.writing`
  const hash = createHash('sha256')
  let total = 0
  async function* chunks(): AsyncGenerator<string> {
    const hashed = (lines: string): string => {
      hash.update(lines)
      return lines
    }
    yield hashed(`${JSON.stringify(manifest)}\n`)
    for await (const some of parts) {
      if (some.length > 0)
        yield hashed(`${some.map((part) => ('row' in part ? part.row : JSON.stringify(part))).join('\n')}\n`)
      for (const part of some) if ('row' in part) total++
    }
    yield `${JSON.stringify({ complete: true, rows: total, sha256: hash.digest('hex') })}\n`
  }
  try {
    await pipeline(
      Readable.from(chunks(), { objectMode: true, highWaterMark: 2 }),
      createGzip({ level: 6 }),
      createWriteStream(beside),
    )
    const written = await open(beside, 'r+')
    await written.sync()
    await written.close()
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  return total
}

/** The file's manifest, then its parts as they are read; throws when anything is missing or changed. */
export async function readBackup(
  file: string,
  take: (manifest: Manifest, parts: AsyncIterable<Part>) => Promise<void>,
): Promise<void> {
  let begun = false
  let failure: unknown
  try {
    await pipeline(createReadStream(file), createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      try {
        const lines = linesOf(unpacked)
        const first = await lines.next()
        const manifest = manifestShape.safeParse(first.done ? undefined : parsed(first.value))
        if (!manifest.success) throw new Error(inBoth(databaseWords.notABackup, { file }))
        begun = true
        await take(manifest.data, partsOf(lines, String(first.value)))
      } catch (error) {
        failure = error
        throw error
      }
    })
  } catch (error) {
    // The stream reports a reader that stopped early as its own failure; what stopped it says more.
    const cause = failure ?? error
    if (!isUnpacking(cause)) throw cause
    throw begun ? damaged(cause.message) : new Error(inBoth(databaseWords.notABackup, { file }), { cause })
  }
}

/** The unpacker's own complaints: a wrong header, a wrong checksum, an early end. */
const isUnpacking = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  for await (const chunk of chunks) {
    const pieces = decoder.write(chunk).split('\n')
    if (pieces.length === 1) {
      rest.push(pieces[0] ?? '')
      continue
    }
    yield rest.join('') + pieces[0]
    for (const piece of pieces.slice(1, -1)) yield piece
    rest = [pieces.at(-1) ?? '']
  }
  const last = rest.join('') + decoder.end()
  if (last) yield last
}

async function* partsOf(lines: AsyncIterable<string>, first: string): AsyncGenerator<Part> {
  const hash = createHash('sha256').update(`${first}\n`)
  let rows = 0
  for await (const line of lines) {
    if (line.startsWith('[')) {
      hash.update(`${line}\n`)
      rows++
      yield { row: line }
      continue
    }
    const { data } = mark.safeParse(parsed(line))
    if (!data) throw damaged('an unknown line')
    if ('complete' in data) {
      if (data.rows !== rows) throw damaged(`${rows} rows of ${data.rows}`)
      if (data.sha256 !== hash.digest('hex')) throw damaged('the checksum differs')
      return
    }
    hash.update(`${line}\n`)
    yield data
  }
  throw damaged('it ends too early')
}

export const damaged = (reason: string): Error => new Error(inBoth(databaseWords.backupDamaged, { reason }))

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // the caller says what it expected there
  }
}
