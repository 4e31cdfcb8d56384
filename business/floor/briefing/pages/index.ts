import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/day',
    title: titles.day,
    positions: ['storeManager', 'salesAssociate', 'areaManager', 'operationsDirector', 'generalManager'],
    nav: {
      group: 'work',
      order: 22,
      icon: 'calendar',
      phone: false,
      positions: ['storeManager', 'salesAssociate'],
    },
    load: () => import('./DayPage.tsx'),
  },
  {
    path: '/coaching',
    title: titles.coaching,
    positions: ['storeManager', 'salesAssociate', 'areaManager', 'operationsDirector', 'generalManager'],
    nav: {
      group: 'work',
      order: 46,
      icon: 'people',
      phone: false,
      positions: ['storeManager', 'salesAssociate'],
    },
    load: () => import('./CoachingPage.tsx'),
  },
]
