import { words } from '../../platform/kinds/words.ts'

/** The words of the weave, on the page and in its sheet. */
export const weaveWords = words({
  weave: ['经纬', 'The weave'],
  code: ['编码', 'Code'],
  name: ['名称', 'Name'],
  headquarters: ['总部', 'Headquarters'],
  total: ['合计', 'Total'],
  inTimeRate: ['按时率', 'In-time rate'],
  ratedOf: ['应做', 'To be judged'],
  trouble: ['出在哪里', 'What went wrong'],
  inTime: ['按时', 'In time'],
  late: ['迟', 'Late'],
  missed: ['漏做', 'Missed'],
  overdue: ['过期未做', 'Overdue'],
  open: ['还没到期', 'Not due yet'],
  excused: ['免除', 'Excused'],
  done: ['全部按时', 'All in time'],
  mostly: ['九成以上按时', 'Nine in ten in time'],
})
