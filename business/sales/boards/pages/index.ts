import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { w } from '../page-words.ts'

const headquarters = ['generalManager', 'operationsDirector', 'finance', 'merchandising'] as const
const overseers = [...headquarters, 'areaManager'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/board',
    title: w.company,
    positions: headquarters,
    home: ['finance', 'merchandising'],
    nav: { group: 'work', order: 10, icon: 'board', label: w.companyShort },
    load: () => import('./BoardPage.tsx'),
  },
  {
    path: '/board/areas/$area',
    title: w.area,
    positions: overseers,
    load: () => import('./AreaBoardPage.tsx'),
  },
  {
    path: '/area-board',
    title: w.area,
    positions: ['areaManager'],
    nav: { group: 'work', order: 10, icon: 'board' },
    load: () => import('./AreaBoardPage.tsx'),
  },
  {
    path: '/board/stores/$store',
    title: w.store,
    positions: [...overseers, 'storeManager'],
    load: () => import('./StoreBoardPage.tsx'),
  },
  {
    path: '/store-board',
    title: w.store,
    positions: ['storeManager'],
    nav: { group: 'work', order: 10, icon: 'store', label: w.storeShort },
    load: () => import('./StoreBoardPage.tsx'),
  },
  {
    path: '/mine',
    title: w.mine,
    positions: ['salesAssociate', 'storeManager'],
    nav: { group: 'work', order: 12, icon: 'person', label: w.mineShort, positions: ['salesAssociate'] },
    load: () => import('./MyBoardPage.tsx'),
  },
]
