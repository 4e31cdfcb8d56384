import { addDays, type Day, mondayOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import type { Flaw, Scene, Season } from './drawings.ts'
import { instant } from './moments.ts'
import { pictureOf, takePhoto } from './pictures.ts'
import { hashOf, Random } from './random.ts'

type Point = readonly [zh: string, en: string, wrong: string, flaw: Flaw]
interface DemoPage {
  readonly code: string
  readonly scene: Scene
  readonly zone: string
  readonly says: readonly [zh: string, en: string]
  readonly points: readonly Point[]
}
const pages: readonly DemoPage[] = [
  {
    code: 'window',
    scene: 'window',
    zone: 'door',
    says: ['橱窗 · 三人组', 'Window, three figures'],
    points: [
      ['酒红、驼、藏青从左到右', 'Burgundy, camel, navy from left to right', '左右换反了', 'order'],
      ['围巾、腰带、手袋配齐', 'Scarf, belt and bag on each', '没配围巾和手袋', 'bare'],
      ['三盏射灯打在模特上身', 'Three spots on the upper body', '右边只亮一盏灯', 'dark'],
    ],
  },
  {
    code: 'wall',
    scene: 'wall',
    zone: 'left',
    says: ['主墙 · 长短搭', 'Main wall, long beside short'],
    points: [
      ['左长右短，色序由深到浅', 'Long left, short right, dark to light', '色序乱了', 'order'],
      ['每款挂足四件，不留空衣架', 'Four of each style, no bare hangers', '缺货，空了四个衣架', 'gap'],
      ['地面不放货箱', 'No boxes on the floor', '货箱还没收', 'boxes'],
    ],
  },
  {
    code: 'table',
    scene: 'table',
    zone: 'front',
    says: ['毛衣台 · 六叠', 'Knitwear table, six piles'],
    points: [
      ['六叠同高，折口朝里', 'Six piles of one height, folds inward', '叠得高低不齐', 'untidy'],
      ['颜色与两侧龙门架呼应', 'Colours answer the rails beside', '颜色没按图', 'order'],
    ],
  },
]
const manuals = {
  winter: { title: '冬 · 暖光', titleEn: 'Winter: warm light', words: '第三波上新，主推驼色大衣' },
  spring: { title: '早春 · 晨雾', titleEn: 'Early spring: morning mist', words: '早春首波，浅色到店前换好' },
} as const

/** A manual in force since last week, the next one planned; answers the one in force. */
export async function publishManuals(acts: Acts, today: Day): Promise<string> {
  const lastWeek = addDays(mondayOf(today), -7)
  const manual = await publish(acts, 'winter', lastWeek, addDays(lastWeek, -5))
  await publish(acts, 'spring', addDays(mondayOf(today), 14), addDays(today, -1))
  return manual
}

/** How stores stood by the manual last week and, so far, this one. */
export async function makeDisplays(
  acts: Acts,
  chain: Chain,
  { manual, today, now }: { manual: string; today: Day; now: Date },
  progress: (text: string) => void,
): Promise<void> {
  const lastWeek = addDays(mondayOf(today), -7)
  let made = 0
  for (const [i, store] of chain.stores.entries()) {
    // One in nine forgets; this week those who did it so far.
    const days = [
      ...(i % 9 === 4 ? [] : [addDays(lastWeek, 2 + (i % 3))]),
      ...(i % 4 === 0 ? [addDays(mondayOf(today), i % 3)] : []),
    ]
    for (const day of days) if (await check(acts, store, manual, day, { today, now })) made++
  }
  progress(`  陈列对照 checks by the display manual: ${made}`)
}

async function publish(acts: Acts, season: Season, from: Day, on: Day): Promise<string> {
  const by = acts.holder('merchandising')
  const at = instant(on, 15 * 60)
  const items = []
  for (const { code, scene, zone, says, points } of pages) {
    const picture = await pictureOf({ scene, season, seed: 0 })
    const taken = { id: newId(), picture, takenAt: at.toISOString() }
    await acts.do(by, at, 'displays.takePicture', taken)
    items.push({
      code,
      zone,
      says: says[0],
      saysEn: says[1],
      picture: taken.id,
      points: points.map(([one, en], i) => ({ code: `${code}${i}`, says: one, saysEn: en })),
    })
  }
  const id = newId()
  await acts.do(by, at, 'displays.publish', { id, kind: 'manual', from, ...manuals[season], items })
  return id
}

async function check(
  acts: Acts,
  store: DemoStore,
  edition: string,
  day: Day,
  { today, now }: { today: Day; now: Date },
): Promise<boolean> {
  const random = new Random(hashOf(`display:${store.code}:${day}`))
  const at = instant(day, 14 * 60 + random.whole(0, 150))
  if (at >= now || store.openedOn > day) return false
  const manager = acts.holder('storeManager', { store: store.id })
  const act = 'displays.takePhoto'
  // Each week has its light; one store hands in the photos of the week before.
  const seed = store.code === 'WX01' || day < mondayOf(today) ? 1 : 3
  const checked = pages.map((page) => {
    const isOff = page.points.map(() => random.chance(store.code === 'SZ01' ? 0.5 : 0.16))
    const flaws = page.points.flatMap(([, , , flaw], i) => (isOff[i] ? [flaw] : []))
    const scores = page.points.map(([, , wrong], i) => ({
      point: `${page.code}${i}`,
      points: isOff[i] ? (random.chance(0.4) ? 0 : 1) : 2,
      wrong: isOff[i] ? wrong : null,
    }))
    return { page: page.code, shot: { scene: page.scene, season: 'winter' as const, flaws, seed }, scores }
  })
  // Three photos are made smaller at once, as three phones' are.
  const shown = await Promise.all(
    checked.map(async ({ shot, ...page }) => ({
      ...page,
      photo: await takePhoto(acts, manager, at, { act, store: store.id, shot }),
    })),
  )
  const input = { id: newId(), store: store.id, edition, seconds: random.whole(160, 900), pages: shown }
  await acts.do(manager, at, 'displays.check', input)
  await look(acts, store, input.id, at, { now, random })
  return true
}

/** Most is mended with a photo within a day, and the area manager has looked at last week's. */
async function look(
  acts: Acts,
  store: DemoStore,
  id: string,
  at: Date,
  { now, random }: { now: Date; random: Random },
): Promise<void> {
  const on = { store: store.id, id }
  const manager = acts.holder('storeManager', { store: store.id })
  const later = (hours: number): Date => new Date(at.getTime() + hours * 3_600_000)
  const { findings } = await acts.see<{
    findings: { id: string; page: string; mendedAt: string | null }[]
  }>(manager, at, 'displays.store', { store: store.id })
  for (const [i, one] of findings.filter((f) => f.mendedAt === null).entries()) {
    if (later(20) >= now || random.chance(0.4)) continue
    const { scene } = pages.find((p) => p.code === one.page)!
    const shot = { scene, season: 'winter' as const, seed: 4 + (i % 2) }
    const photo = await takePhoto(acts, manager, later(20), {
      act: 'displays.takePhoto',
      store: store.id,
      shot,
    })
    await acts.do(manager, later(20), 'displays.mend', {
      store: store.id,
      id: one.id,
      words: '按手册调好了',
      photo,
    })
  }
  if (later(26) < now && random.chance(0.8))
    await acts.do(acts.holder('areaManager', { area: store.areaId }), later(26), 'displays.confirm', on)
}
