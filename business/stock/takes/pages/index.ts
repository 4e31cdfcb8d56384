import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const floor = ['storeManager', 'salesAssociate'] as const
const above = ['areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/takes',
    title: titles.takes,
    positions: [...floor, ...above],
    nav: {
      group: 'work',
      order: 40,
      icon: 'goods',
      positions: [...floor, 'areaManager'],
      phone: false,
    },
    load: () => import('./TakesPage.tsx'),
  },
  {
    path: '/takes/analysis',
    title: titles.analysis,
    positions: ['areaManager', 'operationsDirector', 'generalManager', 'finance'],
    load: () => import('./AnalysisPage.tsx'),
  },
  {
    path: '/takes/$store/$take',
    title: titles.result,
    positions: ['storeManager', ...above],
    load: () => import('./ResultPage.tsx'),
  },
  {
    path: '/takes/$store/$take/count',
    title: titles.count,
    positions: [...floor, ...above],
    load: () => import('./CountPage.tsx'),
  },
]
