import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/health',
    title: titles.health,
    positions: ['administrator', 'generalManager', 'operationsDirector'],
    nav: {
      group: 'settings',
      order: 370,
      icon: 'trend',
      positions: ['administrator'],
      phone: false,
    },
    load: () => import('./HealthPage.tsx'),
  },
]
