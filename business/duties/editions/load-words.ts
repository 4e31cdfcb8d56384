import { words } from '../../../platform/kinds/words.ts'

/** What the page and sheet of the load say. */
export const loadPageWords = words({
  load: ['职责工时', 'Duty load'],
  place: ['在哪', 'Where'],
  people: ['人数', 'People'],
  minutesADay: ['每人每天分钟', 'Minutes a person-day'],
  available: ['可用分钟', 'Minutes there are'],
  ratio: ['占可用', 'Of what there is'],
  over: ['超出分钟', 'Minutes over'],
  later: ['全部上线后', 'Once all runs'],
})
