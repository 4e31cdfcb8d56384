import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  checks: ['检查表', 'Checklists'],
  area: ['各店检查表', 'Checklists of the stores'],
  areaShort: ['检查表', 'Checklists'],
  templates: ['检查表版本', 'Editions of the checklists'],
  templatesShort: ['检查表版本', 'Checklist editions'],
})
