import { lazy } from 'react'
import type {} from '../business/organization/shape.ts'
import { positionNames } from '../business/organization/words.ts'
import type { PageDeclaration } from '../platform/web/pages.ts'
import { start } from '../platform/web/start.tsx'

/** Every area's pages: business/<area>/pages/index.ts exports `pages`. Their code is loaded when they are opened. */
const areas = import.meta.glob<readonly PageDeclaration[]>('../business/**/pages/index.ts', {
  eager: true,
  import: 'pages',
})

start({
  positions: positionNames,
  days: {
    generalManager: ['批年度目标，看全公司走到哪', 'Approves the year, sees where the company stands'],
    operationsDirector: [
      '定全年计划，看哪个区要先管',
      'Plans the year, sees which area needs attention first',
    ],
    areaManager: [
      '分解到店，先帮还追得回来的店',
      'Splits to stores, helps first where it can still be won back',
    ],
    storeManager: [
      '看今天差多少、谁落后，交日报',
      'Sees what today lacks and who is behind, files the report',
    ],
    salesAssociate: [
      '十五秒开一张单，看自己还差多少',
      'A ticket in fifteen seconds, and what is still missing',
    ],
  },
  pages: Object.values(areas).flat(),
  slots: {
    everywhere: lazy(() => import('../business/duties/pages/Reminder.tsx')),
    recordNote: lazy(() => import('../business/duties/pages/RecordNote.tsx')),
  },
  // What was done on the left changes what the views on the right show.
  follow: {
    access: ['organization'],
    privacy: ['organization'],
    organization: ['access', 'targets', 'sales', 'boards', 'reports', 'goods', 'duties'],
    floorPlans: ['checks', 'displays'],
    goods: ['sales', 'stock'],
    targets: ['boards', 'sales', 'reports', 'metrics', 'duties', 'chase', 'adjust'],
    sales: ['boards', 'targets', 'reports', 'metrics', 'goods', 'stock', 'cash', 'oversight', 'dayPlans'],
    imports: ['sales', 'boards', 'targets', 'reports', 'metrics', 'goods', 'organization', 'chase', 'adjust'],
    // A ticket that turns somebody's day target is announced by the duties themselves.
    reports: ['boards', 'duties'],
    chase: ['directives', 'duties'],
    directives: ['chase', 'duties'],
    adjust: ['duties'],
    duties: ['reports'],
    descriptions: ['editions'],
    stock: [
      'goods',
      'oversight',
      'duties',
      'takes',
      'dailyCounts',
      'stockBoard',
      'reorders',
      'rebalance',
      'openToBuy',
      'waves',
    ],
    reorders: ['stock', 'duties', 'waves'],
    rebalance: ['stock', 'duties'],
    markdowns: ['goods', 'sales', 'duties', 'approvals'],
    openToBuy: ['duties', 'approvals', 'purchases'],
    purchases: ['openToBuy', 'reorders', 'waves'],
    takes: ['stock', 'goods', 'oversight', 'duties'],
    dailyCounts: ['duties'],
    stockReports: ['duties'],
    cash: ['oversight', 'duties'],
    oversight: ['duties'],
    notices: ['duties', 'dayPlans'],
    rosters: ['duties', 'dayPlans', 'targets', 'boards'],
    checks: ['duties'],
    visits: ['duties'],
    displays: ['duties'],
    dayPlans: ['duties'],
    coaching: ['duties'],
    growth: ['duties'],
    attendance: ['duties'],
    discipline: ['attendance'],
    handovers: ['duties'],
    leave: ['rosters', 'attendance', 'targets', 'notices', 'duties', 'access', 'organization'],
  },
  // The gallery of components is for those who build pages; it is not in the product.
  outside:
    import.meta.env.DEV || import.meta.env.MODE === 'gallery'
      ? [{ path: '/gallery', load: () => import('../platform/web/gallery/Gallery.tsx') }]
      : [],
})
