import type { PageDeclaration } from '../../../../platform/web/pages.ts'
import { titles } from './titles.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/floor-plan',
    title: titles.floorPlan,
    positions: 'everyone',
    load: () => import('./PlanPage.tsx'),
  },
]
