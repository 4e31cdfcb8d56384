import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

export const loadWords = words({
  ...sharedWords,
  shiftWrong: ['一班 60 到 960 分钟', 'A shift is 60 to 960 minutes'],
  daysWrong: ['每周 1 到 7 天', '1 to 7 days a week'],
  shareWrong: ['占比 5% 到 100%', 'A share of 5 to 100 %'],
})
