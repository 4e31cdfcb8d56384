import { words } from '../../../platform/kinds/words.ts'

export const alignmentWords = words({
  yesterday: ['昨天', 'Yesterday'],
  lastWeek: ['上周同日', 'Same weekday last week'],
  calendar: ['去年同日', 'Same date last year'],
  weekday: ['去年同星期', 'Same weekday last year'],
  lunarFestival: ['去年同农历节期', 'Last year by lunar festival'],
})

export const metricNames = words({
  netSales: ['销售额', 'Net sales'],
  achievementRate: ['完成率', 'Achievement rate'],
  pace: ['时间进度', 'Pace'],
  saleTickets: ['销售小票数', 'Sale tickets'],
  netUnits: ['净销售件数', 'Net units'],
  averageTransactionValue: ['客单价', 'Average transaction value'],
  unitsPerTransaction: ['连带率', 'Units per transaction'],
  averageUnitRetail: ['件单价', 'Average unit retail'],
  traffic: ['客流', 'Traffic'],
  tryOnRate: ['试穿率', 'Try-on rate'],
  conversionRate: ['成交率', 'Conversion rate'],
  priceRealization: ['折扣', 'Price realization'],
  discountRate: ['折让率', 'Discount rate'],
  salesPerSquareMeter: ['坪效', 'Sales per m²'],
  salesPerHead: ['人效', 'Sales per head'],
  salesPerLaborHour: ['时效', 'Sales per labour hour'],
  memberSalesShare: ['VIP 贡献率', 'Member sales share'],
  yearOnYear: ['同比', 'Year on year'],
  periodOnPeriod: ['环比', 'Period on period'],
  sameStoreGrowth: ['同店增长', 'Same-store growth'],
})

export const metricDefinitions = words({
  netSales: [
    '小票成交额减去退货额，按店铺的营业日',
    'Selling amount of tickets less returns, in the business day of the store',
  ],
  achievementRate: [
    '销售额除以同一范围、同一期间的目标',
    'Net sales over the target of the same scope and period',
  ],
  pace: [
    '目标完成的比例除以目标自己的日权重已走过的比例，1 为正好跟上',
    "Share of the target achieved over the share of the target's own day weights elapsed; 1 is exactly on pace",
  ],
  saleTickets: ['至少卖出一件的小票，一张算一单', 'Tickets with at least one piece sold, each counted once'],
  netUnits: ['卖出件数减去退回件数', 'Pieces sold less pieces returned'],
  averageTransactionValue: ['销售额除以销售小票数', 'Net sales over sale tickets'],
  unitsPerTransaction: ['净销售件数除以销售小票数', 'Net units over sale tickets'],
  averageUnitRetail: ['销售额除以净销售件数', 'Net sales over net units'],
  traffic: ['进店人数，注明来自计数器还是手工登记', 'People entering, by counter or typed in, as recorded'],
  tryOnRate: ['试穿次数除以客流', 'Try-ons over traffic'],
  conversionRate: ['销售小票数除以客流', 'Sale tickets over traffic'],
  priceRealization: ['销售额除以吊牌额，0.85 即 8.5 折', 'Net sales over tag value'],
  discountRate: [
    '1 减去折扣：吊牌额里让掉的比例',
    'One less price realization: the share of the tag value given away',
  ],
  salesPerSquareMeter: ['销售额除以当期有效的营业面积', 'Net sales over the selling area in force'],
  salesPerHead: [
    '日：销售额除以当天上班人数；月：除以平均在岗人数',
    'Day: net sales over people who worked; month: over average headcount',
  ],
  salesPerLaborHour: ['销售额除以上班小时数', 'Net sales over hours worked'],
  memberSalesShare: ['会员销售额除以销售额', "Members' net sales over net sales"],
  yearOnYear: [
    '（本期 − 去年同期）除以去年同期，对齐方式写在旁边',
    '(This − last year) over last year; the alignment is named',
  ],
  periodOnPeriod: ['（本期 − 上一期）除以上一期', '(This − the previous period) over the previous period'],
  sameStoreGrowth: [
    '两个期间都完整营业的店铺的同比',
    'Year on year over the stores trading through both periods',
  ],
})

