import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLimits } from '../../../platform/files/limits.ts'
import { XmlFault, type XmlHandler, XmlStream } from '../../../platform/files/xml.ts'
import { openGuardedZip } from '../../../platform/files/zip-guard.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Paragraph } from './text-rules.ts'

const limits = { ...readLimits, unpacked: 60_000_000 }
const longestText = 200_000
const mostParagraphs = 2_000

export type NoDocument = 'fileDamaged' | 'fileHostile' | 'notWord' | 'fileTooBig' | 'fileEmpty'

/**
 * The paragraphs of a Word document, those in tables too, in their order. The zip is judged before a byte is unpacked, a
 * document type is refused and no entity beyond XML's five is known, so nothing is expanded or fetched.
 */
export async function readDocx(bytes: Buffer): Promise<Paragraph[] | Refusal<NoDocument>> {
  const path = join(tmpdir(), `jingwei-${randomUUID()}.docx`)
  await writeFile(path, bytes, { mode: 0o600 })
  try {
    const guarded = await openGuardedZip(path, limits)
    if (isRefusal(guarded))
      return refuse(
        guarded.refused === 'hostile'
          ? 'fileHostile'
          : guarded.refused === 'tooBig'
            ? 'fileTooBig'
            : 'fileDamaged',
      )
    const { zip, parts } = guarded
    try {
      const entry = parts.get('word/document.xml')
      if (!entry) return refuse('notWord')
      const body = new Body()
      const xml = new XmlStream(body, longestText)
      const stream = await zip.openReadStreamPromise(entry)
      stream.setEncoding('utf8')
      for await (const chunk of stream) {
        xml.write(chunk as string)
        if (body.paragraphs.length > mostParagraphs) return refuse('fileTooBig')
      }
      xml.end()
      return body.paragraphs
    } catch (fault) {
      if (fault instanceof XmlFault) return refuse(fault.hostile ? 'fileHostile' : 'fileDamaged')
      return refuse('fileDamaged')
    } finally {
      zip.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}

/** Text of `w:t` between `w:p` and its end; deleted revisions and field codes are no text. */
class Body implements XmlHandler {
  readonly paragraphs: Paragraph[] = []
  private written = ''
  private inText = false
  private listed = false
  open(name: string): void {
    if (name === 'p') {
      this.written = ''
      this.listed = false
    } else if (name === 't') this.inText = true
    else if (name === 'tab') this.written += ' '
    else if (name === 'br' || name === 'cr') this.end()
    else if (name === 'numPr') this.listed = true
  }
  text(text: string): void {
    if (this.inText) this.written += text
  }
  close(name: string): void {
    if (name === 't') this.inText = false
    else if (name === 'p') this.end()
  }
  private end(): void {
    if (this.written.trim() !== '')
      this.paragraphs.push({ text: this.written, ...(this.listed ? { listed: true } : {}) })
    this.written = ''
  }
}
