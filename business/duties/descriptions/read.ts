import iconv from 'iconv-lite'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { seatOf } from '../../organization/shape.ts'
import { shipped } from '../catalogue/catalogue.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import { cadenceIn } from './cadence-rules.ts'
import { type NoDocument, readDocx } from './docx.ts'
import { matchesOf } from './match-rules.ts'
import type { ReadLine } from './shape.ts'
import { cutText, type Paragraph, unmarked } from './text-rules.ts'

export interface ReadDescription {
  readonly source: 'text' | 'docx'
  readonly lines: readonly ReadLine[]
}
export type NotRead = NoDocument | 'fileLegacy' | 'filePdf' | 'fileNoText' | 'noClauses' | 'tooManyLines'
const mostLines = 2_000

/** A job description from elsewhere, a text or a Word document, as lines with what each turned out to be. */
export async function readDescription(
  bytes: Buffer,
  position?: DutyPosition,
): Promise<ReadDescription | Refusal<NotRead>> {
  const isZip = bytes.subarray(0, 4).toString('hex') === '504b0304'
  const paragraphs = isZip ? await readDocx(bytes) : textIn(bytes)
  if (isRefusal(paragraphs)) return paragraphs
  const cut = cutText(paragraphs, position)
  if (cut.length === 0) return refuse('fileEmpty')
  if (cut.length > mostLines) return refuse('tooManyLines')
  const lines = cut.map((line): ReadLine => {
    const isClause = line.kind === 'clause'
    const said = unmarked(line.text).rest
    return {
      ...line,
      cadence: isClause ? cadenceIn(said, line.position ? seatOf[line.position] === 'store' : false) : null,
      matches: isClause && line.position ? matchesOf(said, knownOf(line.position)) : [],
    }
  })
  if (!lines.some((l) => l.kind === 'clause')) return refuse('noClauses')
  return { source: isZip ? 'docx' : 'text', lines }
}

function textIn(bytes: Buffer): Paragraph[] | Refusal<NotRead> {
  const start = bytes.subarray(0, 8).toString('hex')
  if (start.startsWith('d0cf11e0')) return refuse('fileLegacy')
  if (start.startsWith('25504446')) return refuse('filePdf')
  const text = decoded(bytes)
  if (text === undefined) return refuse('fileNoText')
  return text.split(/\r\n|[\n\r]/).map((line) => ({ text: line }))
}

/** UTF-8, UTF-16 by its mark, or what Chinese Windows writes; undefined for what is no text. */
function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return iconv.decode(bytes, 'utf-16le')
  if (mark === 'feff') return iconv.decode(bytes, 'utf-16be')
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = iconv.decode(bytes, 'gb18030')
    return text.includes('\ufffd') ? undefined : text
  }
}

const known = new Map<DutyPosition, { duty: string; text: string }[]>()
/** What the clauses of a position say, as the house came with them. */
function knownOf(position: DutyPosition): { duty: string; text: string }[] {
  let texts = known.get(position)
  if (!texts) {
    texts = [...shipped.byId.values()]
      .filter((d) => d.position === position)
      .map((d) => ({
        duty: d.id,
        text: [...d.title, ...d.title, ...d.help].join(' '),
      }))
    known.set(position, texts)
  }
  return texts
}
