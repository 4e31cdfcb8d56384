import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

/** Said before work goes to stores that have their hands full. */
export const roomWords = words({
  overload: [
    '有 {stores} 家店，店长一天的职责会超过 {room} 分钟；请减少，或确认仍要发布',
    'The managers of {stores} {stores|store|stores} would have over {room} minutes of duties in a day: ask for less, or confirm',
  ],
})
export const loadWords = words({
  ...sharedWords,
  shiftWrong: ['一班 60 到 960 分钟', 'A shift is 60 to 960 minutes'],
  daysWrong: ['每周 1 到 7 天', '1 to 7 days a week'],
  shareWrong: ['占比 5% 到 100%', 'A share of 5 to 100 %'],
})

/** Whether stores have room, as whoever is about to ask them sees it. */
export const roomCardWords = words({
  title: ['店铺忙不忙', 'Room in the stores'],
  fine: [
    '{minutes} 分钟 × {stores} 店，一天共 {total}；店长自己的职责平均每天 {own} 分钟，放得下。',
    '{minutes} min × {stores} {stores|store|stores}, {total} in a day; a manager’s own duties take {own} min a day: there is room.',
  ],
  heavy: [
    '{heavy} 家店的店长，一天会超过 {room} 分钟：{names}',
    'The managers of {heavy} {heavy|store|stores} would have over {room} min in a day: {names}',
  ],
  store: ['{name} {sum} 分钟', '{name} {sum} min'],
  minutes: ['{minutes} 分钟', '{minutes} min'],
  hours: ['{hours} 小时', '{hours} h'],
  comma: ['、', ', '],
  despite: ['知道，仍要发布', 'I know; publish it all the same'],
})
