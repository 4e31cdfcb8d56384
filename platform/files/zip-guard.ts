import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type Refusal, refuse } from '../kinds/refusal.ts'
import type { ReadLimits } from './limits.ts'
import type { FileRefusalWhy } from './words.ts'

export interface GuardedZip {
  zip: ZipFile
  parts: ReadonlyMap<string, Entry>
}

/**
 * Opens a zip after judging its central directory, before a byte is unpacked: how many entries, how big
 * together, how strongly compressed, whether two share the same bytes, whether any is encrypted. yauzl holds
 * every part to the size that the directory states, so these sizes can be relied on while unpacking.
 */
export async function openGuardedZip(
  path: string,
  limits: ReadLimits,
): Promise<GuardedZip | Refusal<FileRefusalWhy>> {
  let zip: ZipFile
  try {
    zip = await yauzl.openPromise(path, { autoClose: false })
  } catch (fault) {
    return refuse('damaged', { detail: messageOf(fault) })
  }
  const answer = await judge(zip, limits).catch((fault: unknown) =>
    refuse('damaged', { detail: messageOf(fault) }),
  )
  if ('refused' in answer) {
    zip.close()
    return answer
  }
  return { zip, parts: answer }
}

async function judge(
  zip: ZipFile,
  limits: ReadLimits,
): Promise<Map<string, Entry> | Refusal<FileRefusalWhy>> {
  if (zip.entryCount > limits.entries) return refuse('hostile', { detail: `${zip.entryCount} entries` })
  const parts = new Map<string, Entry>()
  const spans: [from: number, to: number][] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    if (entry.isEncrypted()) return refuse('encryptedExcel')
    const name = entry.fileName.toLowerCase()
    if (parts.has(name)) return refuse('hostile', { detail: `two parts named ${entry.fileName}` })
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpacked) {
      return refuse('tooBig', {
        what: `${Math.round(unpacked / 1e6)} MB`,
        limit: `${Math.round(limits.unpacked / 1e6)} MB`,
      })
    }
    if (entry.uncompressedSize > 4_000_000 && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
      return refuse('hostile', {
        detail: `${entry.fileName}: ${entry.compressedSize} → ${entry.uncompressedSize} bytes`,
      })
    }
    spans.push([
      entry.relativeOffsetOfLocalHeader,
      entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize,
    ])
    parts.set(name, entry)
  }
  spans.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < spans.length; i += 1) {
    if (spans[i]![0] < spans[i - 1]![1]) return refuse('hostile', { detail: 'overlapping parts' })
  }
  return parts
}

export const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
