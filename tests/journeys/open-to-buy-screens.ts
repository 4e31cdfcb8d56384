import type { TestHouse } from './house.ts'
import { at, by, type Screen } from './screen.ts'

const merchandiser = by('merchandising')
async function waiting(house: TestHouse): Promise<string> {
  const [row] = await house.house.database.query<{ path: string }>(
    `select '/open-to-buy/plan?plan=' || p.id as path from buy_plan p where not exists (select from buy_plan_decision d where d.plan_id = p.id)
     order by p.submitted_at desc limit 1`,
  )
  return row!.path
}

/** What may be bought by category and month, a version being made and one that waits. */
export const openToBuyScreens: readonly Screen[] = [
  { name: 'approvals', page: '/approvals', as: by('operationsDirector'), path: at('/approvals') },
  { name: 'open-to-buy', page: '/open-to-buy', as: by('operationsDirector'), path: at('/open-to-buy') },
  {
    name: 'open-to-buy-figure',
    page: '/open-to-buy',
    as: merchandiser,
    path: at('/open-to-buy'),
    first: async (page) => {
      await page.locator('.otb-table .figure-press').first().click()
      await page.locator('.explain-definition').first().waitFor()
    },
  },
  {
    name: 'open-to-buy-new',
    page: '/open-to-buy/new',
    as: merchandiser,
    path: at('/open-to-buy/new'),
    first: async (page) => {
      await page.locator('.otb-category summary').first().click()
      await page.locator('.otb-category input').first().waitFor()
    },
  },
  { name: 'open-to-buy-decide', page: '/open-to-buy/plan', as: by('operationsDirector'), path: waiting },
]
