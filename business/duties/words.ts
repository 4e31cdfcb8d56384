import { words } from '../../platform/kinds/words.ts'

/** Refusals of duties, and what is written for the calendar itself. */
export const dutyWords = words({
  notFound: ['没有找到', 'Not found'],
  dayWrong: ['日期不对', 'This is not a day'],
  monthWrong: ['月份不对', 'This is not a month'],
  whyMissing: ['写明为什么免除', 'Say why it is excused'],
  wordsMissing: ['写一句要改什么', 'Say what has to be mended'],
  textTooLong: ['最多 300 字', 'At most 300 characters'],
  notYoursToExcuse: ['只有上级可以免除', 'Only a superior may excuse it'],
  notYoursToCheck: ['只有上级可以核查', 'Only a superior looks after it'],
  alreadyDone: ['已经完成，不用免除', 'It is done: there is nothing to excuse'],
  alreadyExcused: ['已经免除过', 'It is excused already'],
  notDone: ['还没有做，没有可核查的', 'It has not been done: there is nothing to look at'],
  openFirst: ['先打开看过再确认', 'Open it first, then confirm'],
  alreadyConfirmed: ['已经确认过', 'It is confirmed already'],
  askThere: [
    '这一项不能退回重做，请到原记录上追问',
    'This cannot be done again: ask back at the record itself',
  ],
})
/** Why something was excused, by kind. */
export const excuseWords = words({
  leave: ['请假', 'On leave'],
  other: ['其他原因', 'Another reason'],
  storeClosed: ['停业', 'The store was closed'],
  notHolder: ['当天不在岗', 'Did not hold the position that day'],
  noTarget: ['当天没有目标', 'No target that day'],
  withdrawn: ['已撤回', 'Withdrawn'],
  noAssociates: ['店里没有导购', 'The store had no associate'],
  noManual: ['还没有生效的陈列手册', 'No display manual was in force yet'],
  nothingToCheck: ['没有可核查的记录', 'There was nothing to look through'],
})
