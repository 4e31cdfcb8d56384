import { words } from '../../../platform/kinds/words.ts'

/** Refusals of plans to buy by. */
export const openToBuyWords = words({
  notFound: ['没有找到', 'Not found'],
  monthWrong: ['月份不对', 'This is not a month'],
  monthsWrong: ['一次做 1 到 12 个月', 'A plan holds one to twelve months'],
  growthWrong: ['比去年增长填 -50 到 200', 'Growth is -50 to 200 percent'],
  coverWrong: ['库存够卖几个月填 0 到 6', 'Stock lasts 0 to 6 months'],
  amountWrong: ['金额填 0 或以上', 'An amount is 0 or more'],
  noLines: ['计划是空的', 'The plan is empty'],
  noHistory: ['还没有商品，没法起草', 'There are no goods yet to plan for'],
  fromPast: ['过去的月份不再改', 'Months that are over are not planned any more'],
  monthOutside: ['{month} 不在这份计划里', '{month} is not in this plan'],
  lineTwice: ['{category} {month} 写了两遍', '{category} {month} stands in it twice'],
  lineMissing: ['{category} 少了 {month}', '{category} lacks {month}'],
  whyMissing: ['改计划要写原因', 'Say why the plan is changed'],
  returnWhyMissing: ['退回写原因', 'Say why it is returned'],
  changedMeanwhile: [
    '别人刚交了新的一版，先看过再改',
    'Somebody has handed in a newer version: look at it first',
  ],
  decidedAlready: ['已经批过了，请刷新', 'It is decided already: please refresh'],
  replaced: ['已有更新的一版，批那一版', 'There is a newer version: decide that one'],
  ownPlan: ['自己交的计划要别人来批', 'Who has handed a plan in cannot approve it'],
  planOver: ['这份计划的月份都过去了', 'All months of this plan are over'],
})
/** What open to buy is made of, as its card says it. */
export const termWords = words({
  openToBuy: ['采购限额', 'Open to buy'],
  openToBuyIs: [
    '采购限额 = 计划期末库存 + 计划销售 + 计划降价 − 期初库存 − 在订在途。都按吊牌价。',
    'Open to buy = planned closing stock + planned sales + planned markdowns − opening stock − on order, all at the tag price.',
  ],
  spanIs: [
    '几个月合起来：最后一个月的计划期末库存 + 各月计划销售与降价 − 现在的库存 − 在订在途。每个月自己的数带着上月超买的，不能直接相加。',
    'Over the months: the closing stock of the last, the sales and markdowns of all, less what lies there now and what is on order. A month’s own figure carries what was over-bought before it, so that they do not simply add up.',
  ],
  closing: ['计划期末库存', 'Planned closing stock'],
  sales: ['计划销售', 'Planned sales'],
  salesLeft: ['计划销售（本月还剩）', 'Planned sales (still to come this month)'],
  markdowns: ['计划降价', 'Planned markdowns'],
  markdownsLeft: ['计划降价（本月还剩）', 'Planned markdowns (still to come this month)'],
  openingNow: ['期初库存（现在店里和总仓）', 'Opening stock (in stores and warehouse now)'],
  opening: [
    '期初库存（上月计划期末，加上月超买）',
    'Opening stock (as planned for the month before, with what is over-bought)',
  ],
  onOrder: ['在订在途（厂家未到，店里未收）', 'On order (makers have not delivered, stores not received)'],
  counted: ['口径', 'Counted so'],
  countedSo: [
    '销售是净销售；降价是吊牌价与净销售的差；总仓按最近一次报数',
    'Sales are net; markdowns are what they are below the tag; the warehouse as it was last told',
  ],
})
