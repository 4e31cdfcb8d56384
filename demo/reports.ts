import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { closedOn } from './demand.ts'
import { eveningOf, looksToday, sameEveryEvening } from './habits.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

const whys = [
  '周末客流回来了，大衣成套试得多，连带上去了。',
  '下午下雨，客流少了三成；晚上靠老客预约补回来一些。',
  '新到羽绒试穿多，M 码断得快，丢了两单。',
  '商场满减只到上周，今天价格敏感的客人走得多。',
  '两位导购带新人，成交慢了一点，件单价稳。',
  '午后有一车旅行团，试得多买得少；晚场靠针织拉回来。',
  '主推的烟管裤配短外套，三单连带两件以上。',
]
const tomorrows = [
  '早会把外套加内搭的三套搭配过一遍，重点推羊绒。',
  '给近两周试穿没买的客人打电话，约周三到店。',
  '跟邻店调 M 码两件，上午到。',
  '橱窗换成酒红一组，门口模特配披肩。',
  '午后一到四点错开休息，试衣间固定一人。',
]
const asked = '成交率比上周低了两个点，试衣间那边是谁在跟？'
const answered = '午后两点到四点只有一个人在场，明天起把休息错开，试衣间固定一人。'

/** An evening's reports of every store that was open, as each store is in the habit of doing it. Answers how many. */
export async function handInReports(
  acts: Acts,
  chain: Chain,
  day: Day,
  back: number,
  today: Day,
): Promise<number> {
  const open = chain.stores.filter((store) => tradesOn(store, day, today))
  const handedIn = await Promise.all(
    open.map(async (store) => {
      const evening = eveningOf(store, day, back)
      if (typeof evening === 'string') return 0
      const random = new Random(hashOf(`words:${store.code}:${day}`))
      const same = sameEveryEvening(store)
      await acts.do(manager(acts, store), instant(day, 22 * 60 + evening.minutes), 'reports.submit', {
        id: newId(),
        store: store.id,
        day,
        why: same ? whys[4]! : random.pick(whys),
        tomorrow: same ? tomorrows[0]! : random.pick(tomorrows),
      })
      return 1
    }),
  )
  return handedIn.reduce<number>((sum, n) => sum + n, 0)
}

interface Today {
  now: { duty: string; samples: { store: string; day: Day }[] }[]
}

/** The morning after: the stated sample is looked through, some more are read, one is asked about. */
export async function lookAtReports(acts: Acts, chain: Chain, day: Day, back: number): Promise<void> {
  const next = addDays(day, 1)
  await Promise.all(
    chain.areas.map(async (area, i) => {
      const person = acts.holder('areaManager', { area: area.id })
      const stores = chain.stores.filter((s) => s.areaId === area.id)
      if (!looksToday(area.code, next)) return
      const at = instant(next, 8 * 60 + 40 + i * 7)
      const seen = await acts.see<Today>(person, at, 'duties.today', {})
      const stated = seen.now.find((n) => n.duty === 'AM-1.6')?.samples.map((s) => s.store) ?? []
      const random = new Random(hashOf(`read:${area.code}:${day}`))
      const read = stores.filter(
        (s) => handedInBy(s, day, back, at) && (stated.includes(s.id) || random.chance(0.35)),
      )
      for (const [k, store] of read.entries()) await lookAt(acts, person, store, day, back, later(at, k * 3))
    }),
  )
}

async function lookAt(acts: Acts, person: string, store: DemoStore, day: Day, back: number, at: Date) {
  const which = { store: store.id, day }
  await acts.do(person, at, 'reports.open', which)
  if (store.code !== 'NJ01' || back % 5 !== 2) {
    await acts.do(person, later(at, 1), 'reports.confirm', which)
    return
  }
  await acts.do(person, later(at, 1), 'reports.askBack', { ...which, words: asked })
  await acts.do(manager(acts, store), later(at, 92), 'reports.answer', { ...which, words: answered })
}

const manager = (acts: Acts, store: DemoStore): string => acts.holder('storeManager', { store: store.id })
const tradesOn = (store: DemoStore, day: Day, today: Day): boolean =>
  day >= store.openedOn && !closedOn(store, day, today)
function handedInBy(store: DemoStore, day: Day, back: number, at: Date): boolean {
  const evening = eveningOf(store, day, back)
  return day >= store.openedOn && typeof evening !== 'string' && instant(day, 22 * 60 + evening.minutes) < at
}
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
