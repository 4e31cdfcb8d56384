import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/rebalance',
    title: titles.rebalance,
    positions: ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'],
    nav: {
      group: 'work',
      order: 38,
      icon: 'forward',
      positions: ['areaManager', 'merchandising'],
      phone: false,
    },
    load: () => import('./RebalancePage.tsx'),
  },
]
