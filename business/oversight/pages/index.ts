import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = ['operationsDirector', 'generalManager', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/oversight',
    title: titles.list,
    positions: ['areaManager', ...superiors],
    nav: {
      group: 'review',
      order: 39,
      icon: 'flag',
      label: titles.short,
      positions: ['areaManager'],
      phone: false,
    },
    load: () => import('./OversightPage.tsx'),
  },
  {
    path: '/oversight/company',
    title: titles.company,
    positions: superiors,
    nav: { group: 'review', order: 39, icon: 'flag', label: titles.short, phone: false },
    load: () => import('./CompanyPage.tsx'),
  },
]
