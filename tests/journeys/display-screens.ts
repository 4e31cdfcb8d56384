import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { areaManager, at, by, manager, type Screen, store } from './screen.ts'

const ofStore =
  (path: string) =>
  (house: TestHouse): string =>
    `${path}?store=${store(house)}`

/** One point as shown, one not, with its words. */
async function scoreSome(page: Page): Promise<void> {
  await page.locator('.point-2').first().click()
  await page.locator('.point-0').nth(1).click()
  await page.locator('.display-wrong .choice').first().click()
}

/** The display manual: as it hangs in a store, being checked by, one check with its photos, the area's board, being made. */
export const displayScreens: readonly Screen[] = [
  { name: 'displays', page: '/displays', as: manager, path: ofStore('/displays') },
  {
    name: 'display-check',
    page: '/displays/check',
    as: manager,
    path: ofStore('/displays/check'),
    first: scoreSome,
  },
  { name: 'displays-area', page: '/displays/area', as: areaManager, path: at('/displays/area') },
  {
    name: 'display-one',
    page: '/displays',
    as: areaManager,
    path: ofStore('/displays'),
    first: async (page) => {
      await page.locator('.display-line').first().click()
      await page.locator('[role=dialog] .display-page').first().waitFor()
    },
  },
  { name: 'display-manual', page: '/displays/manual', as: by('merchandising'), path: at('/displays/manual') },
  {
    name: 'display-manual-edit',
    page: '/displays/manual',
    as: by('merchandising'),
    path: at('/displays/manual?edit=next'),
  },
]
