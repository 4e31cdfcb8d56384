import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const floor = ['storeManager', 'salesAssociate'] as const
const above = ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/daily-count',
    title: titles.daily,
    positions: [...floor, ...above],
    nav: { group: 'work', order: 35, icon: 'goods', positions: floor, phone: false },
    load: () => import('./DailyPage.tsx'),
  },
  {
    path: '/daily-count/area',
    title: titles.area,
    positions: above,
    nav: {
      group: 'review',
      order: 42,
      icon: 'goods',
      label: titles.areaShort,
      positions: ['areaManager', 'operationsDirector', 'merchandising'],
      phone: false,
    },
    load: () => import('./AreaPage.tsx'),
  },
]
