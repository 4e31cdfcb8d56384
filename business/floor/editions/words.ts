import { words } from '../../../platform/kinds/words.ts'

/** Refusals of whoever writes an edition. */
export const editionWords = words({
  fromTomorrow: ['新版最早从 {day} 起', 'A new edition begins on {day} at the earliest'],
  dayTaken: ['{day} 已有一版，先撤回那一版', 'There is one from {day}: withdraw it first'],
  itemTwice: ['同一项出现两次', 'Something is asked twice'],
  itemsTooFew: ['每类店铺至少两项', 'At least two items for every kind of store'],
  sayWhat: ['写清看什么', 'Say what is to be looked at'],
  begunAlready: ['已经生效，不能撤回；请发新版', 'It has begun: publish a new edition instead'],
})
