import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { pageWords as w } from './words.ts'

const company = ['generalManager', 'operationsDirector', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/targets',
    title: w.targets,
    positions: [...company, 'areaManager', 'storeManager'],
    nav: { group: 'work', order: 60, icon: 'target' },
    load: () => import('./TargetsPage.tsx'),
  },
  {
    path: '/targets/areas/$area',
    title: w.areaPlan,
    positions: [...company, 'areaManager'],
    load: () => import('./AreaPlan.tsx'),
  },
  {
    path: '/targets/stores/$store',
    title: w.storeMonth,
    positions: [...company, 'areaManager', 'storeManager'],
    load: () => import('./StoreMonth.tsx'),
  },
]
