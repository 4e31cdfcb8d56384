import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { p } from '../page-words.ts'

const superiors = ['areaManager', 'operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/report',
    title: p.report,
    positions: ['storeManager'],
    nav: { group: 'work', order: 30, icon: 'report', label: p.reportShort },
    load: () => import('./ReportPage.tsx'),
  },
  {
    path: '/reports',
    title: p.reports,
    positions: superiors,
    nav: { group: 'review', order: 30, icon: 'report', label: p.reportsShort },
    load: () => import('./ReportsPage.tsx'),
  },
  {
    path: '/reports/$store',
    title: p.history,
    positions: [...superiors, 'storeManager'],
    load: () => import('./HistoryPage.tsx'),
  },
]
