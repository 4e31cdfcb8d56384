import { words } from '../../../platform/kinds/words.ts'

/** Refusals of moving goods within an area. */
export const rebalanceWords = words({
  notFound: ['没有找到', 'Not found'],
  roundOld: [
    '方案已经重新算过，请刷新再定',
    'The proposal was made anew meanwhile: please refresh, then decide',
  ],
  decidedAlready: ['已经定过了，请刷新', 'It is decided already: please refresh'],
  bundleUnknown: ['方案里没有这一组', 'There is no such bundle in the proposal'],
  answerAll: ['还有 {n} 组没定', '{n} {n|bundle is|bundles are} not decided yet'],
  whyMissing: ['不调的写原因', 'Say why it is not moved'],
  stockMoved: [
    '有 {n} 组的货这几天卖掉或调走了，刷新后改为不调',
    'Of {n} {n|bundle|bundles} the pieces are sold or gone meanwhile: refresh and refuse them',
  ],
  fewStores: ['区里记库存账的店不到两家，没法调', 'Fewer than two stores of the area keep a stock book'],
})
