import { addDays, addMonths, type Day, type Month, monthOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { DemoStyle } from './goods.ts'
import { instant } from './moments.ts'

interface Seen {
  readonly lines: readonly { readonly line: number; readonly sizes: readonly { readonly sku: string }[] }[]
}

/** Three orders of makers: one of which a part has come, one for the weeks to come, one for spring whose styles are still open. */
export async function makePurchases(
  acts: Acts,
  goods: readonly DemoStyle[],
  today: Day,
  progress: (text: string) => void,
): Promise<void> {
  const buyer = acts.holder('merchandising')
  const latest = [...goods].sort((a, b) => (a.launchedOn < b.launchedOn ? 1 : -1)).slice(0, 4)
  const lineOf = (style: DemoStyle, pieces: number) => ({
    category: style.category,
    style: style.id,
    color: style.skus[0]!.color,
    pieces,
    cost: Math.round((style.tagPrice * 28) / 100),
    tag: style.tagPrice,
  })
  const place = async (
    days: number,
    maker: string,
    due: Month,
    lines: readonly object[],
  ): Promise<string> => {
    const id = newId()
    const order = { id, maker, due, words: '按订货会的选款', lines }
    await acts.do(buyer, instant(addDays(today, -days), 11 * 60), 'purchases.place', order)
    return id
  }
  const first = await place(24, '桐乡云织针织厂', monthOf(addDays(today, -24)), [
    lineOf(latest[0]!, 240),
    lineOf(latest[1]!, 180),
  ])
  await place(12, '杭州锦裁服饰', addMonths(monthOf(today), 1), [
    lineOf(latest[2]!, 300),
    lineOf(latest[3]!, 120),
  ])
  const open = (category: string, pieces: number, tag: number) => ({
    ...{ category, style: null, color: null, pieces },
    ...{ cost: Math.round((tag * 28) / 100), tag },
  })
  // Of different categories, whichever styles are the latest.
  const [one, other] = [...new Set([...latest, ...goods].map((s) => s.category))]
  await place(5, '苏州雅线时装', addMonths(monthOf(today), 2), [
    open(one!, 400, 89_900),
    open(other!, 260, 129_900),
  ])
  const { lines } = await acts.see<Seen>(buyer, instant(addDays(today, -4), 9 * 60), 'purchases.order', {
    order: first,
  })
  await acts.do(buyer, instant(addDays(today, -4), 9 * 60), 'purchases.arrive', {
    id: newId(),
    order: first,
    note: 'YZ-1123',
    lines: lines[0]!.sizes.map(({ sku }) => ({ line: lines[0]!.line, sku, pieces: 36 })),
  })
  progress('  采购订单 orders of makers: 3')
}
