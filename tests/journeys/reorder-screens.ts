import type { TestHouse } from './house.ts'
import { at, type Screen } from './screen.ts'

const of = (code: string) => (house: TestHouse) => house.holder('storeManager', { store: code })
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E1' })
const merchandiser = (house: TestHouse): string => house.holder('merchandising')

/** A request of the demo chain that is decided, or that waits. */
async function request(house: TestHouse, isDecided: boolean): Promise<string> {
  const [row] = await house.house.database.query<{ path: string }>(
    `select '/reorders/' || r.store_id || '/' || r.id as path from reorder_request r where $1 = exists (select from reorder_decision d
       where d.store_id = r.store_id and d.request_id = r.id) order by r.at, r.id limit 1`,
    [isDecided],
  )
  return row!.path
}

/** The week's reorder of a store, the board of those who grant, and one request; the week's moves within an area. */
export const reorderScreens: readonly Screen[] = [
  { name: 'reorders', page: '/reorders', as: of('HZ01'), path: at('/reorders') },
  {
    name: 'reorders-why',
    page: '/reorders',
    as: of('HZ01'),
    path: at('/reorders'),
    first: async (page) => {
      await page.locator('.reorder-card .reorder-tools .btn').first().click()
      await page.locator('.reorder-whys').first().waitFor()
    },
  },
  { name: 'reorders-board', page: '/reorders', as: merchandiser, path: at('/reorders') },
  {
    name: 'reorder-decide',
    page: '/reorders/$store/$request',
    as: merchandiser,
    path: (house) => request(house, false),
  },
  {
    name: 'reorder-decided',
    page: '/reorders/$store/$request',
    as: merchandiser,
    path: (house) => request(house, true),
  },
  { name: 'reorder-scarce', page: '/reorders/scarce', as: merchandiser, path: at('/reorders/scarce') },
  { name: 'rebalance', page: '/rebalance', as: areaManager, path: at('/rebalance') },
  { name: 'rebalance-areas', page: '/rebalance', as: merchandiser, path: at('/rebalance') },
]
