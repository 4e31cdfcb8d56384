import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/own-report',
    title: titles.own,
    positions: ['salesAssociate'],
    nav: { group: 'work', order: 30, icon: 'report', label: titles.ownShort },
    load: () => import('./OwnReportPage.tsx'),
  },
  {
    path: '/own-report/$kind',
    title: titles.own,
    positions: ['salesAssociate'],
    load: () => import('./OwnReportPage.tsx'),
  },
  {
    path: '/own-reports',
    title: titles.ofStore,
    positions: ['storeManager', 'areaManager'],
    nav: {
      group: 'review',
      order: 35,
      icon: 'report',
      label: titles.ofStoreShort,
      positions: ['storeManager'],
      phone: false,
    },
    load: () => import('./OwnReportsPage.tsx'),
  },
]
