import { words } from '../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  cash: ['货款', 'Cash'],
  area: ['各店货款', 'Cash of the stores'],
  areaShort: ['货款', 'Cash'],
  differences: ['货款差异', 'Cash differences'],
  differencesShort: ['差异', 'Differences'],
  statement: ['对账单', 'Statements'],
  statementShort: ['对账', 'Statements'],
})
