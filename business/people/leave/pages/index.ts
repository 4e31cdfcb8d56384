import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { p } from '../page-words.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/leave',
    title: p.leave,
    positions: 'everyone',
    nav: { group: 'work', order: 90, icon: 'calendar', phone: false },
    load: () => import('./LeavePage.tsx'),
  },
]
