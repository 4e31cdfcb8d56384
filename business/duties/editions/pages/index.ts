import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titleWords as t } from './title-words.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/job',
    title: t.job,
    positions: 'everyone',
    nav: { group: 'review', order: 90, icon: 'report', label: t.jobShort, phone: false },
    load: () => import('./ClausesPage.tsx'),
  },
  { path: '/job/$duty', title: t.clause, positions: 'everyone', load: () => import('./ClausePage.tsx') },
]
