import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages; in the first load of every visit. */
export const titleWords = words({
  job: ['岗位职责', 'Job descriptions'],
  jobShort: ['职责', 'Duties'],
  clause: ['职责条款', 'Clause'],
  editions: ['职责版本', 'Editions'],
  draft: ['职责草稿', 'Draft'],
  force: ['差异与执行', 'What it changes'],
  difference: ['两版对照', 'Two editions compared'],
  load: ['职责工时', 'Duty load'],
})
