import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const floor = ['storeManager', 'salesAssociate'] as const
const above = ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/goods',
    title: titles.goods,
    positions: [...floor, ...above],
    nav: { group: 'work', order: 36, icon: 'goods', phone: ['merchandising'] },
    load: () => import('./GoodsPage.tsx'),
  },
  {
    path: '/stock/arrivals',
    title: titles.arrivals,
    positions: [...floor, ...above],
    nav: { group: 'work', order: 38, icon: 'import', positions: floor, phone: false },
    load: () => import('./ArrivalsPage.tsx'),
  },
  {
    path: '/stock/arrivals/$store/$shipment',
    title: titles.receive,
    positions: [...floor, ...above],
    load: () => import('./ReceivePage.tsx'),
  },
  {
    path: '/stock/deliveries',
    title: titles.deliveries,
    positions: above,
    nav: { group: 'review', order: 46, icon: 'send', phone: ['merchandising'] },
    load: () => import('./DeliveriesPage.tsx'),
  },
  {
    path: '/stock/differences',
    title: titles.differences,
    positions: above,
    nav: {
      group: 'review',
      order: 47,
      icon: 'flag',
      positions: ['areaManager', 'merchandising'],
      phone: ['merchandising'],
    },
    load: () => import('./DifferencesPage.tsx'),
  },
  {
    path: '/stock/transfers',
    title: titles.transfers,
    positions: [...floor, ...above],
    nav: {
      group: 'work',
      order: 39,
      icon: 'forward',
      positions: [...floor, 'areaManager', 'merchandising'],
      phone: false,
    },
    load: () => import('./TransfersPage.tsx'),
  },
  {
    path: '/stock/transfers/$store/$transfer',
    title: titles.transfer,
    positions: [...floor, ...above],
    load: () => import('./TransferPage.tsx'),
  },
  {
    path: '/stock/samples',
    title: titles.samples,
    positions: [...floor, ...above],
    load: () => import('./SamplesPage.tsx'),
  },
]
