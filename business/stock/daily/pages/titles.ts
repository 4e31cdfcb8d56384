import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  daily: ['件数日盘', 'Daily count'],
  area: ['各店件数日盘', 'Daily counts of the stores'],
  areaShort: ['件数日盘', 'Daily counts'],
})
