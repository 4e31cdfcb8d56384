import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/approvals',
    title: titles.approvals,
    positions: ['operationsDirector', 'generalManager', 'merchandising'],
    nav: {
      group: 'work',
      order: 38,
      icon: 'check',
      positions: ['operationsDirector', 'generalManager'],
      phone: false,
    },
    load: () => import('./ApprovalsPage.tsx'),
  },
]
