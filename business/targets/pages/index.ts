import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { titles } from './titles.ts'

const company = ['generalManager', 'operationsDirector', 'finance'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/targets',
    title: titles.targets,
    positions: [...company, 'areaManager', 'storeManager'],
    nav: { group: 'work', order: 60, icon: 'target' },
    load: () => import('./TargetsPage.tsx'),
  },
  {
    path: '/targets/areas/$area',
    title: titles.areaPlan,
    positions: [...company, 'areaManager'],
    load: () => import('./AreaPlan.tsx'),
  },
  {
    path: '/targets/stores/$store',
    title: titles.storeMonth,
    positions: [...company, 'areaManager', 'storeManager'],
    load: () => import('./StoreMonth.tsx'),
  },
]
