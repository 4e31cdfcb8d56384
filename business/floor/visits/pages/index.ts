import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const superiors = ['areaManager', 'operationsDirector', 'generalManager', 'training'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/visits',
    title: titles.calendar,
    positions: superiors,
    nav: { group: 'review', order: 43, icon: 'calendar', label: titles.calendarShort, phone: false },
    load: () => import('./CalendarPage.tsx'),
  },
  {
    path: '/visits/templates',
    title: titles.templates,
    positions: ['operationsDirector', 'training', 'generalManager', 'areaManager'],
    nav: {
      group: 'settings',
      order: 47,
      icon: 'flag',
      positions: ['operationsDirector', 'training'],
      phone: false,
    },
    load: () => import('./TemplatesPage.tsx'),
  },
  {
    path: '/visits/findings',
    title: titles.findings,
    positions: superiors,
    nav: { group: 'review', order: 45, icon: 'flag', label: titles.findingsShort, phone: false },
    load: () => import('./FindingsPage.tsx'),
  },
  {
    path: '/visits/make',
    title: titles.make,
    positions: ['areaManager', 'operationsDirector'],
    load: () => import('./MakePage.tsx'),
  },
  {
    path: '/visits/store',
    title: titles.store,
    positions: ['storeManager', ...superiors],
    nav: {
      group: 'work',
      order: 35,
      icon: 'flag',
      label: titles.storeShort,
      positions: ['storeManager'],
      phone: false,
    },
    load: () => import('./StorePage.tsx'),
  },
]
