import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles as t } from './titles.ts'

const top = ['operationsDirector', 'generalManager'] as const
const superiors = ['areaManager', ...top] as const

export const pages: PageDeclaration[] = [
  {
    path: '/chase',
    title: t.chase,
    positions: superiors,
    nav: { group: 'work', order: 15, icon: 'flag', label: t.chaseShort, positions: ['areaManager'] },
    load: () => import('./ChasePage.tsx'),
  },
  {
    path: '/chase/month',
    title: t.month,
    positions: superiors,
    load: () => import('./MonthPage.tsx'),
  },
  {
    path: '/steer',
    title: t.steer,
    positions: top,
    nav: { group: 'work', order: 15, icon: 'flag', label: t.steerShort },
    load: () => import('./SteerPage.tsx'),
  },
  {
    path: '/directives',
    title: t.directives,
    positions: [...superiors, 'storeManager'],
    nav: { group: 'work', order: 25, icon: 'send', label: t.directivesShort, phone: false },
    load: () => import('./DirectivesPage.tsx'),
  },
  {
    path: '/directives/new',
    title: t.give,
    positions: superiors,
    load: () => import('./GivePage.tsx'),
  },
  {
    path: '/adjust',
    title: t.adjust,
    positions: ['storeManager'],
    nav: { group: 'work', order: 35, icon: 'trend', label: t.adjustShort, phone: false },
    load: () => import('./AdjustPage.tsx'),
  },
  {
    path: '/adjustments',
    title: t.adjustments,
    positions: superiors,
    nav: {
      group: 'review',
      order: 35,
      icon: 'trend',
      label: t.adjustShort,
      positions: ['areaManager'],
      phone: false,
    },
    load: () => import('./AdjustmentsPage.tsx'),
  },
]
