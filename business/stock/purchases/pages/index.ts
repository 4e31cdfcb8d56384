import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const planners = ['merchandising', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/purchases',
    title: titles.all,
    positions: [...planners],
    nav: { group: 'work', order: 41, icon: 'enter', positions: ['merchandising', 'finance'], phone: false },
    load: () => import('./PurchasesPage.tsx'),
  },
  {
    path: '/purchases/new',
    title: titles.fresh,
    positions: ['merchandising'],
    load: () => import('./NewPage.tsx'),
  },
  {
    path: '/purchases/order',
    title: titles.order,
    positions: [...planners],
    load: () => import('./OrderPage.tsx'),
  },
]
