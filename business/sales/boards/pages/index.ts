import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const headquarters = ['generalManager', 'operationsDirector', 'finance', 'merchandising'] as const
const overseers = [...headquarters, 'areaManager'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/board',
    title: titles.company,
    positions: headquarters,
    home: ['finance', 'merchandising'],
    nav: { group: 'work', order: 10, icon: 'board', label: titles.companyShort },
    load: () => import('./BoardPage.tsx'),
  },
  {
    path: '/board/areas/$area',
    title: titles.area,
    positions: overseers,
    load: () => import('./AreaBoardPage.tsx'),
  },
  {
    path: '/area-board',
    title: titles.area,
    positions: ['areaManager'],
    nav: { group: 'work', order: 10, icon: 'board' },
    load: () => import('./AreaBoardPage.tsx'),
  },
  {
    path: '/board/stores/$store',
    title: titles.store,
    positions: [...overseers, 'storeManager'],
    load: () => import('./StoreBoardPage.tsx'),
  },
  {
    path: '/store-board',
    title: titles.store,
    positions: ['storeManager'],
    nav: { group: 'work', order: 10, icon: 'store', label: titles.storeShort },
    load: () => import('./StoreBoardPage.tsx'),
  },
  {
    path: '/mine',
    title: titles.mine,
    positions: ['salesAssociate', 'storeManager'],
    nav: { group: 'work', order: 12, icon: 'person', label: titles.mineShort, positions: ['salesAssociate'] },
    load: () => import('./MyBoardPage.tsx'),
  },
]
