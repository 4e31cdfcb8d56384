import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const readers = ['operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/stock/report',
    title: titles.report,
    positions: ['areaManager', ...readers],
    nav: { group: 'review', order: 44, icon: 'report', positions: ['areaManager'], phone: false },
    load: () => import('./ReportPage.tsx'),
  },
  {
    path: '/stock/report/month',
    title: titles.report,
    positions: ['areaManager', ...readers],
    load: () => import('./ReportPage.tsx'),
  },
  {
    path: '/stock/reports',
    title: titles.reports,
    positions: ['areaManager', ...readers],
    nav: {
      group: 'review',
      order: 44,
      icon: 'report',
      label: titles.reportsShort,
      positions: readers,
      phone: false,
    },
    load: () => import('./ReportsPage.tsx'),
  },
]
