import { words } from '../../../platform/kinds/words.ts'

/** Refusals of requests for goods. */
export const reorderWords = words({
  notFound: ['没有找到', 'Not found'],
  bookNotBegun: [
    '先录期初库存，再算补货',
    'The store’s stock book has not begun: enter its opening balance first',
  ],
  proposalOld: [
    '补货提案已经重新算过，请刷新后再交',
    'The proposal was made anew meanwhile: please refresh, then hand in',
  ],
  skuTwice: ['同一件填了两次', 'A size stands there twice'],
  skuUnknown: ['商品档案里没有', 'Not in the goods file'],
  lineMissing: ['还有尺码没有填', 'A proposed size is not answered'],
  whyMissing: ['少要或不要，选一个原因', 'Say why less is asked for'],
  measureMissing: ['还有 {n} 款滞销没选办法', '{n} slow {n|seller has|sellers have} no measure yet'],
  notSlow: ['这款不在滞销清单里', 'This is not among the slow sellers'],
  piecesWrong: ['件数不对', 'This is not a number of pieces'],
  decidedAlready: ['已经批过了，请刷新', 'It is decided already: please refresh'],
  replaced: ['店里已重新上交，请看新的一版', 'The store has handed in again: see the newer version'],
  notAsked: ['这件店里没有要', 'The store has not asked for it'],
  grantAll: ['每一件都要批，不给填 0', 'Every size is decided, with 0 where nothing is granted'],
  grantedTooMany: ['最多批 {asked} 件', '{asked} {asked|piece was|pieces were} asked for'],
  depotHas: ['总仓只有 {has} 件', 'The warehouse has {has}'],
  depotHasForAll: [
    '{code} {size}：总仓只有 {has} 件，分多了',
    '{code} {size}: the warehouse has {has}, more is shared out',
  ],
  sayWhyOther: ['和建议的分法不一样，写一句原因', 'It differs from the proposed split: say why'],
  sayWhy: ['没有全给，写一句原因', 'Say why not all is granted'],
  dueInPast: ['到货日不能早于 {today}', 'It cannot be due before {today}'],
  depotEmpty: ['没有内容', 'There is nothing'],
  depotNothing: [
    '没有认出一行；每行要有条码和件数',
    'No line was understood: each needs a barcode and pieces',
  ],
})
