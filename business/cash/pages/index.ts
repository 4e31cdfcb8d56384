import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = ['areaManager', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/cash',
    title: titles.cash,
    positions: ['storeManager', 'salesAssociate', ...superiors],
    nav: { group: 'work', order: 32, icon: 'cash', positions: ['storeManager'], phone: false },
    load: () => import('./CashPage.tsx'),
  },
  {
    path: '/cash/area',
    title: titles.area,
    positions: superiors,
    nav: { group: 'review', order: 40, icon: 'cash', label: titles.areaShort, phone: false },
    load: () => import('./AreaPage.tsx'),
  },
  {
    path: '/cash/differences',
    title: titles.differences,
    positions: superiors,
    nav: {
      group: 'review',
      order: 42,
      icon: 'flag',
      label: titles.differencesShort,
      positions: ['finance'],
      phone: ['finance'],
    },
    load: () => import('./DifferencesPage.tsx'),
  },
  {
    path: '/cash/statement',
    title: titles.statement,
    positions: ['finance'],
    nav: { group: 'review', order: 44, icon: 'import', label: titles.statementShort, phone: false },
    load: () => import('./StatementPage.tsx'),
  },
]
