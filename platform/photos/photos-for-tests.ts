import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { keepPhotosIn, type PhotoStore } from './store.ts'

/** A folder of its own for the photographs of a test. */
export const photosForTests = (): PhotoStore => keepPhotosIn(mkdtempSync(join(tmpdir(), 'jingwei-photos-')))

/** Coloured fields, others for every seed: a JPEG. */
export async function pictureOf(seed: number, { width = 640, height = 480 } = {}): Promise<Buffer> {
  const few = Buffer.alloc(12 * 9 * 3)
  let state = (seed + 1) * 2_654_435_761
  for (let i = 0; i < few.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    few[i] = state >>> 24
  }
  return sharp(few, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(width, height, { kernel: 'nearest', fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer()
}
