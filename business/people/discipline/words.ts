import { words } from '../../../platform/kinds/words.ts'

/** Refusals of discipline entries. */
export const disciplineWords = words({
  notFound: ['没有找到', 'Not found'],
  notHere: ['那天不在这家店', 'Not of this store on that day'],
  textTooLong: ['太长了', 'Too long'],
  dayWrong: ['日期不对', 'This is not a day'],
  wordsMissing: ['写清是什么事', 'Say what happened'],
  reasonMissing: ['写一句为什么撤', 'Say why it is taken back'],
  oneself: ['不能记自己的', 'Not of oneself'],
  notBelow: ['店长的由区长记', 'Of a store manager the area manager enters it'],
  dayAhead: ['这天还没到', 'This day has not come yet'],
  tooLongAgo: ['只能记近 {days} 天的', 'Only of the last {days} days'],
  notYours: ['不是您的', 'This is not yours'],
  readAlready: ['已经看过并确认', 'This has been read already'],
  withdrawn: ['已经撤回', 'This was taken back'],
})
