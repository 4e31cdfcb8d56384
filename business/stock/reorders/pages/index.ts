import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const above = ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/reorders',
    title: titles.reorders,
    positions: ['storeManager', ...above],
    nav: {
      group: 'work',
      order: 37,
      icon: 'import',
      label: titles.short,
      positions: ['storeManager', 'areaManager', 'merchandising'],
      phone: ['merchandising'],
    },
    load: () => import('./ReordersPage.tsx'),
  },
  {
    path: '/reorders/scarce',
    title: titles.scarce,
    positions: ['merchandising'],
    load: () => import('./ScarcePage.tsx'),
  },
  {
    path: '/reorders/$store/$request',
    title: titles.request,
    positions: ['storeManager', ...above],
    load: () => import('./RequestPage.tsx'),
  },
]
