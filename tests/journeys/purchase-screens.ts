import type { TestHouse } from './house.ts'
import { at, by, type Screen } from './screen.ts'

const merchandiser = by('merchandising')
async function partly(house: TestHouse): Promise<string> {
  const [row] = await house.house.database.query<{ path: string }>(
    `select '/purchases/order?order=' || o.id as path from purchase_order o join purchase_line l on l.order_id = o.id
     where l.open > 0 and l.came > 0 order by o.at limit 1`,
  )
  return row!.path
}

/** What is ordered of makers, an order being written, and one of which a part has come. */
export const purchaseScreens: readonly Screen[] = [
  { name: 'purchases', page: '/purchases', as: merchandiser, path: at('/purchases') },
  {
    name: 'purchase-new',
    page: '/purchases/new',
    as: merchandiser,
    path: at('/purchases/new'),
    first: async (page) => {
      await page.locator('.stock-finder button').first().click()
      await page.locator('.purchase-form input').nth(1).waitFor()
    },
  },
  { name: 'purchase-order', page: '/purchases/order', as: merchandiser, path: partly },
  {
    name: 'purchase-arrives',
    page: '/purchases/order',
    as: merchandiser,
    path: partly,
    first: async (page) => {
      await page.locator('.sticky button').last().click()
      await page.locator('.sheet-foot').first().waitFor()
    },
  },
]
