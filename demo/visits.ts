import { addDays, type Day, daysBetween } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { instant } from './moments.ts'
import { type Shot, takePhoto } from './pictures.ts'
import { hashOf, Random } from './random.ts'

/** What one finds in a shop, by the code of the item; what the store did about it. */
const troubles: Readonly<Record<string, readonly [wrong: string, mended: string]>> = {
  'i-window': ['橱窗左侧两盏射灯不亮', '灯已报修换好，晚上看过'],
  'i-floor': ['试衣镜下沿和层板有灰', '全店擦了一遍，排进早上分工'],
  'i-fitting': ['三号试衣间帘子掉钩', '补了四个钩，帘子能关严'],
  'i-people': ['两位同事没戴工牌', '工牌补齐，早会互查'],
  'd-main': ['主推区还是上一波的款', '照陈列图换好，缺的码已要货'],
  'd-outfit': ['后区模特只穿了外套', '配齐内搭和腰带'],
  'd-size': ['大衣出样没有 M 码', '从仓库补出，断码的换款'],
  'd-price': ['两款毛衣价签是旧的', '价签重打，已逐件核对'],
  's-greet': ['进店一分多钟没人招呼', '午间改两人守前区'],
  's-try': ['顾客看了三件都没人请试穿', '早会练了请试穿的话'],
  's-member': ['买单没问会员', '收银台贴了提示，班后抽查'],
  'g-store': ['仓库没按款放，找货三分钟', '按款重新上架，贴了标签'],
  'g-count': ['抽十件少一件', '找到，挂错了门店间调拨区'],
  'o-key': ['保险柜钥匙挂在墙上', '钥匙改由当班人随身带'],
  'o-fire': ['消防通道口堆了两箱货', '当场清走，早晚各看一次'],
}
/** What can be seen of it is photographed; this many days back the demo has the photos. */
const views: Readonly<Record<string, Omit<Shot, 'season' | 'seed'>>> = {
  'i-window': { scene: 'window', flaws: ['dark'] },
  'd-main': { scene: 'wall', flaws: ['order'] },
  'd-outfit': { scene: 'window', flaws: ['bare'] },
  'd-size': { scene: 'wall', flaws: ['gap'] },
  'g-store': { scene: 'table', flaws: ['untidy'] },
  'o-fire': { scene: 'table', flaws: ['boxes'] },
}
const photoDays = 14
/** Stores in which the same things come back. */
const weak: Readonly<Record<string, readonly string[]>> = {
  SZ01: ['i-floor', 'd-main', 's-try'],
  NJ01: ['d-price', 'g-store'],
  HZ03: ['s-greet', 'i-window'],
}
const praise = ['陈列比上次好，服务还要练。', '人在卖场，节奏不错。', '主推讲得清楚，仓库要理。']

interface Form {
  readonly edition: string
  readonly items: readonly { code: string }[]
  readonly people: readonly { id: string; position: string }[]
  readonly open: readonly { code: string }[]
}

/** Some weeks of visits by area managers and director, with what came of them. */
export async function makeVisits(
  acts: Acts,
  chain: Chain,
  { today, now, days }: { today: Day; now: Date; days: number },
  progress: (text: string) => void,
): Promise<void> {
  let made = 0
  const { stores } = chain
  // Two rounds of each area, one store in eight left out of the last; this morning some are visited once more.
  for (const [i, store] of stores.entries()) {
    const person = acts.holder('areaManager', { area: store.areaId })
    const backs = [25 + (i % 9), i % 8 === 3 ? undefined : 2 + (i % 9), i % 6 === 0 ? 0 : undefined]
    for (const back of backs) {
      if (back === undefined || back > days) continue
      const day = addDays(today, -back)
      // Most were planned some days before, a few for the day before that on which she came.
      if (back > 0 && i % 4 !== 1)
        await plan(acts, store, person, addDays(day, i % 7 === 2 ? -1 : 0), addDays(day, -5))
      made += await visit(acts, store, person, day, { today, now }, i % 3 === 0 ? 'quick' : 'full')
    }
  }
  // What was planned and did not happen, and what is planned for the days to come.
  for (const [i, store] of stores.entries()) {
    const person = acts.holder('areaManager', { area: store.areaId })
    if (i % 9 === 3) await plan(acts, store, person, addDays(today, -6), addDays(today, -9))
    if (i % 3 === 0) await plan(acts, store, person, addDays(today, 1 + (i % 10)), addDays(today, -1))
  }
  const director = acts.holder('operationsDirector')
  const seen = new Set<string>()
  for (const store of stores) {
    if (seen.has(store.areaId)) continue
    seen.add(store.areaId)
    const day = addDays(today, -(4 + 3 * seen.size))
    if (daysBetween(day, today) <= days)
      made += await visit(acts, store, director, day, { today, now }, 'quick')
  }
  progress(`  巡店 visits: ${made}`)
}