/** What each metric leaves out. */
export const metricExclusions = words({
  netSales: ['不含未成交的挂单和被冲销的小票', 'Without parked tickets and tickets that were reversed'],
  achievementRate: ['没有目标的店铺或人员不计', 'Without stores or people that have no target'],
  pace: ['目标为零的日子不占时间', 'Days with a target of zero take no time'],
  saleTickets: [
    '不含只有退货的小票和被冲销的小票',
    'Without tickets of returns only and tickets that were reversed',
  ],
  netUnits: ['不含被冲销的小票', 'Without tickets that were reversed'],
  averageTransactionValue: ['只有退货的小票不算销售小票', 'A ticket of returns only is not a sale ticket'],
  unitsPerTransaction: ['只有退货的小票不算销售小票', 'A ticket of returns only is not a sale ticket'],
  averageUnitRetail: ['净件数为零或为负时没有数值', 'No value where net units are zero or below'],
  traffic: ['没有计数的日子没有数值，不算零', 'A day that was not counted has no value; it is not zero'],
  tryOnRate: [
    '没有登记客流或试穿的日子，两边都不计',
    'Days without traffic or try-ons recorded are left out on both sides',
  ],
  conversionRate: [
    '没有计数的日子，小票和客流都不计',
    'Days that were not counted are left out on both sides',
  ],
  priceRealization: ['没有吊牌价的行不计', 'Lines without a tag price are left out'],
  discountRate: ['没有吊牌价的行不计', 'Lines without a tag price are left out'],
  salesPerSquareMeter: ['不含仓库面积', 'Without the store room'],
  salesPerHead: ['当天休息和请假的人不计', 'Without people resting or on leave that day'],
  salesPerLaborHour: ['不含休息和培训时间', 'Without breaks and training'],
  memberSalesShare: [
    '没有登记会员的小票算非会员',
    'A ticket without a member on it counts as a non-member’s',
  ],
  yearOnYear: ['去年同期没有销售时没有数值', 'No value where last year had no sales'],
  periodOnPeriod: ['上一期没有销售时没有数值', 'No value where the previous period had no sales'],
  sameStoreGrowth: [
    '任一期间没有完整营业的店铺不计，名单附后',
    'Without stores that did not trade through both periods; they are listed',
  ],
})

/** Names of numerators and denominators. */
export const termWords = words({
  netSales: ['销售额', 'Net sales'],
  target: ['目标', 'Target'],
  achievedShare: ['已完成的比例', 'Share achieved'],
  elapsedShare: ['日权重已走过的比例', 'Share of day weights elapsed'],
  saleTickets: ['销售小票数', 'Sale tickets'],
  countedTickets: ['有计数日子的销售小票数', 'Sale tickets of the counted days'],
  netUnits: ['净销售件数', 'Net units'],
  traffic: ['客流', 'Traffic'],
  tryOns: ['试穿次数', 'Try-ons'],
  taggedSales: ['有吊牌价的销售额', 'Net sales with a tag price'],
  tagValue: ['吊牌额', 'Tag value'],
  discount: ['让掉的金额', 'Amount given away'],
  sellingArea: ['营业面积(m²)', 'Selling area (m²)'],
  people: ['上班人数', 'People at work'],
  laborHours: ['上班小时数', 'Hours worked'],
  memberSales: ['会员销售额', "Members' net sales"],
  changeOnLastYear: ['本期 − 去年同期', 'This − last year'],
  lastYear: ['去年同期', 'Last year'],
  changeOnPrevious: ['本期 − 上一期', 'This − previous period'],
  previous: ['上一期', 'Previous period'],
  changeOfSameStores: ['同店本期 − 去年同期', 'Same stores: this − last year'],
  lastYearOfSameStores: ['同店去年同期', 'Same stores: last year'],
})

export const metricNotes = words({
  excluded: ['不含', 'Left out'],
  doubt: ['存疑', 'Doubtful'],
  moreTicketsThanPeople: [
    '销售小票比客流还多，请核对客流登记',
    'There are more sale tickets than people who came in; check the traffic',
  ],
  moreTryOnsThanPeople: ['试穿次数多于客流', 'More try-ons than people who came in'],
  tooFewToRank: [
    '只有 {count} 个，不参加排名（至少 {least} 个）',
    '{count} only: not ranked (from {least} on)',
  ],
  openedAfter: ['{day} 才开业', 'Opened on {day} only'],
  closedBefore: ['{day} 已闭店', 'Closed on {day}'],
  closedDuring: ['期间停业 {days} 天', 'Closed for {days} days in the periods'],
})

export const gapWords = words({
  byTraffic: [
    '差额拆成客流、成交率、连带率、件单价，合计一分不差',
    'Split among traffic, conversion, units per ticket and price per unit, exact to the cent',
  ],
  byTickets: [
    '客流没有完整计数，改拆成小票数、连带率、件单价',
    'Traffic was not fully counted, so it is split among tickets, units per ticket and price per unit',
  ],
  whole: [
    '没有可比的小票或件数，差额不再往下拆',
    'There are no tickets or units to compare, so the gap is not split further',
  ],
  targetByHistory: [
    '目标没有分项，按参照期的成交率、连带率和件单价折算出它需要的客流或小票数',
    'A target has no factors of its own: it is taken at the conversion, units and price of the reference period, which gives the traffic or tickets it asks for',
  ],
})
export const factorNames = words({
  traffic: ['客流', 'Traffic'],
  conversionRate: ['成交率', 'Conversion rate'],
  saleTickets: ['销售小票数', 'Sale tickets'],
  unitsPerTransaction: ['连带率', 'Units per transaction'],
  averageUnitRetail: ['件单价', 'Average unit retail'],
  netSales: ['销售额', 'Net sales'],
})
