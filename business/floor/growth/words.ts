import { words } from '../../../platform/kinds/words.ts'

export const outcomeWords = words({
  reached: ['达到了', 'Reached'],
  stopped: ['先停下', 'Stopped'],
})
/** Refusals of development plans. */
export const growthWords = words({
  notFound: ['没有找到', 'Not found'],
  goalMissing: ['写清要做到什么', 'Say what is to be reached'],
  stepMissing: ['写下一步', 'Write the next step'],
  wordsMissing: ['写一句', 'Say it in a few words'],
  oneself: ['自己的由上级写', 'One’s own is the superior’s to write'],
  notHere: ['不是本店的导购', 'She is not an associate of this store'],
  hasOne: ['已有一份没结束的', 'She has one that has not ended'],
  byBetween: ['选 {from} 至 {to} 之间的一天', 'Choose a day from {from} to {to}'],
  ended: ['这份已经结束', 'It has ended'],
  plansOpen: ['还有没结束的计划，逐份看', 'There are plans that have not ended: look at each'],
  notYours: ['不是给您的', 'It is not about you'],
})
