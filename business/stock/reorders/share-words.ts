import { words } from '../../../platform/kinds/words.ts'

/** Why a store gets what it gets of a size that too few are there of. */
export const shareWhyWords = words({
  noneThere: ['总仓已经没有。', 'Nothing is left.'],
  coreMissing: ['你店这个主码一件都没有，先给。', 'You have none of this core size: you come first.'],
  coreToo: [
    '缺这个主码的店不止你一家，卖得快的先给。',
    'You are not the only store without this core size: who sells faster comes first.',
  ],
  shortCover: [
    '够卖天数少的先给，你店够卖 {cover} 天。',
    'Who has least days of cover comes first; yours last {cover} days.',
  ],
  longCover: [
    '够卖天数少的先给，你店还够卖 {cover} 天。',
    'Who has least days of cover comes first; yours still last {cover} days.',
  ],
  doesNotSell: [
    '先给近来在卖的店，你店近来没卖。',
    'Stores that sell it come first; yours has not sold it of late.',
  ],
})
export const s = words({
  title: ['不够分的尺码', 'Sizes that do not go round'],
  found: [
    '{n} 个尺码不够分，{stores} 家店在要',
    '{n} {n|size does|sizes do} not go round among {stores} stores',
  ],
  foundSub: ['放在一起分，一次答复', 'See them together, answer at once'],
  open: ['一起分', 'Share out'],
  none: ['没有不够分的尺码', 'Nothing is short'],
  noneNext: [
    '几家店要同一件、总仓又不够时，会出现在这里',
    'What several stores want and the warehouse has too few of stands here',
  ],
  rule: [
    '一件一件分：先给缺主码的店，再给够卖天数最少的，再给卖得最快的。',
    'Piece by piece: first to who lacks a core size, then to who has least days of cover, then to who sells fastest.',
  ],
  back: ['要货单', 'Requests'],
  thereIs: [
    '总仓 {there} 件 · {stores} 家要 {total} 件',
    '{there} there · {stores} {stores|store wants|stores want} {total}',
  ],
  told: [
    '总仓有 {there} 件，{stores} 家店共要 {total} 件。{why}',
    '{there} there, {stores} {stores|store|stores} asked for {total}. {why}',
  ],
  asked: ['要 {n}', 'asks {n}'],
  has: ['有 {n}', 'has {n}'],
  cover: ['够卖 {n} 天', '{n} days of cover'],
  noSale: ['近来没卖', 'not sold of late'],
  core: ['缺主码', 'core size missing'],
  proposed: ['建议 {n}', 'proposed {n}'],
  shared: ['分出 {n} / {there}', '{n} of {there} shared out'],
  given: ['给 {n} 件', '{n} granted'],
  why: ['为什么不按建议分', 'Why not as proposed'],
  rest: ['这几张要货单里够分的，按要的全给。', 'Of these requests all else is granted as it was asked.'],
  answer: ['一起答复 {n} 张要货单', 'Answer {n} {n|request|requests}'],
  done: [
    '已答复 {n} 家店，发出 {pieces} 件',
    '{n} {n|store is|stores are} answered, {pieces} {pieces|piece|pieces} sent',
  ],
})
