import { addDays, type Day, mondayOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

const words = [
  '冬款大衣、羽绒走得快，够卖不到两周，主码已报补货；春夏款压在两家街铺，本周先并到奥莱店。',
  '断码集中在裤装，店间调一轮能补齐一半；连衣裙停止补货，周末两家店做加购。',
  '售罄率和上周持平，围巾帽子卖得好；九月前上市的老款每店挑十款放到入口吊牌区。',
] as const

/** Monday's report of each area but one, and of the month before; the director has confirmed one and asks about another. */
export async function makeStockReports(
  acts: Acts,
  chain: Chain,
  { today, now }: { today: Day; now: Date },
): Promise<void> {
  const director = acts.holder('operationsDirector')
  const monday = mondayOf(today)
  for (const [i, area] of chain.areas.entries()) {
    const manager = acts.holder('areaManager', { area: area.id })
    for (const kind of ['week', 'month'] as const) {
      const at = instant(kind === 'week' ? monday : addDays(monday, -1), 15 * 60 + 10 * i)
      if (at > now || (kind === 'week' && area.code === 'S1')) continue
      const report = newId()
      await acts.do(manager, at, 'stockReports.submit', {
        id: report,
        area: area.id,
        kind,
        basedOn: 0,
        words: words[i % words.length],
      })
      const later = instant(monday, 17 * 60 + 10 * i)
      if (later > now || i > 1) continue
      const on = { area: area.id, report }
      await acts.do(director, later, 'stockReports.open', on)
      if (i === 0 || kind === 'month') await acts.do(director, later, 'stockReports.confirm', on)
      else
        await acts.do(director, later, 'stockReports.askBack', {
          ...on,
          words: '裤装补齐一半，另一半什么时候？',
        })
    }
  }
}
