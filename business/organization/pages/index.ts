import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const headquarters = [
  'generalManager',
  'operationsDirector',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
] as const

export const pages: PageDeclaration[] = [
  {
    path: '/organization',
    title: titles.organization,
    positions: 'everyone',
    nav: { group: 'settings', order: 310, icon: 'area', label: titles.organizationShort, phone: false },
    home: ['administrator', 'personnel'],
    load: () => import('./OrganizationPage.tsx'),
  },
  {
    path: '/people',
    title: titles.people,
    positions: 'everyone',
    nav: {
      group: 'settings',
      order: 320,
      icon: 'people',
      phone: false,
      positions: [...headquarters, 'areaManager', 'storeManager'],
    },
    load: () => import('./PeoplePage.tsx'),
  },
  {
    path: '/people/$person',
    title: titles.person,
    positions: 'everyone',
    load: () => import('./PersonPage.tsx'),
  },
  {
    path: '/stores/$store',
    title: titles.store,
    positions: 'everyone',
    load: () => import('./StorePage.tsx'),
  },
  {
    path: '/calendar',
    title: titles.calendar,
    positions: 'everyone',
    nav: {
      group: 'settings',
      order: 330,
      icon: 'calendar',
      label: titles.calendarShort,
      phone: false,
      positions: [...headquarters, 'areaManager'],
    },
    load: () => import('./CalendarPage.tsx'),
  },
  {
    path: '/company',
    title: titles.company,
    positions: ['administrator'],
    nav: { group: 'settings', order: 340, icon: 'settings', label: titles.companyShort, phone: false },
    load: () => import('./CompanyPage.tsx'),
  },
]
