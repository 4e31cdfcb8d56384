import { words } from '../../../platform/kinds/words.ts'

/** Sentences of the page on which a wave is given out. */
export const w = words({
  title: ['铺货', 'Give out a wave'],
  toDeliveries: ['配货一览', 'Deliveries'],
  none: ['总仓里没有可以铺的货', 'Nothing lies in the warehouse to give out'],
  noneNext: [
    '厂家到货点进总仓，或告诉总仓有什么，这里就能铺到店。',
    'What makers deliver is counted into the warehouse, or the warehouse tells what it has; then it can be given out here.',
  ],
  choose: ['铺哪些款色', 'What is given out'],
  chooseSub: ['一次最多 {n} 个；还没有店有的排在前面', 'Up to {n} at once; what no store has comes first'],
  inWarehouse: ['总仓 {n}', '{n} in the warehouse'],
  inStores: ['{n} 家店有', 'in {n} {n|store|stores}'],
  inNoStore: ['还没有店有', 'in no store yet'],
  weeks: ['够卖', 'To last'],
  weeksN: ['{n} 周', '{n} {n|week|weeks}'],
  keep: ['总仓留', 'Stays in the warehouse'],
  area: ['区域', 'Area'],
  allAreas: ['全部', 'All'],
  draft: ['起草', 'Draft'],
  chosen: ['选了 {n} 个款色', '{n} {n|style-colour|style-colours} chosen'],
  chooseFirst: ['选要铺的款色', 'Choose what is given out'],
  how: ['怎么分的', 'How it is given out'],
  howPace: [
    '一家店每周卖这个品类几件，除以卖过的款色数，就是一个新款色每周约卖几件；看最近 8 周。开店不到两周的按全公司平均。',
    'What a store sold of the category in a week over the last eight, by the number of style-colours it sold, is what one more is expected to sell. A store of less than two weeks is taken to sell as the chain does.',
  ],
  howRun: [
    '主码凑不齐的店一件不给；其余每一件给最可能卖掉它的店，卖掉的可能不到三成的留在总仓。',
    'A store gets all core sizes or nothing; each further piece goes where it is most likely to sell, and stays in the warehouse where that is less than three in ten.',
  ],
  howHas: [
    '已经有这个款色、或在路上的店不再铺，由每周补货管。',
    'A store that has it, or to which it is on its way, gets none here: its weekly reorder looks after it.',
  ],
  given: ['{n} 件到 {stores} 家店', '{n} {n|piece|pieces} to {stores} {stores|store|stores}'],
  left: ['总仓 {all}，还剩 {left}', '{all} in the warehouse, {left} left'],
  tooMany: ['{size} 码多分了 {n} 件', '{n} more of {size} than there are'],
  nothing: ['没有店要铺：都有了，或卖不动', 'No store gets any: they have it, or would hardly sell it'],
  store: ['店', 'Store'],
  why: ['每周约卖 {pace}，{weeks} 周 {n} 件', 'sells {pace} a week: {n} in {weeks} {weeks|week|weeks}'],
  whyNew: [
    '新店，按全公司每周 {pace}，{weeks} 周 {n} 件',
    'new: as the chain, {pace} a week, {n} in {weeks} {weeks|week|weeks}',
  ],
  sum: ['合计', 'All'],
  due: ['到货日', 'Due'],
  carrier: ['承运或线路', 'Carrier or route'],
  send: ['发货通知到店', 'Send delivery notices'],
  sent: ['已发 {n} 家店', 'Sent to {n} {n|store|stores}'],
  back: ['重新选', 'Choose again'],
})
