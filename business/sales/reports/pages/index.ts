import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = ['areaManager', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/report',
    title: titles.report,
    positions: ['storeManager'],
    nav: { group: 'work', order: 30, icon: 'report', label: titles.reportShort },
    load: () => import('./ReportPage.tsx'),
  },
  {
    path: '/reports',
    title: titles.reports,
    positions: superiors,
    nav: { group: 'review', order: 30, icon: 'report', label: titles.reportsShort },
    load: () => import('./ReportsPage.tsx'),
  },
  {
    path: '/reports/$store',
    title: titles.history,
    positions: [...superiors, 'storeManager'],
    load: () => import('./HistoryPage.tsx'),
  },
]
