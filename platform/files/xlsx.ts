import { StringDecoder } from 'node:string_decoder'
import type { Entry } from 'yauzl'
import { isRefusal, type Refusal, refuse } from '../kinds/refusal.ts'
import type { ReadLimits } from './limits.ts'
import type { EmitRow, TableInfo } from './table.ts'
import type { FileRefusalWhy } from './words.ts'
import { StyleTable } from './xlsx-formats.ts'
import { SheetRows } from './xlsx-rows.ts'
import { attribute, XmlFault, type XmlHandler, XmlStream } from './xml.ts'
import { type GuardedZip, messageOf, openGuardedZip } from './zip-guard.ts'

interface Sheet {
  name: string
  hidden: boolean
  part: string
}

/**
 * Streams the rows of one sheet of an .xlsx: the named one, or the first that has anything in it (visible
 * ones before hidden ones). Part names, order and prefixes are taken from the workbook's own relations,
 * as programs other than Excel number and order them differently.
 */
export async function readXlsx(
  path: string,
  wanted: string | undefined,
  limits: ReadLimits,
  tell: (info: TableInfo) => Promise<void>,
  emit: EmitRow,
): Promise<Refusal<FileRefusalWhy> | undefined> {
  const guarded = await openGuardedZip(path, limits)
  if (isRefusal(guarded)) return guarded
  try {
    return await readSheets(guarded, wanted, limits, tell, emit)
  } catch (fault) {
    if (isRefusal(fault)) return refuse(fault.refused as FileRefusalWhy, fault.facts)
    if (fault instanceof XmlFault)
      return refuse(fault.hostile ? 'hostile' : 'damaged', { detail: fault.message })
    return refuse('damaged', { detail: messageOf(fault) })
  } finally {
    guarded.zip.close()
  }
}

async function readSheets(
  guarded: GuardedZip,
  wanted: string | undefined,
  limits: ReadLimits,
  tell: (info: TableInfo) => Promise<void>,
  emit: EmitRow,
): Promise<Refusal<FileRefusalWhy> | undefined> {
  const kind = kindOfPackage(guarded.parts)
  if (kind !== 'xlsx') return refuse(kind)
  const main = (await relations(guarded, '', '_rels/.rels')).find((r) => r.type.endsWith('/officeDocument'))
  const workbook = main?.part ?? 'xl/workbook.xml'
  const { sheets, epoch, related } = await readWorkbook(guarded, workbook)
  const partOf = (type: string) => related.find((r) => r.type.endsWith(type))?.part
  const candidates =
    wanted === undefined
      ? [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))
      : sheets.filter((s) => s.name.trim() === wanted.trim())
  if (candidates.length === 0) {
    if (wanted === undefined) return refuse('empty')
    return refuse('noSuchSheet', { sheet: wanted, sheets: sheets.map((s) => s.name).join('、') })
  }
  const styles = new StyleTable()
  await parsePart(guarded, partOf('/styles'), limits.cellLength, {
    open: (name, raw) => styles.open(name, raw),
    text: () => undefined,
    close: (name) => styles.close(name),
  })
  const shared = await readSharedStrings(guarded, partOf('/sharedStrings'), limits)
  for (const sheet of candidates) {
    const entry = guarded.parts.get(sheet.part)
    if (!entry) continue
    let told = false
    const rows = new SheetRows({ shared, styles, epoch, limits })
    const total = entry.uncompressedSize
    await streamPart(guarded, entry, new XmlStream(rows, limits.cellLength * 6), async (bytes) => {
      const ready = rows.rows()
      if (ready.length > 0 && !told) {
        told = true
        await tell({
          format: 'xlsx',
          sheet: sheet.name,
          sheets: sheets.map((s) => s.name),
          epoch,
          bytes: total,
        })
      }
      for (const row of ready) await emit(row, bytes)
    })
    if (told) return undefined
  }
  return refuse('empty')
}

