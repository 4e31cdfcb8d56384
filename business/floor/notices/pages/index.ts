import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const publishers = [
  'generalManager',
  'operationsDirector',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
  'areaManager',
] as const

export const pages: PageDeclaration[] = [
  {
    path: '/notices',
    title: titles.notices,
    positions: 'everyone',
    nav: { group: 'work', order: 45, icon: 'bell', phone: false },
    load: () => import('./NoticesPage.tsx'),
  },
  {
    path: '/notices/write',
    title: titles.write,
    positions: publishers,
    load: () => import('./WritePage.tsx'),
  },
  {
    path: '/notices/$notice',
    title: titles.progress,
    positions: publishers,
    load: () => import('./ProgressPage.tsx'),
  },
]
