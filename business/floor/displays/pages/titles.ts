import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  displays: ['陈列手册', 'Display manual'],
  displaysShort: ['陈列', 'Displays'],
  check: ['对照陈列', 'Check the display'],
  area: ['各店陈列', 'Displays of the stores'],
  areaShort: ['陈列对照', 'Displays'],
  manual: ['编陈列手册', 'Make the display manual'],
})
