import { words } from '../../../platform/kinds/words.ts'

/** Refusals of the stock-and-sales board, and the terms of its figures. */
export const boardWords = words({
  notFound: ['没有找到', 'Not found'],
  tooManyStores: [
    '店太多，请先选一个区域（一次最多 {most} 家）',
    'Too many stores at once: choose an area first ({most} at most)',
  ],
})
/** What each figure is called, means, is divided from and leaves out. */
export const figureWords = words({
  onHand: ['库存', 'On hand'],
  value: ['吊牌额', 'Value by the tag'],
  sellThroughRate: ['售罄率', 'Sell-through'],
  weeksOfSupply: ['可销周数', 'Weeks of supply'],
  activeSkuRate: ['动销率', 'Active rate'],
  brokenSizeRate: ['断码率', 'Broken sizes'],
  soldLately: ['近 {weeks} 周销', 'Sold in {weeks} weeks'],
  onHandIs: [
    '账上现有的件数，含陈列与留货，不含在途',
    'Pieces on the books now, samples and those put aside included, those on the way not',
  ],
  valueIs: ['现有件数按吊牌价', 'Pieces on hand at their tag price'],
  sellThroughRateIs: [
    '上市以来净销件数 ÷ 上市以来到货件数，按款色与范围',
    'Net units since the launch ÷ units received since, by style-colour and scope',
  ],
  sellThroughRateNot: [
    '到货 = 现有 + 已售 + 盘亏破损；建账前到的也算到货，店间调拨相抵',
    'Received = there + sold + lost; what came before the stock book began counts, transfers among these stores cancel out',
  ],
  weeksOfSupplyIs: [
    '现有件数 ÷ 近 {weeks} 周平均周净销',
    'On hand ÷ average weekly net units of the last {weeks} weeks',
  ],
  weeksOfSupplyNot: [
    '整周没货可卖的周不算，上市前的不算；今天不算',
    'Weeks without anything to sell, before the launch, and today',
  ],
  activeSkuRateIs: [
    '近 {weeks} 周卖过的款色 ÷ 期内有货的款色（每店各计一次）',
    'Style-colours sold in the last {weeks} weeks ÷ those in stock in the period, each counted once a store',
  ],
  activeSkuRateNot: [
    '有货：现在有，或期内卖过；退多于卖的不算卖过',
    'In stock: there now or sold in the period; what came back more than it sold is not sold',
  ],
  brokenSizeRateIs: [
    '没有 {run} 个连续主码在店的款色 ÷ 在店款色（每店各计一次）',
    'Style-colours without {run} neighbouring core sizes ÷ those in stock, each counted once a store',
  ],
  brokenSizeRateNot: [
    '主码是尺码段去掉两头；主码不足 {run} 个的，要全在',
    'Core sizes are the run without its two ends; of fewer than {run} all must be there',
  ],
  soldUnits: ['净销件数', 'Net units sold'],
  receivedUnits: ['到货件数', 'Units received'],
  weeklyUnits: ['平均周销', 'Average a week'],
  activeShades: ['卖过的款色', 'Style-colours sold'],
  presentShades: ['有货的款色', 'In stock in the period'],
  brokenShades: ['断码款色', 'With broken sizes'],
  stockedShades: ['在店款色', 'In stock'],
  leftOut: ['口径', 'Counted so'],
})
