import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const lookers = ['storeManager', 'areaManager', 'operationsDirector', 'generalManager', 'personnel'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/roster',
    title: titles.roster,
    positions: ['salesAssociate', ...lookers],
    nav: {
      group: 'work',
      order: 40,
      icon: 'calendar',
      phone: false,
      positions: ['storeManager', 'salesAssociate', 'areaManager', 'personnel'],
    },
    load: () => import('./RosterPage.tsx'),
  },
  {
    path: '/roster/rules',
    title: titles.limits,
    positions: lookers,
    nav: { group: 'settings', order: 52, icon: 'people', phone: false, positions: ['personnel'] },
    load: () => import('./RulesPage.tsx'),
  },
]
