import { addDays, addMonths, type Day, type Month, monthOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { instant } from './moments.ts'

interface Draft {
  readonly lines: readonly { readonly category: string; readonly month: Month; readonly closing: number }[]
}

/** Half a year is planned and approved; for two categories of winter merchandising has handed in more, of which the director has still to decide. */
export async function makeOpenToBuy(acts: Acts, today: Day, progress: (text: string) => void): Promise<void> {
  const buyer = acts.holder('merchandising')
  const director = acts.holder('operationsDirector')
  const planned = addDays(today, -26)
  const from = monthOf(planned)
  const at = instant(planned, 10 * 60)
  const asked = { from, months: 6, growth: 0, cover: 20 }
  const { lines } = await acts.see<Draft>(buyer, at, 'openToBuy.propose', asked)
  const plan = { from, months: 6 }
  const first = newId()
  await acts.do(buyer, at, 'openToBuy.submit', { ...plan, id: first, basedOn: null, words: null, lines })
  await acts.do(director, instant(addDays(planned, 1), 9 * 60), 'openToBuy.decide', {
    plan: first,
    approve: true,
    words: null,
  })
  const more = ['羽绒', '羽绒服', '大衣']
  const next = addMonths(from, 1)
  await acts.do(buyer, instant(addDays(today, -1), 16 * 60), 'openToBuy.submit', {
    ...plan,
    from: monthOf(today),
    months: 5,
    id: newId(),
    basedOn: first,
    words: '降温早，羽绒和大衣年前多备三成',
    lines: linesFrom(monthOf(today), 5, lines).map((l) =>
      more.includes(l.category) && l.month <= addMonths(next, 1)
        ? { ...l, closing: Math.round((l.closing * 13) / 10) }
        : l,
    ),
  })
  progress('  采购限额 open to buy: 2')
}

const linesFrom = (from: Month, months: number, lines: Draft['lines']) => {
  const until = addMonths(from, months - 1)
  return lines.filter((l) => l.month >= from && l.month <= until)
}
