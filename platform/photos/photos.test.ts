import { readdir, rm, truncate, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photosForTests, pictureOf } from './photos-for-tests.ts'
import { fingerprintOf, type Picture, readPicture } from './picture.ts'
import { largeSide, smallSide } from './shape.ts'

const apart = (a: string, b: string): number => [...a].filter((bit, i) => bit !== b[i]).length
const read = async (sent: Buffer): Promise<Picture> => {
  const answer = await readPicture(sent)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
const why = async (sent: Buffer): Promise<string | undefined> => {
  const answer = await readPicture(sent)
  return 'refused' in answer ? answer.refused : undefined
}

test('a photo loses place and phone, stands upright and is no larger than anybody looks at', async () => {
  const sent = await sharp(await pictureOf(1, { width: 2_400, height: 1_200 }))
    .withExif({
      IFD0: { Make: 'Phone', Copyright: '杭州云栖' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const kept = await read(sent)
  const { exif, orientation, format, width, height } = await sharp(kept.large).metadata()
  expect([exif, orientation, format]).toEqual([undefined, undefined, 'webp'])
  expect([width, height]).toEqual([largeSide / 2, largeSide])
  const small = await sharp(kept.small).metadata()
  expect([small.exif, small.height]).toEqual([undefined, smallSide])
})

test('what is no picture, is cut short, too small or a bomb of pixels is refused, and never a fault', async () => {
  const picture = await pictureOf(2)
  expect(await why(Buffer.alloc(0))).toBe('photoMissing')
  expect(await why(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'))).toBe(
    'notAPicture',
  )
  expect(await why(Buffer.from('GIF89a'))).toBe('notAPicture')
  expect(await why(picture.subarray(0, picture.length / 3))).toBe('notAPicture')
  expect(await why(Buffer.concat([picture.subarray(0, 4), Buffer.alloc(900, 7)]))).toBe('notAPicture')
  expect(await why(await pictureOf(3, { width: 100, height: 100 }))).toBe('photoTooSmall')
  expect(await why(Buffer.alloc(1_500_000, 1))).toBe('photoTooLarge')
  const bomb = await sharp({
    create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer()
  expect(bomb.length).toBeLessThan(400_000)
  expect(await why(bomb)).toMatch(/photoTooLarge|notAPicture/)
})

test('the same picture made smaller, darker and cropped a little looks alike; another one does not', async () => {
  const picture = await pictureOf(4, { width: 1_200, height: 900 })
  const again = await sharp(picture)
    .extract({ left: 6, top: 6, width: 1_180, height: 885 })
    .resize(700)
    .modulate({ brightness: 0.85 })
    .jpeg({ quality: 60 })
    .toBuffer()
  const first = (await read(picture)).fingerprint
  expect(apart(first, (await read(again)).fingerprint)).toBeLessThanOrEqual(5)
  for (const other of [5, 6, 7, 8, 9])
    expect(apart(first, await fingerprintOf(await pictureOf(other)))).toBeGreaterThan(12)
})

test('bytes are kept under their hash; what was damaged on the disk is a fault, not a picture', async () => {
  const store = photosForTests()
  const bytes = await pictureOf(10)
  const hash = await store.keep(bytes)
  expect(await store.keep(bytes)).toBe(hash)
  expect((await store.read(hash)).equals(bytes)).toBe(true)
  await truncate(store.pathOf(hash), 100)
  await expect(store.read(hash)).rejects.toThrow(/damaged/)
  await rm(store.pathOf(hash))
  await writeFile(store.pathOf(hash), bytes)
  expect((await store.read(hash)).equals(bytes)).toBe(true)
  expect(() => store.pathOf('../../jingwei.key')).toThrow(/not a hash/)
})

test('pictures are kept beside one another; one that is kept again in the moment it would go stays', async () => {
  const store = photosForTests()
  const some = [new Uint8Array([1]), new Uint8Array([2]), new Uint8Array([1])].map((b) => Buffer.from(b))
  const [one, two, again] = await Promise.all(some.map((bytes) => store.keep(bytes)))
  expect([again === one, two === one]).toEqual([true, false])
  const before = new Date(Date.now() + 60_000)
  const [isGone] = await Promise.all([store.remove(one!, before), store.keep(some[0]!)])
  expect([isGone, await store.has(one!), await store.has(two!)]).toEqual([true, true, true])
  expect((await readdir(store.folder)).length).toBe(2)
})
