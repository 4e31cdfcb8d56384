import { open } from 'node:fs/promises'
import { type Refusal, refuse } from '../kinds/refusal.ts'
import type { FileRefusalWhy } from './words.ts'

/** What the first bytes say a file is, whatever its name says: a readable kind, or a refusal with what to do. */
export async function sniff(path: string): Promise<'xlsx' | 'text' | Refusal<FileRefusalWhy>> {
  let bytes: Buffer
  try {
    bytes = await firstBytes(path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return refuse('notFound')
    throw fault
  }
  if (bytes.length === 0) return refuse('empty')
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  if (starts('504b0304')) return 'xlsx'
  if (starts('504b0506')) return refuse('empty')
  if (starts('d0cf11e0a1b11ae1')) {
    return refuse(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encryptedExcel' : 'legacyExcel',
    )
  }
  if (/^(0904|0902|0900)/.test(bytes.subarray(0, 2).toString('hex')) && bytes[3] === 0)
    return refuse('legacyExcel')
  if (starts('25504446')) return refuse('notATable', { found: 'PDF' })
  if (starts('89504e47') || starts('ffd8ff') || starts('47494638'))
    return refuse('notATable', { found: '图片 image' })
  if (starts('52617221') || starts('377abcaf')) return refuse('archive')
  const text = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^[\xEF\xBB\xBF\s]+/, '')
    .toLowerCase()
  if (/^<(!doctype html|html|table|meta|head|style)/.test(text)) return refuse('webPage')
  if (text.startsWith('<?xml')) {
    return text.includes('urn:schemas-microsoft-com:office:spreadsheet') || text.includes('excel.sheet')
      ? refuse('webPage')
      : refuse('notATable', { found: 'XML' })
  }
  if (/^[{[]\s*["{[]/.test(text)) return refuse('notATable', { found: 'JSON' })
  return 'text'
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
