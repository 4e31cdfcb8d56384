import { words } from '../../../platform/kinds/words.ts'

/** Refusals of stock-and-sales reports, and how they stand. */
export const reportWords = words({
  notFound: ['没有找到', 'Not found'],
  changedMeanwhile: ['刚刚有人交过，请刷新再试', 'Somebody has submitted it just now: please refresh'],
  confirmedAlready: ['已经确认，不再改', 'It is confirmed and changes no more'],
  superseded: ['已有新的一版，请刷新', 'There is a newer version: please refresh'],
  askedAlready: ['已经追问，等回复', 'It is asked back already and waits for an answer'],
  wordsShort: ['判断至少写十个字', 'Write at least ten characters'],
  wordsLong: ['太长了', 'This is too long'],
  askWhat: ['写一句要问什么', 'Write what you ask'],
})
export const kindWords = words({ week: ['周报', 'Week'], month: ['月报', 'Month'] })
export const stateWords = words({
  missing: ['没交', 'Missing'],
  submitted: ['已交', 'Submitted'],
  opened: ['看过', 'Seen'],
  confirmed: ['已确认', 'Confirmed'],
  questioned: ['被追问', 'Asked back'],
})
