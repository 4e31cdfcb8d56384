import type { TestHouse } from './house.ts'
import { at, type Screen } from './screen.ts'

const of = (code: string) => (house: TestHouse) => house.holder('storeManager', { store: code })
const associate = (house: TestHouse): string => house.holder('salesAssociate', { store: 'HZ01' })
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E1' })

/** A stocktake of the demo chain whose last step is this; the running one has none. */
async function take(house: TestHouse, step: string | null): Promise<string> {
  const [row] = await house.house.database.query<{ path: string }>(
    `select '/takes/' || t.store_id || '/' || t.id as path from take t where (select s.step from take_step s where s.store_id = t.store_id
       and s.take_id = t.id order by s.n desc limit 1) is not distinct from $1 order by t.categories is not null, t.at limit 1`,
    [step],
  )
  return row!.path
}
async function counting(house: TestHouse): Promise<string> {
  const path = await take(house, null)
  const [row] = await house.house.database.query<{ id: string }>(
    'select id from take_zone where take_id = $1 and line = 2',
    [path.split('/')[3]],
  )
  return `${path}/count?zone=${row!.id}`
}

/** Stocktakes: the board of a store and of an area, the counting page, what was found, what the area makes of it. */
export const stocktakeScreens: readonly Screen[] = [
  { name: 'takes', page: '/takes', as: of('HZ01'), path: at('/takes') },
  { name: 'takes-area', page: '/takes', as: areaManager, path: at('/takes') },
  {
    name: 'takes-plan',
    page: '/takes',
    as: of('SH03'),
    path: at('/takes'),
    first: async (page) => {
      await page.locator('.state .btn-primary').first().click()
      await page.locator('[role=dialog] .take-zone-row').first().waitFor()
    },
  },
  { name: 'take-count', page: '/takes/$store/$take/count', as: associate, path: counting },
  {
    name: 'take-find',
    page: '/takes/$store/$take/count',
    as: associate,
    path: counting,
    first: async (page) => {
      await page.locator('.take-thumb .btn').last().click()
      await page.locator('[role=dialog] .stock-finder button').first().click()
    },
  },
  {
    name: 'take-result',
    page: '/takes/$store/$take',
    as: of('HZ01'),
    path: (house) => take(house, 'approved'),
  },
  {
    name: 'take-review',
    page: '/takes/$store/$take',
    as: areaManager,
    path: (house) => take(house, 'submitted'),
  },
  {
    name: 'take-analysis',
    page: '/takes/analysis',
    as: areaManager,
    path: at('/takes/analysis?month=2026-10'),
  },
]
