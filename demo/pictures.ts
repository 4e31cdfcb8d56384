import sharp from 'sharp'
// The house reads pictures as photographs only; first it must have said so, then drawings are let in beside.
import '../platform/photos/picture.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { drawn, type Flaw, type Scene, type Season } from './drawings.ts'
import { Random } from './random.ts'

export interface Shot {
  readonly scene: Scene
  readonly season: Season
  readonly flaws?: readonly Flaw[]
  /** Held by hand, in the shop's light: others for every seed. 0: as headquarters publish it. */
  readonly seed: number
}
const made = new Map<string, Promise<string>>()

/** A picture as a phone sends it: base64 of a JPEG. The same one is drawn once. */
export function pictureOf(shot: Shot): Promise<string> {
  const key = JSON.stringify(shot)
  let picture = made.get(key)
  if (!picture) {
    picture = draw(shot)
    made.set(key, picture)
  }
  return picture
}

async function draw({ scene, season, flaws = [], seed }: Shot): Promise<string> {
  const svg = Buffer.from(drawn(scene, season, 1, flaws))
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  const flat = await sharp(svg).removeAlpha().png({ compressionLevel: 1 }).toBuffer()
  sharp.block({ operation: ['VipsForeignLoadSvgBuffer'] })
  if (seed === 0) return (await sharp(flat).jpeg({ quality: 86 }).toBuffer()).toString('base64')
  const random = new Random(`shot ${seed}`)
  const held = await sharp(flat)
    .rotate(random.between(-2.4, 2.4), { background: '#6b6259' })
    .extract({
      left: random.whole(40, 150),
      top: random.whole(40, 100),
      width: 1_040,
      height: 780,
    })
    .modulate({ brightness: random.between(0.86, 1.04), saturation: random.between(0.8, 1) })
    .linear(
      random.pick([
        [1.02, 1, 0.95],
        [1, 1, 1],
        [0.97, 1, 1.03],
      ]),
      [0, 0, 0],
    )
    .resize(800)
    .jpeg({ quality: 76 })
    .toBuffer()
  return held.toString('base64')
}

/** Somebody takes a photo for one of her records; answers its id. */
export async function takePhoto(
  acts: Acts,
  by: string,
  at: Date,
  { act, store, shot }: { act: string; store: string; shot: Shot },
): Promise<string> {
  const id = newId()
  await acts.do(by, at, act, { store, id, picture: await pictureOf(shot), takenAt: at.toISOString() })
  return id
}
