import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = [
  'areaManager',
  'operationsDirector',
  'generalManager',
  'training',
  'merchandising',
] as const
const makers = ['merchandising', 'training', 'operationsDirector'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/displays',
    title: titles.displays,
    positions: ['storeManager', 'salesAssociate', ...superiors],
    nav: {
      group: 'work',
      order: 36,
      icon: 'camera',
      label: titles.displaysShort,
      positions: ['storeManager', 'salesAssociate'],
      phone: false,
    },
    load: () => import('./StorePage.tsx'),
  },
  {
    path: '/displays/check',
    title: titles.check,
    positions: ['storeManager', 'salesAssociate'],
    load: () => import('./CheckPage.tsx'),
  },
  {
    path: '/displays/area',
    title: titles.area,
    positions: superiors,
    nav: { group: 'review', order: 44, icon: 'camera', label: titles.areaShort, phone: false },
    load: () => import('./AreaPage.tsx'),
  },
  {
    path: '/displays/manual',
    title: titles.manual,
    positions: [...makers, 'generalManager'],
    nav: { group: 'settings', order: 45, icon: 'camera', positions: makers, phone: false },
    load: () => import('./ManualPage.tsx'),
  },
]
