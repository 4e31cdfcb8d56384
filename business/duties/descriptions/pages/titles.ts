import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  importOne: ['读入岗位职责', 'Read a job description'],
  preview: ['读到的职责', 'What was read'],
})
