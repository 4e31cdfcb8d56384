import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  discipline: ['奖惩记录', 'Praise and warnings'],
})
