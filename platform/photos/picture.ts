import { type Refusal, refuse } from '../kinds/refusal.ts'
import { largeSide, leastSide, mostBytes, mostPixels, smallSide } from './shape.ts'

type Sharp = typeof import('sharp')['default']
let library: Promise<Sharp> | undefined
/** The library for pictures, with the first picture: a server that starts does not wait for it. */
export function pictures(): Promise<Sharp> {
  library ??= import('sharp').then(({ default: sharp }) => {
    // Memory is given back after each picture; one picture takes one core, so that the others stay with the tills.
    sharp.cache(false)
    sharp.concurrency(1)
    // Of all that the library opens only what phones send is let in: other readers are never reached by foreign bytes.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    return sharp
  })
  return library
}

/** Pictures worked on at once; further ones wait for their turn. */
const atOnce = 2

/** A photograph as it is kept: made anew from its pixels, so that place, phone and whatever else was in the file are gone. */
export interface Picture {
  readonly large: Buffer
  readonly small: Buffer
  readonly width: number
  readonly height: number
  /** 64 signs 0 or 1; see `fingerprintOf`. */
  readonly fingerprint: string
}
export const pictureType = 'image/webp'

export type BadPicture = 'photoMissing' | 'photoTooLarge' | 'photoTooSmall' | 'notAPicture'

/** Off the event loop. Refused, and never a fault, whatever the bytes are. */
export async function readPicture(sent: Buffer): Promise<Picture | Refusal<BadPicture>> {
  if (sent.length === 0) return refuse('photoMissing')
  if (sent.length > mostBytes) return refuse('photoTooLarge')
  if (!isPicture(sent)) return refuse('notAPicture')
  const sharp = await pictures()
  return inTurn(async () => {
    try {
      const opened = sharp(sent, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      const { width, height } = await opened.metadata()
      if (width * height > mostPixels) return refuse('photoTooLarge')
      if (Math.min(width, height) < leastSide) return refuse('photoTooSmall')
      const large = await opened
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize({ width: largeSide, height: largeSide, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80, effort: 2 })
        .toBuffer({ resolveWithObject: true })
      const small = await sharp(large.data)
        .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 72, effort: 2 })
        .toBuffer()
      const { width: wide, height: high } = large.info
      return { large: large.data, small, width: wide, height: high, fingerprint: await fingerprintOf(small) }
    } catch (fault) {
      // What the library throws of bytes that it cannot open is its answer to them.
      if (fault instanceof Error) return refuse('notAPicture')
      throw fault
    }
  })
}

/** What the first bytes say: JPEG, PNG or WebP. */
function isPicture(sent: Buffer): boolean {
  const starts = (hex: string, at = 0): boolean =>
    sent.subarray(at, at + hex.length / 2).toString('hex') === hex
  return starts('ffd8ff') || starts('89504e470d0a1a0a') || (starts('52494646') && starts('57454250', 8))
}

/**
 * Whether each of 8 × 8 spots is darker than its right neighbour (difference hash). The same picture made smaller, brighter or
 * sent through another app differs in very few of them.
 */
export async function fingerprintOf(picture: Buffer): Promise<string> {
  const sharp = await pictures()
  const grey = await sharp(picture).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  let bits = ''
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      const at = row * 9 + column
      bits += grey[at]! < grey[at + 1]! ? '1' : '0'
    }
  }
  return bits
}

let working = 0
const waiting: (() => void)[] = []
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) await new Promise<void>((resume) => waiting.push(resume))
  else working++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working--
  }
}
