import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { areaManager, at, by, manager, type Screen, store } from './screen.ts'

const ofStore =
  (path: string) =>
  (house: TestHouse): string =>
    `${path}?store=${store(house)}`

/** One thing in order, one partly, one not, with who is to mend it. */
async function scoreSome(page: Page): Promise<void> {
  await page.locator('.point-2').first().click()
  await page.locator('.point-1').nth(1).click()
  await page.locator('.point-0').nth(2).click()
  await page.locator('.score-finding .choice').first().click()
}

/** Visits: being made, as the store sees them, one laid beside the one before, what is to be looked at. */
export const visitScreens: readonly Screen[] = [
  { name: 'visits', page: '/visits', as: areaManager, path: at('/visits') },
  {
    name: 'visit-plan',
    page: '/visits',
    as: areaManager,
    path: at('/visits'),
    first: async (page) => {
      await page
        .getByRole('button', { name: /排巡店|Plan visits/ })
        .first()
        .click()
      await page.locator('[role=dialog] .plan-stores').waitFor()
    },
  },
  { name: 'visits-company', page: '/visits', as: by('operationsDirector'), path: at('/visits') },
  {
    name: 'visit-templates',
    page: '/visits/templates',
    as: by('operationsDirector'),
    path: at('/visits/templates'),
  },
  {
    name: 'visit-edition',
    page: '/visits/templates',
    as: by('operationsDirector'),
    path: at('/visits/templates?edit=quick'),
  },
  {
    name: 'visit-findings',
    page: '/visits/findings',
    as: areaManager,
    path: () => '/visits/findings',
  },
  {
    name: 'visit-make',
    page: '/visits/make',
    as: areaManager,
    path: ofStore('/visits/make'),
    first: scoreSome,
  },
  {
    name: 'visit-correct',
    page: '/visits/store',
    as: by('generalManager'),
    path: ofStore('/visits/store'),
    first: async (page) => {
      await page.locator('.visit-list button').last().click()
      await page.getByRole('button', { name: /^(更正打分|Correct the scores)$/ }).click()
      await page.locator('.visit-correct .point-1').first().click()
    },
  },
  { name: 'visit-store', page: '/visits/store', as: manager, path: ofStore('/visits/store') },
  {
    name: 'visit-one',
    page: '/visits/store',
    as: manager,
    path: ofStore('/visits/store'),
    first: async (page) => {
      await page.locator('.visit-list button').first().click()
      await page.locator('[role=dialog] .visit-lines').first().waitFor()
    },
  },
]
