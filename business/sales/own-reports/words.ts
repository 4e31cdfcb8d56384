import { words } from '../../../platform/kinds/words.ts'

/** Refusals of an associate's own reports. */
export const ownReportWords = words({
  notFound: ['没有找到', 'Not found'],
  changedMeanwhile: ['已有更新的一份，请刷新再试', 'There is a newer one: please refresh'],
  textTooLong: ['最多 500 字', 'At most 500 characters'],
  stepMissing: ['写一句明天怎么试', 'Say in a few words what you will try'],
  wordsMissing: ['写一句要问的', 'Write what you ask'],
  skuUnknown: ['有一件商品档案里没有', 'A piece is not in the goods file'],
  dayWrong: ['日期不对', 'This is not a day'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  tooEarly: ['{time} 起可以交', 'From {time} on'],
  tooLongAgo: ['只补 {most} 天以内的', 'Only what is at most {most} days old'],
  readAlready: [
    '店长已经看过，要改请找店长追问',
    'It has been read: let the store manager ask back to change it',
  ],
  somethingLags: ['有低于全店的，先练那一项', 'Something lags behind the store: practise that first'],
  doesNotLag: ['这一项没有落后', 'This does not lag'],
  openFirst: ['先打开看过', 'Open and read it first'],
  questionOpen: ['已追问，等她改', 'Asked back: the answer is still to come'],
  alreadyConfirmed: ['已经确认过', 'It is confirmed already'],
  ownReport: ['自己的报告由上级看', 'One’s own report is for the superior'],
  superseded: ['已有更新的一份', 'There is a newer one'],
})
