import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { p } from '../page-words.ts'

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
    title: p.notices,
    positions: 'everyone',
    nav: { group: 'work', order: 45, icon: 'bell', phone: false },
    load: () => import('./NoticesPage.tsx'),
  },
  {
    path: '/notices/write',
    title: p.write,
    positions: publishers,
    load: () => import('./WritePage.tsx'),
  },
  {
    path: '/notices/$notice',
    title: p.progress,
    positions: publishers,
    load: () => import('./ProgressPage.tsx'),
  },
]
