import type { TestHouse } from './house.ts'
import { areaManager, associate, at, manager, type Screen } from './screen.ts'

const day = (h: TestHouse, of: string): string => `/day?store=${of}&day=${h.demo.today}`

/** The planned day and coaching. */
export const dayScreens: readonly Screen[] = [
  { name: 'day', page: '/day', as: manager, path: at('/day') },
  { name: 'day-own', page: '/day', as: associate, path: at('/day') },
  {
    name: 'day-area',
    page: '/day',
    as: areaManager,
    path: (h) => day(h, h.demo.chain.stores.find((s) => s.code === 'NJ02')!.id),
  },
  {
    name: 'day-help',
    page: '/day',
    as: manager,
    path: at('/day'),
    first: async (page) => {
      await page.locator('.day-progress button:enabled').last().click()
      await page.locator('[role=dialog] .choice').first().click()
    },
  },
  { name: 'coaching', page: '/coaching', as: manager, path: at('/coaching') },
  {
    name: 'coaching-note',
    page: '/coaching',
    as: manager,
    path: at('/coaching'),
    first: async (page) => {
      await page.locator('.coach-person').first().click()
      await page.locator('[role=dialog] .choice').first().click()
    },
  },
  { name: 'growth', page: '/growth', as: manager, path: at('/growth') },
  { name: 'growth-own', page: '/growth', as: associate, path: at('/growth') },
  { name: 'coaching-own', page: '/coaching', as: associate, path: at('/coaching') },
]
