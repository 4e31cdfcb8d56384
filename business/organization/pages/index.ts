import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { pageWords as w } from './words.ts'

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
    title: w.organization,
    positions: 'everyone',
    nav: { group: 'settings', order: 310, icon: 'area', label: w.organizationShort, phone: false },
    home: ['administrator', 'personnel'],
    load: () => import('./OrganizationPage.tsx'),
  },
  {
    path: '/people',
    title: w.people,
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
  { path: '/people/$person', title: w.person, positions: 'everyone', load: () => import('./PersonPage.tsx') },
  { path: '/stores/$store', title: w.store, positions: 'everyone', load: () => import('./StorePage.tsx') },
  {
    path: '/calendar',
    title: w.calendar,
    positions: 'everyone',
    nav: {
      group: 'settings',
      order: 330,
      icon: 'calendar',
      label: w.calendarShort,
      phone: false,
      positions: [...headquarters, 'areaManager'],
    },
    load: () => import('./CalendarPage.tsx'),
  },
  {
    path: '/company',
    title: w.company,
    positions: ['administrator'],
    nav: { group: 'settings', order: 340, icon: 'settings', label: w.companyShort, phone: false },
    load: () => import('./CompanyPage.tsx'),
  },
]
