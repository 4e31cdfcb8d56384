import type { TestHouse } from './house.ts'
import { at, by, type Screen } from './screen.ts'

const merchandiser = by('merchandising')
const plan =
  (isApproved: boolean) =>
  async (house: TestHouse): Promise<string> => {
    const [row] = await house.house.database.query<{ path: string }>(
      `select '/markdowns/plan?plan=' || p.id as path from markdown_plan p where $1 = exists (select from markdown_decision d where d.plan_id = p.id)
       order by p.submitted_at limit 1`,
      [isApproved],
    )
    return row!.path
  }

/** Plans that sell a season out, one being made, one that waits and one that runs; and the labels of a store. */
export const markdownScreens: readonly Screen[] = [
  { name: 'markdowns', page: '/markdowns', as: merchandiser, path: at('/markdowns') },
  { name: 'markdown-new', page: '/markdowns/new', as: merchandiser, path: at('/markdowns/new') },
  {
    name: 'markdown-steps',
    page: '/markdowns/new',
    as: merchandiser,
    path: at('/markdowns/new'),
    first: async (page) => {
      await page.locator('.markdown-foot button').first().click()
      await page.locator('.markdown-step-row').first().waitFor()
    },
  },
  { name: 'markdown-decide', page: '/markdowns/plan', as: by('operationsDirector'), path: plan(false) },
  { name: 'markdown-runs', page: '/markdowns/plan', as: merchandiser, path: plan(true) },
  {
    name: 'markdown-labels',
    page: '/markdowns',
    as: (house) => house.holder('storeManager', { store: 'HZ01' }),
    path: at('/markdowns'),
  },
]