/** What a zip really is, by its parts. */
function kindOfPackage(
  parts: ReadonlyMap<string, Entry>,
): 'xlsx' | 'binaryExcel' | 'openDocument' | 'numbers' | 'archive' {
  const names = [...parts.keys()]
  if (names.some((n) => n.endsWith('workbook.bin'))) return 'binaryExcel'
  if (names.some((n) => n.endsWith('.iwa')) || parts.has('index.zip')) return 'numbers'
  if (parts.has('[content_types].xml')) return 'xlsx'
  return parts.has('content.xml') || parts.has('mimetype') ? 'openDocument' : 'archive'
}

interface Relation {
  id: string
  type: string
  part: string
}
async function relations(guarded: GuardedZip, folder: string, part: string): Promise<Relation[]> {
  const found: Relation[] = []
  await parsePart(guarded, part, 4096, {
    open(name, raw) {
      if (name !== 'Relationship' || attribute(raw, 'TargetMode') === 'External') return
      const target = attribute(raw, 'Target') ?? ''
      found.push({
        id: attribute(raw, 'Id') ?? '',
        type: attribute(raw, 'Type') ?? '',
        part: resolve(folder, target).toLowerCase(),
      })
    },
    text: () => undefined,
    close: () => undefined,
  })
  return found
}
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function readWorkbook(guarded: GuardedZip, part: string) {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, Math.max(slash, 0))
  const related = await relations(
    guarded,
    folder,
    `${folder}/_rels/${part.slice(slash + 1)}.rels`.replace(/^\//, ''),
  )
  const sheets: Sheet[] = []
  let epoch: 1900 | 1904 = 1900
  const found = await parsePart(guarded, part, 32_767, {
    open(name, raw) {
      if (name === 'workbookPr') epoch = /^(1|true|on)$/.test(attribute(raw, 'date1904') ?? '') ? 1904 : 1900
      if (name !== 'sheet') return
      const id = attribute(raw, 'r:id') ?? attribute(raw, 'id')
      const relation = related.find((r) => r.id === id && r.type.endsWith('/worksheet'))
      if (!relation) return
      const state = attribute(raw, 'state') ?? 'visible'
      sheets.push({ name: attribute(raw, 'name') ?? '', hidden: state !== 'visible', part: relation.part })
    },
    text: () => undefined,
    close: () => undefined,
  })
  if (!found) throw refuse('damaged', { detail: 'no workbook part' })
  return { sheets, epoch: epoch as 1900 | 1904, related }
}

async function readSharedStrings(
  guarded: GuardedZip,
  part: string | undefined,
  limits: ReadLimits,
): Promise<string[]> {
  const shared: string[] = []
  let text = ''
  let take = false
  let phonetic = false
  let total = 0
  await parsePart(guarded, part, limits.cellLength * 6, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') take = !phonetic
    },
    text(piece) {
      if (take) text += piece
    },
    close(name) {
      if (name === 't') take = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') {
        total += text.length
        if (text.length > limits.cellLength)
          throw refuse('tooBig', { what: '1 cell', limit: limits.cellLength })
        if (total > limits.sharedText) throw refuse('tooBig', { what: 'text', limit: limits.sharedText })
        shared.push(text)
      }
    },
  })
  return shared
}

/** Parses a whole small part; false when the package has no such part. */
async function parsePart(
  guarded: GuardedZip,
  part: string | undefined,
  longest: number,
  handler: XmlHandler,
) {
  const entry = part === undefined ? undefined : guarded.parts.get(part)
  if (!entry) return false
  await streamPart(guarded, entry, new XmlStream(handler, longest), async () => undefined)
  return true
}

async function streamPart(
  guarded: GuardedZip,
  entry: Entry,
  xml: XmlStream,
  after: (bytes: number) => Promise<void>,
) {
  const stream = await guarded.zip.openReadStreamPromise(entry)
  let decoder: StringDecoder | undefined
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    decoder ??= new StringDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf16le' : 'utf8')
    const text = decoder.write(chunk)
    xml.write(bytes === 0 ? text.replace(/^\uFEFF/, '') : text)
    bytes += chunk.length
    await after(bytes)
  }
  xml.write(decoder?.end() ?? '')
  xml.end()
  await after(bytes)
}
