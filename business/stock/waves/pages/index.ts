import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/waves',
    title: titles.wave,
    positions: ['merchandising'],
    nav: { group: 'work', order: 42, icon: 'enter', positions: ['merchandising'], phone: false },
    load: () => import('./WavePage.tsx'),
  },
]
