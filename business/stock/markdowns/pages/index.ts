import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const planners = ['merchandising', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/markdowns',
    title: titles.markdowns,
    positions: [...planners, 'storeManager', 'salesAssociate'],
    nav: {
      group: 'work',
      order: 39,
      icon: 'tag',
      positions: ['merchandising', 'operationsDirector', 'storeManager'],
      phone: false,
    },
    load: () => import('./MarkdownsPage.tsx'),
  },
  {
    path: '/markdowns/new',
    title: titles.fresh,
    positions: ['merchandising'],
    load: () => import('./NewPage.tsx'),
  },
  {
    path: '/markdowns/plan',
    title: titles.plan,
    positions: [...planners],
    load: () => import('./PlanPage.tsx'),
  },
]
