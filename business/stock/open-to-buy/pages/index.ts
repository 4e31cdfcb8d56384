import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const planners = ['merchandising', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/open-to-buy',
    title: titles.board,
    positions: [...planners],
    nav: {
      group: 'work',
      order: 40,
      icon: 'enter',
      positions: ['merchandising', 'operationsDirector', 'generalManager'],
      phone: false,
    },
    load: () => import('./OpenToBuyPage.tsx'),
  },
  {
    path: '/open-to-buy/new',
    title: titles.fresh,
    positions: ['merchandising'],
    load: () => import('./NewPage.tsx'),
  },
  {
    path: '/open-to-buy/plan',
    title: titles.plan,
    positions: [...planners],
    load: () => import('./PlanPage.tsx'),
  },
]
