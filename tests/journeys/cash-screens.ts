import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { areaManager, at, type Screen } from './screen.ts'

const of = (code: string) => (house: TestHouse) => house.holder('storeManager', { store: code })
const finance = (house: TestHouse): string => house.holder('finance')

/** Seventeen hundreds, a fifty and three ones, and ten yuan by card, on the keys of the page. */
async function typeCount(page: Page): Promise<void> {
  const keys = (text: string) =>
    [...text].reduce<Promise<void>>(
      (before, digit) => before.then(() => page.getByRole('button', { name: digit, exact: true }).click()),
      Promise.resolve(),
    )
  const tiles = page.locator('.cash-tile')
  for (const [tile, text] of [
    [0, '17'],
    [1, '1'],
    [5, '3'],
    [8, '10'],
  ] as const) {
    await tiles.nth(tile).click()
    await keys(text)
  }
}

/** The cash pages: the pad before and while counting, what it came to, the deposit, and those who look after it. */
export const cashScreens: readonly Screen[] = [
  { name: 'cash', page: '/cash', as: of('NJ02'), path: at('/cash') },
  { name: 'cash-typed', page: '/cash', as: of('NJ02'), path: at('/cash'), first: typeCount },
  {
    name: 'cash-counted',
    page: '/cash',
    as: of('NJ03'),
    path: at('/cash'),
    first: async (page) => {
      if ((await page.locator('.cash-pad').count()) === 0) return
      await typeCount(page)
      await page.locator('.cash-pad .btn').last().click()
      await page.locator('.cash-lines').waitFor()
    },
  },
  {
    name: 'cash-pay',
    page: '/cash',
    as: of('NJ02'),
    path: at('/cash'),
    first: async (page) => {
      await page.locator('.cash-owed + .btn, .cash-owed ~ .act button').first().click()
      await page.locator('[role=dialog] .cash-days').waitFor()
    },
  },
  { name: 'cash-area', page: '/cash/area', as: areaManager, path: at('/cash/area') },
  { name: 'cash-differences', page: '/cash/differences', as: finance, path: at('/cash/differences') },
  {
    name: 'cash-close',
    page: '/cash/differences',
    as: finance,
    path: at('/cash/differences?kind=variance'),
    first: async (page) => {
      await page.locator('main :is(tbody, .cash-list) .btn').first().click()
      await page.locator('[role=dialog] .choices').waitFor()
    },
  },
  { name: 'cash-statement', page: '/cash/statement', as: finance, path: at('/cash/statement?only=all') },
  {
    name: 'cash-match',
    page: '/cash/statement',
    as: finance,
    path: at('/cash/statement'),
    first: async (page) => {
      await page.locator('main :is(tbody, .cash-list) .btn').first().click()
      await page.locator('[role=dialog]').waitFor()
    },
  },
]
