import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/handover',
    title: titles.handover,
    positions: [
      'salesAssociate',
      'storeManager',
      'areaManager',
      'operationsDirector',
      'generalManager',
      'finance',
    ],
    nav: {
      group: 'work',
      order: 36,
      icon: 'send',
      phone: false,
      positions: ['storeManager', 'salesAssociate'],
    },
    load: () => import('./HandoverPage.tsx'),
  },
]
