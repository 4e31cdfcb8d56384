import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../../organization/words.ts'

/** Refusals of the company's own edition of the job descriptions. */
export const editionWords = words({
  ...sharedWords,
  noSuchClause: ['没有这一条', 'There is no such clause'],
  textTooLong: ['太长了，请写短一点', 'Too long: please shorten it'],
  titleMissing: ['职责名称至少两个字', 'A duty needs a name of at least two characters'],
  helpMissing: ['写一句怎么才算做到', 'Say what counts as done'],
  lineShort: ['至少两个字', 'At least two characters'],
  indicatorShort: ['指标至少两个字', 'An indicator has at least two characters'],
  calendarMissing: ['至少要有一个期限', 'There must be at least one deadline'],
  calendarLong: ['最多四个期限', 'At most four deadlines'],
  calendarTwice: ['同一个期限写了两次', 'The same deadline stands twice'],
  standingAlone: [
    '“日常要求”没有期限，不能和别的周期同时用',
    'A way of working has no deadline and goes with no other cadence',
  ],
  cadenceOfProof: [
    '凭据按它原来的周期留下，只能改成同样或更长的周期',
    'Its proof comes at its own cadence: ask for it at the same or a longer one',
  ],
  cadenceFixed: [
    '这一条的凭据只按日算，周期不能改，期限可以改',
    'Its proof counts by the day: the deadline may be changed, the cadence may not',
  ],
  eventNotRaised: ['系统里没有什么会触发它，请选固定周期', 'Nothing raises it: choose a regular cadence'],
  noShopHours: ['这个岗位不在店里，请写几点前', 'This position has no doors to open: name a time of day'],
  clockForm: ['时间写成 18:00 这样', 'Write a time like 18:00'],
  lateWrong: ['迟做时限 0 到 240 小时', 'Late for 0 to 240 hours'],
  opensWrong: ['提前出现的天数不对', 'This number of days ahead is not possible'],
  dateWrong: ['日期 1 到 31', 'A date of 1 to 31'],
  graceWrong: ['分钟数不对', 'This number of minutes is not possible'],
  hoursWrong: ['时限 1 到 720 小时', '1 to 720 hours'],
  minutesWrong: ['用时 0 到 960 分钟', '0 to 960 minutes'],
  weightWrong: ['权重 1 到 5', 'A weight of 1 to 5'],
  lookedAfterWrong: ['只能由上级来看', 'Only a superior looks after it'],
  standInWrong: ['代办岗位不对', 'This position cannot stand in'],
  ownMissing: ['选一种凭据', 'Choose what proves it'],
  ownForeign: ['标准条款的凭据不能改', 'The proof of a shipped clause cannot be changed'],
  wayUnknown: ['没有这种凭据', 'There is no such proof'],
  wayOfOther: ['这种凭据不是这个岗位留下的', 'This proof is not left by this position'],
  provedStanding: ['有凭据的职责要有周期', 'What is proved needs a cadence'],
  eachOfSeat: ['这个岗位一处只有一人，不用每人各做', 'One person holds this seat: it is not owed by each'],
  draftClosed: ['这份草稿已经结束', 'This draft is closed'],
  notHandedIn: ['还没有提交，不用退回', 'It has not been handed in'],
  alreadyHandedIn: ['已经提交，等批准', 'It is handed in and awaits a decision'],
  fromPast: [
    '最早从 {day} 起执行：今天的职责已经派下去了',
    'From {day} at the earliest: today’s duties are given out',
  ],
  dayTaken: [
    '{day} 已经有一版，请换一天或先撤回那一版',
    'An edition stands on {day} already: choose another day or withdraw it',
  ],
  nothingChanged: ['和它要替换的那一版没有差别', 'It does not differ from the edition that it replaces'],
  nothingLeft: ['一条都不剩了', 'There is no clause left'],
  ownPosition: [
    '改到了运营总监自己的职责，要总经理来批',
    'It touches the operations director’s own duties: the general manager decides',
  ],
  overloaded: [
    '{names}等 {count} 处超时，最多超 {over} 分钟：写明为什么仍要执行',
    '{count} {count|place|places} would be over ({names}), by up to {over} minutes: say why it is to go ahead',
  ],
  alreadyInForce: ['已经开始执行，不能撤回', 'It is in force already and cannot be withdrawn'],
  alreadyWithdrawn: ['已经撤回过', 'It is withdrawn already'],
})
