import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/discipline',
    title: titles.discipline,
    positions: ['storeManager', 'salesAssociate', 'areaManager', 'operationsDirector', 'generalManager'],
    nav: {
      group: 'work',
      order: 92,
      icon: 'flag',
      phone: false,
      positions: ['storeManager', 'salesAssociate', 'areaManager'],
    },
    load: () => import('./DisciplinePage.tsx'),
  },
]
