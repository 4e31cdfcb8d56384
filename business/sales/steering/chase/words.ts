import { words } from '../../../../platform/kinds/words.ts'
import { directiveWords } from '../directives/words.ts'

const { wordsMissing, dueGone, dueTooFar, monthAhead, textTooLong, dayWrong, timeWrong, monthWrong } =
  directiveWords

/** Refusals of the chase list, and what its sheets are headed with. */
export const chaseWords = words({
  wordsMissing,
  dueGone,
  dueTooFar,
  monthAhead,
  textTooLong,
  dayWrong,
  timeWrong,
  monthWrong,
  notFound: ['没有找到', 'Not found'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  dayOver: ['{day} 已经过去，当天的清单不再改', '{day} is over: its list does not change any more'],
  twice: ['同一家写了两次', 'This one stands twice'],
  notHere: ['不在这份清单的范围里', 'This one does not belong here'],
  measureMissing: ['{names} 还没有措施，选一条或写一句', '{names}: choose a measure or write a few words'],
  changedMeanwhile: ['刚刚有人提交过，请刷新再改', 'Somebody submitted it just now: please refresh'],
  monthRuns: ['这个月还没过完', 'This month is not over yet'],
  wordMissing: ['{names} 没有达成，写一句为什么', '{names} did not reach it: say why in a few words'],

  listSheet: ['追踪清单', 'Chase list'],
  companySheet: ['各区追踪', 'Areas to steer'],
  monthSheet: ['月度达成', 'The month, store by store'],
  store: ['店铺', 'Store'],
  area: ['区域', 'Area'],
  behind: ['落后', 'Behind'],
  net: ['本月累计', 'Month to date'],
  target: ['本月目标', 'Month target'],
  done: ['完成', 'Achieved'],
  time: ['时间进度', 'Time elapsed'],
  pace: ['进度', 'Pace'],
  expected: ['预计月底', 'Month-end forecast'],
  lack: ['预计差', 'Short by'],
  winBack: ['还能追回', 'Can be won back'],
  cause: ['原因', 'Cause'],
  measure: ['措施', 'Measure'],
  directive: ['交办', 'Directive'],
  reached: ['达成', 'Reached'],
  notReached: ['未达成', 'Not reached'],
  noTarget: ['没有目标', 'No target'],
  word: ['说明', 'Word'],
  monthNet: ['销售', 'Net sales'],
  monthGap: ['差额', 'Gap'],
  total: ['合计', 'Total'],
})
