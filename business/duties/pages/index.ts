import type { PageDeclaration } from '../../../platform/web/pages.ts'
import { t } from './titles.ts'

const leaders = ['generalManager', 'operationsDirector', 'areaManager', 'storeManager'] as const
/** Whoever holds duties, or looks after others. */
const everyday = [...leaders, 'salesAssociate'] as const

export const pages: PageDeclaration[] = [
  {
    path: '/today',
    title: t.today,
    positions: everyday,
    home: everyday,
    nav: { group: 'work', order: 5, icon: 'today' },
    load: () => import('./TodayPage.tsx'),
  },
  {
    path: '/weave',
    title: t.weave,
    positions: leaders,
    nav: {
      group: 'work',
      order: 15,
      icon: 'weave',
      phone: ['generalManager', 'operationsDirector', 'areaManager'],
    },
    load: () => import('./WeavePage.tsx'),
  },
  {
    path: '/duties/$store/$instance',
    title: t.duty,
    positions: everyday,
    load: () => import('./DutyPage.tsx'),
  },
]
