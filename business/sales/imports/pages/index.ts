import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { pageWords as w } from './words.ts'

const headquarters = ['operationsDirector', 'finance', 'merchandising', 'administrator'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/imports',
    title: w.imports,
    positions: headquarters,
    nav: { group: 'settings', order: 300, icon: 'import', label: w.importsShort, phone: false },
    load: () => import('./ImportsPage.tsx'),
  },
  {
    path: '/imports/file/$file',
    title: w.preview,
    positions: headquarters,
    load: () => import('./PreviewPage.tsx'),
  },
  {
    path: '/imports/$import',
    title: w.result,
    positions: headquarters,
    load: () => import('./ResultPage.tsx'),
  },
]
