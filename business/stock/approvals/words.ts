import { words } from '../../../platform/kinds/words.ts'

/** What the page of plans that wait for approval says. */
export const approvalWords = words({
  approvals: ['待批', 'For approval'],
  none: ['没有等批的方案', 'Nothing waits for approval'],
  noneNext: [
    '商品交来降价方案或采购计划，会出现在这里和今日',
    'What merchandising hands in stands here and on Today',
  ],
  markdown: ['{season} 清货降价 · {parts} 款', 'Sell out {season} · {parts} {parts|style|styles}'],
  openToBuy: [
    '采购计划 {from} — {to} · {parts} 个品类',
    'Plan to buy by, {from} – {to} · {parts} {parts|category|categories}',
  ],
  expects: ['预计销售 {net}', 'Sales expected {net}'],
  planned: ['计划销售 {net}', 'Sales planned {net}'],
  handedIn: ['{name} {at} 交', 'Handed in by {name}, {at}'],
})
