import { areaManager, associate, at, by, manager, type Screen } from './screen.ts'

/** Notices and leave. */
export const peopleScreens: readonly Screen[] = [
  { name: 'notices', page: '/notices', as: associate, path: at('/notices') },
  {
    name: 'notice-read',
    page: '/notices',
    as: associate,
    path: at('/notices'),
    first: async (page) => {
      await page.locator('.bulletin').first().click()
      await page.locator('[role=dialog] .bulletin-body').waitFor()
    },
  },
  {
    name: 'notice-relay',
    page: '/notices',
    as: manager,
    path: at('/notices'),
    first: async (page) => {
      await page.locator('.bulletin').first().click()
      await page.locator('[role=dialog] .bulletin-people').waitFor()
    },
  },
  {
    name: 'notices-published',
    page: '/notices',
    as: by('operationsDirector'),
    path: at('/notices?tab=published'),
  },
  {
    name: 'notice-progress',
    page: '/notices/$notice',
    as: by('operationsDirector'),
    path: at('/notices?tab=published'),
    first: async (page) => {
      await page.locator('.bulletin').nth(1).click()
      await page.waitForURL((url) => url.pathname.split('/').length === 3)
    },
  },
  {
    name: 'notice-write',
    page: '/notices/write',
    as: areaManager,
    path: at('/notices/write'),
    first: async (page) => {
      await page.locator('.choices .choice').nth(2).click()
      await page.getByRole('button', { name: /^30/ }).click()
    },
  },
  { name: 'leave', page: '/leave', as: associate, path: at('/leave') },
  { name: 'leave-decide', page: '/leave', as: manager, path: at('/leave?tab=decide') },
  { name: 'leave-away', page: '/leave', as: associate, path: at('/leave?tab=away') },
  { name: 'leave-area', page: '/leave', as: areaManager, path: at('/leave?tab=away') },
  { name: 'discipline', page: '/discipline', as: manager, path: at('/discipline') },
  { name: 'discipline-own', page: '/discipline', as: associate, path: at('/discipline') },
  { name: 'discipline-area', page: '/discipline', as: areaManager, path: at('/discipline') },
  {
    name: 'discipline-enter',
    page: '/discipline',
    as: manager,
    path: at('/discipline'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(记一笔|Enter)$/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
