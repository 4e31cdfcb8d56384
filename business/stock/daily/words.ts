import { words } from '../../../platform/kinds/words.ts'

/** Refusals of the daily count. */
export const dailyWords = words({
  notFound: ['没有找到', 'Not found'],
  bookNotBegun: [
    '先录期初库存，才有账可对',
    'The store’s stock book has not begun: enter its opening balance first',
  ],
  dayAhead: ['{day} 还没到', '{day} is still to come'],
  dayOver: ['{day} 已过，只能补昨天的', '{day} is over: only yesterday can be made up for'],
  tooEarly: ['{time} 起才数：闭店前后数才作数', 'Pieces are counted from {time} on, around closing'],
  closedDay: ['这天不营业', 'The store is closed that day'],
  piecesWrong: ['件数不对', 'This is not a number of pieces'],
  categoryUnknown: ['没有类别“{category}”', 'There is no category “{category}”'],
  categoryTwice: ['“{category}”填了两遍', '“{category}” is entered twice'],
  notCounted: ['“{category}”还没数', '“{category}” is not counted yet'],
  countAgain: ['“{category}”先再数一遍，再写原因', 'Count “{category}” once more before saying why'],
  noDifference: ['“{category}”没有差异', '“{category}” does not differ'],
  sayMore: ['没查清的，写一句查到哪里', 'Not known yet: write how far you got'],
})
export const reasonWords = words({
  unscannedSale: ['卖了漏扫', 'Sold, not scanned'],
  receiving: ['到货没收', 'Arrived, not received'],
  transfer: ['调拨没入账', 'Transfer not booked'],
  away: ['外借改衣', 'Lent or at the tailor'],
  damage: ['破损没登记', 'Damage not noted'],
  stolen: ['丢失', 'Lost or stolen'],
  unknown: ['还没查清', 'Not known yet'],
})
export const dailyStateWords = words({
  noBook: ['没有库存账', 'No stock book'],
  closed: ['不营业', 'Closed'],
  notYet: ['还没到点', 'Not yet'],
  open: ['待数', 'To be counted'],
  overdue: ['超时', 'Overdue'],
  done: ['账实已对', 'Settled'],
})
