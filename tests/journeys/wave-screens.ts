import { at, by, type Screen } from './screen.ts'

const merchandiser = by('merchandising')

/** What the warehouse has to give out, and a wave as the engine gives it out. */
export const waveScreens: readonly Screen[] = [
  { name: 'waves', page: '/waves', as: merchandiser, path: at('/waves') },
  {
    name: 'wave-draft',
    page: '/waves',
    as: merchandiser,
    path: at('/waves'),
    first: async (page) => {
      for (const i of [0, 1, 2]) await page.locator('.wave-shade').nth(i).click()
      await page.locator('.sticky button').last().click()
      await page.locator('.wave-part').first().waitFor()
    },
  },
]
