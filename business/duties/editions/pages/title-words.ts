import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages; in the first load of every visit. */
export const titleWords = words({
  job: ['岗位职责', 'Job descriptions'],
  jobShort: ['职责', 'Duties'],
  clause: ['职责条款', 'Clause'],
})
