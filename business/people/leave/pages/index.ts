import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/leave',
    title: titles.leave,
    positions: 'everyone',
    nav: { group: 'work', order: 90, icon: 'calendar', phone: false },
    load: () => import('./LeavePage.tsx'),
  },
]
