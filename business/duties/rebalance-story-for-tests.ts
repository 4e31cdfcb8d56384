import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const period = '2026-W49'
interface Week {
  readonly round: { readonly id: string; readonly decidedAt: string | null } | null
  readonly bundles: readonly { readonly n: number }[]
}
/** Two stores of the area keep a stock book; the week's round is decided, and that nothing is worth moving is a decision too. */
async function decideTheWeek(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = area(h)
  for (const n of [0, 1]) {
    const { id: shop, manager: keeper } = store(h, n)
    const { begunOn } = await h.sees<{ begunOn: string | null }>(keeper, at, 'stock.book', { store: shop })
    const [sku] = await h.db.query<{ id: string }>('select id from sku order by id limit 1')
    if (begunOn === null)
      await h.does(keeper, at, 'stock.open', {
        id: newId(),
        store: shop,
        lines: [{ sku: sku!.id, quantity: 3 }],
      })
  }
  const see = () => h.sees<Week>(manager, at, 'rebalance.area', { area: id })
  if ((await see()).round?.decidedAt) await h.does(manager, at, 'rebalance.again', { area: id })
  const { round, bundles } = await see()
  const answers = bundles.map((b) => ({ n: b.n, accept: false, why: 'sellsHere' }))
  await h.does(manager, at, 'rebalance.decide', { area: id, round: round!.id, answers })
}

export const rebalanceStory: Story = {
  duty: 'AM-1.3',
  period,
  holder: (h) => area(h).manager,
  superior: (h) => h.chain.director,
  seat: (h) => area(h).id,
  open: '2026-11-30T10:00',
  overdue: '2026-12-02T18:10',
  act: decideTheWeek,
  back: (h, at) => sentBack(h, at, h.chain.director, 'AM-1.3', period, area(h).id),
}
