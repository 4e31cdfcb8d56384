import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/attendance',
    title: titles.attendance,
    positions: [
      'salesAssociate',
      'storeManager',
      'areaManager',
      'operationsDirector',
      'generalManager',
      'personnel',
      'finance',
    ],
    nav: {
      group: 'work',
      order: 42,
      icon: 'check',
      phone: false,
      positions: ['storeManager', 'salesAssociate', 'areaManager', 'personnel'],
    },
    load: () => import('./AttendancePage.tsx'),
  },
]
