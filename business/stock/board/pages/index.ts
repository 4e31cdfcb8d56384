import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const above = ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/stock/board',
    title: titles.board,
    positions: ['storeManager', ...above],
    nav: {
      group: 'work',
      order: 37,
      icon: 'board',
      positions: ['storeManager', 'areaManager', 'operationsDirector', 'generalManager', 'merchandising'],
      phone: false,
    },
    load: () => import('./BoardPage.tsx'),
  },
]
