import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { areaManager, at, type Screen } from './screen.ts'

const manager = (house: TestHouse): string => house.holder('storeManager', { store: 'NJ02' })
const director = (house: TestHouse): string => house.holder('operationsDirector')

/** One thing in order, one not with its words, as it is being filled in. */
async function fillSome(page: Page): Promise<void> {
  await page.locator('.check-yes').first().click()
  await page.locator('.check-no').nth(1).click()
  await page.locator('.check-words .choice').first().click()
}

/** The checklists: the day’s cards, one being filled in, one looked at, the board of the area, the editions. */
export const checkScreens: readonly Screen[] = [
  { name: 'checks', page: '/checks', as: manager, path: at('/checks') },
  {
    name: 'checks-zone',
    page: '/checks',
    as: manager,
    path: at('/checks?by=zone'),
    first: async (page) => {
      await page.locator('.plan button').nth(2).click()
      await page.locator('[role=dialog] .zone-part').first().waitFor()
    },
  },
  { name: 'checks-plan', page: '/checks', as: manager, path: at('/checks?by=zone') },
  { name: 'floor-plan', page: '/floor-plan', as: manager, path: at('/floor-plan') },
  {
    name: 'floor-plan-draw',
    page: '/floor-plan',
    as: manager,
    path: at('/floor-plan'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(画新的|Draw a new one)$/ }).click()
      await page.locator('.plan-board').waitFor()
    },
  },
  { name: 'checks-fill', page: '/checks', as: manager, path: at('/checks?kind=closing'), first: fillSome },
  {
    name: 'checks-look',
    page: '/checks',
    as: manager,
    path: at('/checks'),
    first: async (page) => {
      await page.locator('.check-line:not(.check-more)').first().click()
      await page.locator('[role=dialog] .check-read').waitFor()
    },
  },
  { name: 'checks-area', page: '/checks/area', as: areaManager, path: at('/checks/area') },
  { name: 'checks-templates', page: '/checks/templates', as: director, path: at('/checks/templates') },
  {
    name: 'checks-edition',
    page: '/checks/templates',
    as: director,
    path: at('/checks/templates?edit=opening'),
  },
]
