import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  calendar: ['巡店月历', 'Visits of the month'],
  calendarShort: ['巡店', 'Visits'],
  templates: ['巡店表版本', 'What visits look at'],
  findings: ['巡店整改', 'What visits found'],
  findingsShort: ['巡店整改', 'Findings'],
  store: ['本店巡店', 'Visits to the store'],
  storeShort: ['巡店', 'Visits'],
  make: ['巡店', 'Visit'],
})
