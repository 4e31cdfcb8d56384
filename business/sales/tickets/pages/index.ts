import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const seen = [
  'storeManager',
  'salesAssociate',
  'areaManager',
  'operationsDirector',
  'generalManager',
  'finance',
] as const

export const pages: PageDeclaration[] = [
  {
    path: '/ticket',
    title: titles.quickTicket,
    positions: ['salesAssociate', 'storeManager'],
    nav: { group: 'work', order: 20, icon: 'plus', centre: true },
    bare: true,
    load: () => import('./TicketPage.tsx'),
  },
  {
    path: '/tickets',
    title: titles.tickets,
    positions: seen,
    nav: { group: 'work', order: 50, icon: 'ticket', phone: false },
    load: () => import('./TicketsPage.tsx'),
  },
  {
    path: '/tickets/$store/$ticket',
    title: titles.oneTicket,
    positions: seen,
    load: () => import('./OneTicket.tsx'),
  },
  {
    path: '/traffic',
    title: titles.traffic,
    positions: seen,
    nav: {
      group: 'work',
      order: 55,
      icon: 'enter',
      phone: false,
      positions: ['storeManager', 'salesAssociate'],
    },
    load: () => import('./TrafficSheet.tsx'),
  },
  {
    path: '/till-tokens',
    title: titles.tokens,
    positions: ['administrator'],
    nav: { group: 'settings', order: 80, icon: 'lock', phone: false },
    load: () => import('./TokensPage.tsx'),
  },
]
