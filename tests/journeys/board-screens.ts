import type { TestHouse } from './house.ts'
import { at, by, type Screen } from './screen.ts'

const manager = (house: TestHouse): string => house.holder('storeManager', { store: 'HZ01' })
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E1' })

/** Stock and sales: of a store, of an area with what a figure is made of, of the company in one season. */
export const boardScreens: readonly Screen[] = [
  { name: 'stock-board', page: '/stock/board', as: manager, path: at('/stock/board') },
  {
    name: 'stock-board-area',
    page: '/stock/board',
    as: areaManager,
    path: at('/stock/board'),
    first: async (page) => {
      await page.locator('.figure-strip .figure-press').nth(1).click()
      await page.locator('[role=dialog] .explain-fraction').waitFor()
    },
  },
  {
    name: 'stock-board-season',
    page: '/stock/board',
    as: by('merchandising'),
    path: at('/stock/board?season=26D'),
  },
  { name: 'stock-report', page: '/stock/report', as: areaManager, path: at('/stock/report') },
  {
    name: 'stock-report-month',
    page: '/stock/report/month',
    as: areaManager,
    path: at('/stock/report/month'),
  },
  { name: 'stock-reports', page: '/stock/reports', as: by('operationsDirector'), path: at('/stock/reports') },
]
