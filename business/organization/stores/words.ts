import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

export const storeWords = words({
  ...sharedWords,
  cityMissing: ['请填写城市', 'Please enter the city'],
  sizeForm: ['面积要大于 0，最多 10 万平方米', 'A selling area is above 0 and at most 100,000 m²'],
  codeTaken: ['编码 {code} 已属于{name}', 'The code {code} belongs to {name} already'],
  mallTaken: ['{city}已有一个叫{name}的商场', '{city} has a mall called {name} already'],
  mallUnknown: ['没有这个商场', 'There is no such mall'],
  areaUnknown: ['没有这个区域', 'There is no such area'],
  concessionNeedsMall: ['专柜在商场里，请选择商场', 'A concession stands in a mall: please choose it'],
  areaNotYetOpen: ['{area}从 {day} 起才设立', '{area} exists only from {day}'],
  areaClosed: ['{area}已于 {day} 撤销', '{area} was closed on {day}'],
  areaHasStores: [
    '{on} 之后还有 {count} 家店属于这个区域（{names}），请先调到别的区域',
    '{count} stores still belong to this area after {on} ({names}): move them first',
  ],
  areaHasEarlierStores: [
    '{day} 起已有店铺属于这个区域，设立日不能更晚',
    'Stores belong to it from {day}: it cannot begin later',
  ],
  closesBeforeOpening: ['不能早于开业日 {day}', 'It cannot be before the opening day {day}'],
  opensAfterClosing: ['开业日不能晚于最后营业日 {day}', 'It cannot open after its last day {day}'],
  notClosing: ['{name}没有登记关店', 'No closing of {name} was announced'],
  peopleStillThere: [
    '{on} 之后还有 {count} 人任职（{names}），请先调任，或选择任职随关店结束',
    '{count} people are still appointed after {on} ({names}): transfer them, or let the appointments end with the store',
  ],
  movesBeforeOpening: ['不能早于店铺开业日 {day}', 'It cannot be before the store opens on {day}'],
  movesAfterClosing: ['店铺最后营业日是 {day}，不能更晚', 'The store closes on {day}: it cannot be later'],
  alreadyInArea: ['{store}那天已经属于{area}', '{store} belongs to {area} on that day already'],
  endsBeforeItBegins: ['结束日不能早于开始日 {from}', 'It cannot end before it begins on {from}'],
  closureTooLong: [
    '一次停业最多登记 {most} 天（现在 {days} 天）',
    'At most {most} closed days at a time (these are {days})',
  ],
  outsideStoreLife: ['{store}的营业期是 {from} 到 {to}', '{store} trades from {from} to {to}'],
})
