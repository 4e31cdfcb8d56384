import { newId } from '../platform/kinds/id.ts'
import { pictures } from '../platform/photos/picture.ts'
import type { Acts } from './acts.ts'
import { drawn, type Flaw, type Held, type Scene, type Season } from './drawings.ts'
import { Random } from './random.ts'

export interface Shot {
  readonly scene: Scene
  readonly season: Season
  readonly flaws?: readonly Flaw[]
  /** Held by hand, in the shop's light: others for every seed. 0: as headquarters publish it. */
  readonly seed: number
}
const taken = new Map<string, Promise<string>>()
let drawing: Promise<unknown> = Promise.resolve()

/** A picture as a phone sends it: base64 of a JPEG. The same one is drawn once. */
export function pictureOf(shot: Shot): Promise<string> {
  const key = JSON.stringify(shot)
  let picture = taken.get(key)
  if (!picture) {
    picture = drawing.then(() => draw(shot))
    drawing = picture
    taken.set(key, picture)
  }
  return picture
}

/** The house reads what phones send only; for as long as one drawing takes, drawings are let in beside. */
async function draw({ scene, season, flaws = [], seed }: Shot): Promise<string> {
  const sharp = await pictures()
  const svg = Buffer.from(drawn({ scene, season, flaws }, seed === 0 ? undefined : heldBy(seed)))
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  try {
    return (await sharp(svg).removeAlpha().jpeg({ quality: 80 }).toBuffer()).toString('base64')
  } finally {
    sharp.block({ operation: ['VipsForeignLoadSvgBuffer'] })
  }
}

function heldBy(seed: number): Held {
  const random = new Random(`shot ${seed}`)
  return {
    turn: random.between(-2.4, 2.4),
    left: random.whole(40, 130),
    top: random.whole(30, 90),
    light: {
      colour: random.pick(['#2a1c08', '#101014', '#fff4dc', '#08142a']),
      share: random.between(0.04, 0.16),
    },
  }
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
