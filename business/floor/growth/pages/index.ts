import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/growth',
    title: titles.growth,
    positions: [
      'storeManager',
      'salesAssociate',
      'areaManager',
      'operationsDirector',
      'generalManager',
      'personnel',
    ],
    nav: {
      group: 'work',
      order: 47,
      icon: 'trend',
      phone: false,
      positions: ['storeManager', 'salesAssociate'],
    },
    load: () => import('./GrowthPage.tsx'),
  },
]
