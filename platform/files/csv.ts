import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CsvError, type Parser, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { isRefusal, type Refusal, refuse } from '../kinds/refusal.ts'
import { delimiterOf, encodingOf, isUtf8Stream } from './csv-guess.ts'
import type { ReadLimits } from './limits.ts'
import { type EmitRow, type TableInfo, trimRow } from './table.ts'
import type { FileRefusalWhy } from './words.ts'
import { messageOf } from './zip-guard.ts'

const sampleSize = 262_144

/** Streams the rows of a delimited text: UTF-8, GBK/GB18030, UTF-16, Windows-1252; plain or as .gz. */
export async function readCsv(
  path: string,
  limits: ReadLimits,
  tell: (info: TableInfo) => Promise<void>,
  emit: EmitRow,
): Promise<Refusal<FileRefusalWhy> | undefined> {
  try {
    return await readText(path, limits, tell, emit)
  } catch (fault) {
    if (isRefusal(fault)) return refuse(fault.refused as FileRefusalWhy, fault.facts)
    if (fault instanceof CsvError) return refuseCsv(fault, limits)
    return refuse('damaged', { detail: messageOf(fault) })
  }
}

async function readText(
  path: string,
  limits: ReadLimits,
  tell: (info: TableInfo) => Promise<void>,
  emit: EmitRow,
) {
  const { size } = await stat(path)
  const zipped = (await firstBytes(path, 2)).equals(Buffer.from([0x1f, 0x8b]))
  const source = () => unpacked(path, zipped, limits)
  const sample = await head(source().stream)
  if (sample.length === 0) return refuse('empty')
  const encoding = encodingOf(sample, () => isUtf8Stream(source().stream))
  const name = await encoding
  if (name === undefined) return refuse('notATable', { found: 'binary' })
  const text = iconv.decode(sample, name)
  const { delimiter, headed } = delimiterOf(text)
  await tell({ format: 'csv', bytes: size, epoch: 1900, encoding: name, delimiter })

  const { stream, read } = source()
  const decoder = iconv.decodeStream(name)
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    from_line: headed ? 2 : 1,
    max_record_size: limits.cellLength * 8,
  })
  takeAnyLength(parser)
  const fail = (fault: Error) => parser.destroy(fault)
  stream.on('error', fail)
  decoder.on('error', fail)
  stream.pipe(decoder)
  ;(decoder as NodeJS.ReadWriteStream).pipe(parser)
  let number = headed ? 1 : 0
  let cells = 0
  let any = false
  let blank = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      const row = trimRow(record)
      if (number > limits.rows) throw refuse('tooBig', { what: `row ${number}`, limit: limits.rows })
      if (row.length === 0) {
        blank += 1
        if (blank > limits.blank) throw refuse('tooBig', { what: `row ${number}`, limit: limits.blank })
        continue
      }
      any = true
      blank = 0
      cells += row.length
      if (row.length > limits.columns)
        throw refuse('tooBig', { what: `column ${row.length}`, limit: limits.columns })
      if (cells > limits.cells) throw refuse('tooBig', { what: 'cells', limit: limits.cells })
      if (row.some((cell) => cell.length > limits.cellLength)) {
        throw refuse('tooBig', { what: `row ${number}: 1 cell`, limit: limits.cellLength })
      }
      await emit({ number, cells: row }, read())
    }
  } finally {
    stream.destroy()
    parser.destroy()
  }
  return any ? undefined : refuse('empty')
}

/**
 * For every row of another length than the first the parser makes an error with its stack and a copy of all it knows,
 * and then, as it was told, does not use it: a file of empty lines would hold the thread for seconds. Here every
 * length is the expected one.
 */
function takeAnyLength(parser: Parser): void {
  const { state } = parser as unknown as { state: { record: readonly unknown[] } }
  Object.defineProperty(state, 'expectedRecordLength', {
    get: () => state.record.length,
    set: () => undefined,
  })
}

function refuseCsv(fault: CsvError, limits: ReadLimits): Refusal<FileRefusalWhy> {
  const row = Number(fault.lines ?? 0)
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED') return refuse('quoteNotClosed', { row })
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return refuse('tooBig', { what: `row ${row}`, limit: limits.cellLength * 8 })
  return refuse('damaged', { detail: fault.message })
}

/** The bytes of the text, unpacked under a cap; `read` tells how many bytes of the file itself were used. */
function unpacked(
  path: string,
  zipped: boolean,
  limits: ReadLimits,
): { stream: Readable; read: () => number } {
  const file = createReadStream(path, { highWaterMark: 262_144 })
  if (!zipped) return { stream: file, read: () => file.bytesRead }
  let out = 0
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      out += chunk.length
      const tooMuch =
        out > limits.unpacked || (out > 16_000_000 && out > (file.bytesRead + 65_536) * limits.ratio)
      if (tooMuch)
        done(
          Object.assign(
            new Error('unpacks to too much'),
            refuse('hostile', { detail: `.gz → ${out} bytes` }),
          ),
        )
      else done(null, chunk)
    },
  })
  const gunzip = createGunzip()
  file.on('error', (fault) => cap.destroy(fault))
  gunzip.on('error', (fault) => cap.destroy(fault))
  cap.on('close', () => {
    file.destroy()
    gunzip.destroy()
  })
  file.pipe(gunzip).pipe(cap)
  return { stream: cap, read: () => file.bytesRead }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function head(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= sampleSize) break
  }
  return Buffer.concat(chunks).subarray(0, sampleSize)
}
