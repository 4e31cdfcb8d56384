import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const headquarters = ['operationsDirector', 'finance', 'merchandising', 'administrator'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/imports',
    title: titles.imports,
    positions: headquarters,
    nav: { group: 'settings', order: 300, icon: 'import', label: titles.importsShort, phone: false },
    load: () => import('./ImportsPage.tsx'),
  },
  {
    path: '/imports/file/$file',
    title: titles.preview,
    positions: headquarters,
    load: () => import('./PreviewPage.tsx'),
  },
  {
    path: '/imports/$import',
    title: titles.result,
    positions: headquarters,
    load: () => import('./ResultPage.tsx'),
  },
]
