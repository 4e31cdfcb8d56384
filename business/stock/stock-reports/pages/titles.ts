import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  report: ['进销存报表', 'Stock-and-sales report'],
  reports: ['各区进销存报表', 'The areas’ stock-and-sales reports'],
  reportsShort: ['进销存报表', 'Stock reports'],
})
