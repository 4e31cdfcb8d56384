import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  day: ['当天计划', 'The planned day'],
  coaching: ['带教', 'Coaching'],
})