async function plan(acts: Acts, store: DemoStore, person: string, day: Day, on: Day): Promise<void> {
  if (on < store.openedOn) return
  await acts.do(person, instant(on, 9 * 60 + 10), 'visits.plan', { id: newId(), store: store.id, day })
}

async function visit(
  acts: Acts,
  store: DemoStore,
  by: string,
  day: Day,
  { today, now }: { today: Day; now: Date },
  kind: 'full' | 'quick',
): Promise<number> {
  const random = new Random(hashOf(`visit:${store.code}:${day}`))
  const at = instant(day, (day === today ? 10 : 13) * 60 + random.whole(20, 180))
  if (at >= now || day < store.openedOn) return 0
  const on = { store: store.id, kind }
  const form = await acts.see<Form>(by, at, 'visits.form', on)
  const open = new Set(form.open.map((o) => o.code))
  const manager = form.people.find((p) => p.position === 'storeManager') ?? form.people[0]
  if (!manager) return 0
  const own = weak[store.code] ?? []
  // What somebody found this morning still waits.
  const sure = day === today ? random.pick(form.items.filter((i) => troubles[i.code])).code : undefined
  const scores = form.items.map(({ code }) => {
    const isWeak = own.includes(code)
    const wrong = isWeak ? random.chance(0.85) : troubles[code] !== undefined && random.chance(0.09)
    return { code, points: wrong || code === sure ? 0 : random.chance(0.14) ? 1 : 2 } as const
  })
  const findings = scores
    .filter((s) => s.points === 0 && !open.has(s.code))
    .map(({ code }) => ({
      id: newId(),
      code,
      wrong: troubles[code]![0],
      person: random.chance(0.7) ? manager.id : random.pick(form.people).id,
      due: addDays(day, random.pick([1, 3, 3, 7])),
      photo: null as string | null,
    }))
  const isPhotographed = daysBetween(day, today) <= photoDays
  for (const found of isPhotographed ? findings : []) {
    const view = views[found.code]
    if (view) found.photo = await photo(acts, store, by, at, view)
  }
  await acts.do(by, at, 'visits.submit', {
    ...on,
    id: newId(),
    edition: form.edition,
    seconds: random.whole(600, 2_400),
    words: random.chance(0.5) ? random.pick(praise) : null,
    scores,
    findings,
  })
  for (const found of findings) await mend(acts, store, by, found, random, { today, now })
  return 1
}

/** Most is mended in time and verified, some was sent back once, the latest still waits for one or the other. */
async function mend(
  acts: Acts,
  store: DemoStore,
  by: string,
  found: { readonly id: string; readonly code: string; readonly due: Day; readonly photo: string | null },
  random: Random,
  { today, now }: { today: Day; now: Date },
): Promise<void> {
  const manager = acts.holder('storeManager', { store: store.id })
  const on = { store: store.id, id: found.id }
  const mended = instant(addDays(found.due, store.code === 'SZ01' ? 2 : -1), 16 * 60 + random.whole(0, 200))
  const step = async (person: string, when: Date, act: string, words: string | null): Promise<boolean> => {
    if (when >= now) return false
    const view = found.photo && act === 'mend' ? views[found.code] : undefined
    const shown = view ? { photo: await photo(acts, store, person, when, { ...view, flaws: [] }) } : {}
    await acts.do(person, when, `visits.${act}`, { ...on, words, ...shown })
    return true
  }
  const later = (hours: number): Date => new Date(mended.getTime() + hours * 3_600_000)
  if (daysBetween(found.due, today) < -2 && random.chance(0.5)) return
  if (!(await step(manager, mended, 'mend', troubles[found.code]![1]))) return
  if (random.chance(0.2)) {
    if (!(await step(by, later(16), 'sendBack', '还差一点，再看一眼'))) return
    if (!(await step(manager, later(22), 'mend', '重新弄过，请再看'))) return
    await step(by, later(42), 'verify', null)
    return
  }
  if (daysBetween(found.due, today) > 1 || random.chance(0.5)) await step(by, later(20), 'verify', null)
}

const photo = (acts: Acts, store: DemoStore, by: string, at: Date, view: Omit<Shot, 'season' | 'seed'>) =>
  takePhoto(acts, by, at, {
    act: 'visits.takePhoto',
    store: store.id,
    shot: { ...view, season: 'winter', seed: 1 + (hashOf(`${store.code} ${at.toISOString()}`) % 3) },
  })
