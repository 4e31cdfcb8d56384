import type { Readable } from 'node:stream'

/**
 * The encoding of a text by its bytes: a byte order mark decides; else UTF-16 by where the zero bytes stand;
 * else UTF-8 if the whole file is valid UTF-8; else Windows-1252 if its high bytes stand alone, else GB18030,
 * which contains GBK and GB2312. undefined for bytes that are no text.
 */
export async function encodingOf(
  sample: Buffer,
  isUtf8: () => Promise<boolean>,
): Promise<string | undefined> {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf8'
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const length = Math.min(sample.length, 4096)
  for (let i = 0; i < length; i += 1) if (sample[i] === 0) zeros[i % 2]! += 1
  if (zeros[0]! + zeros[1]! > 0) {
    if (zeros[1]! > length / 20 && zeros[0]! * 4 < zeros[1]!) return 'utf-16le'
    if (zeros[0]! > length / 20 && zeros[1]! * 4 < zeros[0]!) return 'utf-16be'
    return undefined
  }
  if (await isUtf8()) return 'utf8'
  return highBytesStandAlone(sample) ? 'windows-1252' : 'gb18030'
}

/** Whether every byte of a stream belongs to valid UTF-8. */
export async function isUtf8Stream(stream: Readable): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  } finally {
    stream.destroy()
  }
}

/** In Chinese text bytes above 0x80 come in pairs; in Western text a letter with an accent stands alone. */
function highBytesStandAlone(sample: Buffer): boolean {
  let alone = 0
  let paired = 0
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i]! < 0x80) continue
    if ((sample[i + 1] ?? 0) >= 0x80) {
      paired += 1
      i += 1
    } else alone += 1
  }
  return alone > paired
}

const candidates = ['\t', ';', ',', '|'] as const

/** The delimiter that cuts the first records into the same number of pieces; `sep=;` on the first line decides. */
export function delimiterOf(text: string): { delimiter: string; headed: boolean } {
  const plain = text.replace(/^\uFEFF/, '')
  const told = /^sep=(.)\r?\n/i.exec(plain)
  if (told) return { delimiter: told[1]!, headed: true }
  const records = firstRecords(plain, 30)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = records.map((record) => count(record, delimiter))
    const first = counts[0] ?? 0
    const typical = Math.max(first, median(counts))
    if (typical === 0) continue
    const same = counts.filter((n) => n === typical).length / counts.length
    const score = same * 100 + Math.min(typical, 50)
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, headed: false }
}

/** Records by line end outside quotes; the last, perhaps cut off, is left out when there are others. */
function firstRecords(text: string, most: number): string[] {
  const records: string[] = []
  let from = 0
  let quoted = false
  for (let i = 0; i < text.length && records.length < most; i += 1) {
    const c = text[i]
    if (c === '"') quoted = !quoted
    else if ((c === '\n' || c === '\r') && !quoted) {
      if (i > from) records.push(text.slice(from, i))
      from = i + 1
    }
  }
  if (records.length === 0 && from < text.length) records.push(text.slice(from))
  return records
}
function count(record: string, delimiter: string): number {
  let found = 0
  let quoted = false
  for (const c of record) {
    if (c === '"') quoted = !quoted
    else if (c === delimiter && !quoted) found += 1
  }
  return found
}
const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
