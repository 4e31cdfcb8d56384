import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  own: ['我的报告', 'My report'],
  ownShort: ['报告', 'Report'],
  ofStore: ['导购报告', 'Associates’ reports'],
  ofStoreShort: ['导购报告', 'Own reports'],
})
