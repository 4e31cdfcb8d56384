import { words } from '../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area that the first load holds. */
export const t = words({
  today: ['今日', 'Today'],
  weave: ['经纬', 'Weave'],
  duty: ['一项职责', 'One duty'],
})
