import { addDays, mondayOf } from '../../platform/kinds/day.ts'
import type { TestHouse } from './house.ts'
import { areaManager, associate, at, by, manager, type Screen, store } from './screen.ts'

const ofThisWeek = (h: TestHouse): string => `/roster?week=${mondayOf(h.demo.today)}`
const released = (h: TestHouse): string =>
  `/roster?store=${h.demo.chain.stores.find((s) => s.code === 'NJ01')!.id}&week=${addDays(mondayOf(h.demo.today), 7)}`

/** The roster: its board, a cell opened, nothing made yet, an associate's own. */
export const rosterScreens: readonly Screen[] = [
  { name: 'roster', page: '/roster', as: manager, path: ofThisWeek },
  {
    name: 'roster-empty',
    page: '/roster',
    as: manager,
    path: (h) => `/roster?week=${addDays(mondayOf(h.demo.today), 14)}`,
  },
  { name: 'roster-released', page: '/roster', as: areaManager, path: released },
  {
    name: 'roster-cell',
    page: '/roster',
    as: manager,
    path: ofThisWeek,
    first: async (page) => {
      await page.locator('.roster-cell button, .roster-people button').last().click()
      await page.locator('[role=dialog] .roster-option').first().waitFor()
    },
  },
  { name: 'roster-own', page: '/roster', as: associate, path: at('/roster') },
  {
    name: 'roster-swap',
    page: '/roster',
    as: associate,
    path: at('/roster'),
    first: async (page) => {
      await page.locator('.roster-mine .btn-link').first().click()
      await page.locator('[role=dialog] .choice').first().click()
    },
  },
  { name: 'attendance', page: '/attendance', as: manager, path: at('/attendance') },
  { name: 'attendance-month', page: '/attendance', as: manager, path: at('/attendance?tab=month') },
  { name: 'attendance-own', page: '/attendance', as: associate, path: at('/attendance') },
  {
    name: 'attendance-place',
    page: '/attendance',
    as: areaManager,
    path: (h) => `/attendance?store=${store(h)}`,
    first: async (page) => {
      await page.getByRole('button', { name: /^(改|Change)$/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'handover', page: '/handover', as: manager, path: at('/handover') },
  { name: 'handover-own', page: '/handover', as: associate, path: at('/handover') },
  { name: 'roster-rules', page: '/roster/rules', as: by('personnel'), path: at('/roster/rules') },
  {
    name: 'roster-approval',
    page: '/roster/rules',
    as: by('personnel'),
    path: at('/roster/rules'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(登记一份|Enter one)$/ }).click()
      await page.locator('[role=dialog] .approval-form').waitFor()
    },
  },
]

/** People's targets by the hours of a roster: they rest on a year of trade. */
export const rosterTargetScreens: readonly Screen[] = [
  {
    name: 'roster-targets',
    page: '/roster',
    as: areaManager,
    path: released,
    first: async (page) => {
      await page
        .getByRole('button', { name: /怎么重分$|split again$/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
