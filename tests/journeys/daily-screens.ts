import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { at, type Screen } from './screen.ts'

const manager = (house: TestHouse): string => house.holder('storeManager', { store: 'NJ02' })
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E1' })

/** Two categories typed and compared, which differ by far; one of them counted again. */
async function countSome(page: Page): Promise<void> {
  // Pictures are taken of it four times, of one evening.
  if (await page.locator('.daily-acts .btn-primary').first().isVisible()) return
  const figures = page.locator('.daily-figures input')
  await figures.nth(0).fill('3')
  await figures.nth(2).fill('4')
  await page.locator('.sticky .btn-primary').click()
  await page.locator('.daily-row.is-again').nth(1).waitFor()
  await page.locator('.daily-row.is-again input').first().fill('2')
  await page.locator('.sticky .btn-primary').click()
  await page.locator('.daily-acts .btn-primary').first().waitFor()
}

/** The daily count of pieces: an evening counted and not, why something is missing, the board of the area. */
export const dailyScreens: readonly Screen[] = [
  { name: 'daily-count', page: '/daily-count', as: manager, path: at('/daily-count') },
  {
    name: 'daily-count-compared',
    page: '/daily-count',
    as: manager,
    path: at('/daily-count'),
    first: countSome,
  },
  {
    name: 'daily-count-why',
    page: '/daily-count',
    as: manager,
    path: at('/daily-count'),
    first: async (page) => {
      await page.locator('.daily-acts .btn-primary').first().click()
      await page.locator('[role=dialog] .choice').first().waitFor()
    },
  },
  { name: 'daily-count-area', page: '/daily-count/area', as: areaManager, path: at('/daily-count/area') },
]
