import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { w } from './words.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/audit',
    title: w.audit,
    positions: ['administrator', 'generalManager', 'operationsDirector', 'finance', 'areaManager'],
    nav: { group: 'settings', order: 360, icon: 'history', phone: false },
    load: () => import('./AuditPage.tsx'),
  },
]
