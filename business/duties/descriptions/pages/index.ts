import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const editors = ['personnel', 'administrator', 'operationsDirector', 'generalManager'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/editions/import',
    title: titles.importOne,
    positions: editors,
    load: () => import('./ReadPage.tsx'),
  },
  {
    path: '/editions/import/$description',
    title: titles.preview,
    positions: editors,
    load: () => import('./PreviewPage.tsx'),
  },
]
