import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/audit',
    title: titles.audit,
    positions: ['administrator', 'generalManager', 'operationsDirector', 'finance', 'areaManager'],
    nav: { group: 'settings', order: 360, icon: 'history', phone: false },
    load: () => import('./AuditPage.tsx'),
  },
]
