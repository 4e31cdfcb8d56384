import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = ['areaManager', 'operationsDirector', 'generalManager', 'training'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/checks',
    title: titles.checks,
    positions: ['storeManager', 'salesAssociate', ...superiors],
    nav: {
      group: 'work',
      order: 34,
      icon: 'check',
      positions: ['storeManager', 'salesAssociate'],
      phone: false,
    },
    load: () => import('./ChecksPage.tsx'),
  },
  {
    path: '/checks/area',
    title: titles.area,
    positions: superiors,
    nav: { group: 'review', order: 41, icon: 'check', label: titles.areaShort, phone: false },
    load: () => import('./AreaPage.tsx'),
  },
  {
    path: '/checks/templates',
    title: titles.templates,
    positions: ['operationsDirector', 'training', 'generalManager'],
    nav: {
      group: 'settings',
      order: 46,
      icon: 'check',
      label: titles.templatesShort,
      positions: ['operationsDirector', 'training'],
      phone: false,
    },
    load: () => import('./TemplatesPage.tsx'),
  },
]
