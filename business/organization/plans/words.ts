import { type Sentence, words } from '../../../platform/kinds/words.ts'
import { isZone } from './shape.ts'

export const zoneWords = words({
  door: ['门口与橱窗', 'Door and window'],
  floor: ['卖场', 'Floor'],
  fitting: ['试衣间', 'Fitting rooms'],
  till: ['收银台', 'Till'],
  storeroom: ['仓库', 'Storeroom'],
  front: ['前区', 'Front'],
  left: ['左墙', 'Left wall'],
  right: ['右墙', 'Right wall'],
  back: ['后区', 'Back'],
})
/** A zone of the plan by its name; what somebody wrote himself as he wrote it. */
export const zoneSaid = (text: string, say: (sentence: Sentence) => string): string =>
  isZone(text) ? say(zoneWords[text]) : text
/** Refusals of floor plans. */
export const planWords = words({
  notFound: ['没有找到', 'Not found'],
  zonesMissing: ['至少画一个区位', 'Draw one zone at least'],
  zoneTooSmall: ['至少两格宽、两格深', 'It is at least two cells wide and two deep'],
  zoneTwice: ['这个区位画了两次', 'This zone is drawn twice'],
  outside: ['画到墙外了', 'It lies beyond the walls'],
  zonesOverlap: ['和另一个区位重叠', 'It lies on another zone'],
  fromBetween: ['选 {from} 至 {to} 之间的一天', 'Choose a day from {from} to {to}'],
  drawnMeanwhile: ['刚刚有人画了新的，请刷新再看', 'Somebody has drawn a new one just now: please refresh'],
})
