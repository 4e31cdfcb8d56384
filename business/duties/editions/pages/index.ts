import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titleWords as t } from './title-words.ts'

const editors = ['personnel', 'administrator', 'operationsDirector', 'generalManager'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/job',
    title: t.job,
    positions: 'everyone',
    nav: { group: 'review', order: 90, icon: 'report', label: t.jobShort, phone: false },
    load: () => import('./ClausesPage.tsx'),
  },
  { path: '/job/$duty', title: t.clause, positions: 'everyone', load: () => import('./ClausePage.tsx') },
  { path: '/editions', title: t.editions, positions: 'everyone', load: () => import('./EditionsPage.tsx') },
  {
    path: '/editions/drafts/$draft',
    title: t.draft,
    positions: editors,
    load: () => import('./DraftPage.tsx'),
  },
  {
    path: '/editions/drafts/$draft/force',
    title: t.force,
    positions: editors,
    load: () => import('./ForcePage.tsx'),
  },
  {
    path: '/editions/difference',
    title: t.difference,
    positions: 'everyone',
    load: () => import('./DifferencePage.tsx'),
  },
  { path: '/load', title: t.load, positions: 'everyone', load: () => import('./LoadPage.tsx') },
]
