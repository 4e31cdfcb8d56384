import { area, areaManager, at, by, type Screen } from './screen.ts'

/** What of goods and money does not add up: being answered, as a superior reads it, area by area. */
export const oversightScreens: readonly Screen[] = [
  {
    name: 'oversight',
    page: '/oversight',
    as: areaManager,
    path: at('/oversight'),
    first: async (page) => {
      await page.locator('.matter .choice').first().click()
    },
  },
  {
    name: 'oversight-read',
    page: '/oversight',
    as: by('finance'),
    path: (house) => `/oversight?area=${area(house)}`,
  },
  {
    name: 'oversight-company',
    page: '/oversight/company',
    as: by('operationsDirector'),
    path: at('/oversight/company'),
  },
]
