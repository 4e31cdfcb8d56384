import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const period = '2026-W49'
const shop = 2
interface Week {
  readonly begunOn: string | null
  readonly proposal: { readonly id: string }
}
/** The week's request; in a store that has just entered its opening balance there is nothing to ask for, and that is said. */
async function askForTheWeek(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, shop)
  const see = () => h.sees<Week>(manager, at, 'reorders.week', { store: id })
  if ((await see()).begunOn === null) {
    const [sku] = await h.db.query<{ id: string }>('select id from sku order by id limit 1')
    await h.does(manager, at, 'stock.open', {
      id: newId(),
      store: id,
      lines: [{ sku: sku!.id, quantity: 3 }],
    })
  }
  const { proposal } = await see()
  await h.does(manager, at, 'reorders.submit', {
    id: newId(),
    store: id,
    proposal: proposal.id,
    lines: [],
    slow: [],
    words: '货够卖',
  })
}

export const reorderStory: Story = {
  duty: 'SM-2.4',
  period,
  holder: (h) => store(h, shop).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, shop).id,
  open: '2026-11-28T10:00',
  overdue: '2026-11-30T18:10',
  act: askForTheWeek,
  back: (h, at) => sentBack(h, at, area(h).manager, 'SM-2.4', period, store(h, shop).id),
}
