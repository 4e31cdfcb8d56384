import { words } from '../../../platform/kinds/words.ts'
import { roomWords } from '../../organization/load/words.ts'

export const noticeKindWords = words({
  requirement: ['公司要求', 'Requirement'],
  target: ['目标', 'Target'],
  promotion: ['促销', 'Promotion'],
  safety: ['安全', 'Safety'],
  other: ['其他', 'Other'],
})
export const briefingWords = words({
  morning: ['晨会', 'Morning briefing'],
  handover: ['交接班', 'Handover'],
  evening: ['夕会', 'Evening briefing'],
  single: ['单独讲', 'One at a time'],
})

/** Refusals of notices, and what their sheet says. */
export const noticeWords = words({
  notFound: ['没有找到', 'Not found'],
  changedMeanwhile: ['刚刚有人改过，请刷新再试', 'Somebody changed this just now: please refresh'],
  titleMissing: ['写一个标题', 'Give it a title'],
  titleTooLong: ['标题最多 60 字', 'A title has at most 60 characters'],
  bodyMissing: ['写清要大家做什么', 'Say what is asked'],
  textTooLong: ['太长了', 'Too long'],
  whyMissing: ['请写一句为什么', 'Please say why, in a few words'],
  positionsMissing: ['选给谁看', 'Choose who is to read it'],
  endsBeforeItBegins: ['不能早于 {from}', 'Not before {from}'],
  overAlready: ['今天是 {today}，这已经过期', 'Today is {today}: that is over already'],
  validTooLong: [
    '最长 {most} 天（现在 {days} 天）；长期的请写成制度',
    'At most {most} days (this is {days}); what lasts is a policy',
  ],
  relayByMissing: ['写哪天前传达到', 'Say by which day it is passed on'],
  relayAfterwards: ['要在 {to} 前传达', 'Passed on by {to} at the latest'],
  relayTooSoon: [
    '当天 {hour} 截止，至少留 {hours} 小时给店里开会',
    'It is due at {hour} of that day: leave the stores at least {hours} hours',
  ],
  onlyYourArea: ['您只能发给自己的区域', 'You publish to your own area'],
  noStores: ['这个范围里没有营业的店', 'There is no trading store among these'],
  ...roomWords,
  notYours: ['不是您发的通知', 'This notice is not yours'],
  withdrawnAlready: ['已经撤回', 'It is withdrawn'],
  correctedAlready: ['已有更正版，请看新的', 'It was corrected: see the new version'],
  notForStore: ['这个通知没有发给这家店', 'This notice does not concern the store'],
  nothingToRelay: ['这个通知只要自己看', 'This notice is for your own reading'],
  notHere: ['有人不在这家店', 'Somebody is not of this store'],
  onLeave: ['{name}在休假，回来再讲', '{name} is on leave: tell it afterwards'],
  nobodyTold: ['选讲给了谁', 'Choose whom you told'],
  allDone: ['都已传达，不用提醒', 'All have passed it on'],
  remindedJustNow: ['{hours} 小时内提醒过了', 'Reminded within the last {hours} hours'],

  progress: ['通知进度', 'Notice progress'],
  area: ['区域', 'Area'],
  store: ['店铺', 'Store'],
  manager: ['店长', 'Store manager'],
  relayedAt: ['传达', 'Passed on'],
  complete: ['全部已读', 'All have read'],
  read: ['已读', 'Read'],
  people: ['应读', 'To read'],
  unreadNames: ['还没读', 'Not read yet'],
  total: ['合计', 'Total'],
})
