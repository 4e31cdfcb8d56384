import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { closedOn } from './demand.ts'
import { hashOf, Random } from './random.ts'

const whys = [
  '周末客流回来了，大衣成套试得多，连带上去了。',
  '下午下雨，客流少了三成；晚上靠老客预约补回来一些。',
  '新到羽绒试穿多，M 码断得快，丢了两单。',
  '商场满减只到上周，今天价格敏感的客人走得多。',
  '两位导购带新人，成交慢了一点，件单价稳。',
]
const tomorrows = [
  '早会把外套加内搭的三套搭配过一遍，重点推羊绒。',
  '给近两周试穿没买的客人打电话，约周三到店。',
  '跟邻店调 M 码两件，上午到。',
  '橱窗换成酒红一组，门口模特配披肩。',
]
const asked = '成交率比上周低了两个点，试衣间那边是谁在跟？'
const answered = '午后两点到四点只有一个人在场，明天起把休息错开，试衣间固定一人。'

/** The daily reports of the last days: most in time, some late, one store each day not at all; last night's wait to be read. */
export async function makeReports(
  acts: Acts,
  chain: Chain,
  today: Day,
  progress: (text: string) => void,
): Promise<void> {
  let written = 0
  for (const back of [7, 6, 5, 4, 3, 2, 1]) {
    const day = addDays(today, -back)
    for (const [i, store] of chain.stores.entries()) {
      const random = new Random(hashOf(`report:${store.code}:${day}`))
      // One store a day forgets; the one that misses its targets is late as a rule; one hands in the same two
      // sentences every evening, a minute after closing.
      if (day < store.openedOn || closedOn(store, day, today) || i === (back * 5) % chain.stores.length)
        continue
      const manager = acts.holder('storeManager', { store: store.id })
      const minutes =
        store.code === 'NJ01' ? random.whole(35, 70) : store.code === 'WX01' ? 1 : random.whole(2, 28)
      const at = instant(day, 22 * 60 + minutes)
      await acts.do(manager, at, 'reports.submit', {
        id: newId(),
        store: store.id,
        day,
        why: store.code === 'WX01' ? whys[4]! : random.pick(whys),
        tomorrow: store.code === 'WX01' ? tomorrows[0]! : random.pick(tomorrows),
      })
      written += 1
      if (back === 1) continue
      const area = acts.holder('areaManager', { area: store.areaId })
      const read = instant(addDays(day, 1), 8 * 60 + 30 + i)
      await acts.do(area, read, 'reports.open', { store: store.id, day })
      if (store.code === 'NJ01' && back === 2) {
        await acts.do(area, read, 'reports.askBack', { store: store.id, day, words: asked })
        await acts.do(manager, instant(addDays(day, 1), 10 * 60 + 12), 'reports.answer', {
          store: store.id,
          day,
          words: answered,
        })
      } else await acts.do(area, read, 'reports.confirm', { store: store.id, day })
    }
  }
  progress(`  日报 daily reports: ${written}`)
}

const instant = (day: Day, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
