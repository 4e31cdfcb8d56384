import { words } from '../../../platform/kinds/words.ts'

/** Titles of the pages; the rest of their words comes with the pages. */
export const titles = words({
  list: ['督查清单', 'Oversight list'],
  short: ['督查', 'Oversight'],
  company: ['各区督查', 'Oversight of the areas'],
})
