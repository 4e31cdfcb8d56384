import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  report: ['销售日报', 'Daily report'],
  reportShort: ['日报', 'Report'],
  reports: ['日报汇总', 'Daily reports'],
  reportsShort: ['日报', 'Reports'],
  history: ['日报记录', 'Reports over time'],
})
