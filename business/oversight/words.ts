import { type Sentence, words } from '../../platform/kinds/words.ts'
import type { Cause, MatterKind } from './shape.ts'

/** Refusals of the oversight list, and what its sheet says. */
export const oversightWords = words({
  notFound: ['没有找到', 'Not found'],
  dayWrong: ['日期不对', 'This is not a day'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  dayOver: ['{day} 已经过去，当天的清单不再改', '{day} is over: its list does not change any more'],
  twice: ['同一条写了两次', 'This one stands twice'],
  notHere: ['这家店不在本区', 'This store does not belong to the area'],
  causeWrong: ['这条不会是这个原因，另选一个', 'This cannot be the cause: choose another one'],
  causeMissing: ['{names} 还有 {count} 条没写原因', '{names}: {count} more to be given a cause'],
  wordsMissing: ['选了“其他”，写一句是什么', 'For another cause, say in a few words which'],
  changedMeanwhile: ['刚刚有人提交过，请刷新再改', 'Somebody submitted it just now: please refresh'],

  sheet: ['督查清单', 'Oversight list'],
  store: ['店铺', 'Store'],
  matter: ['事项', 'Matter'],
  about: ['对象', 'About'],
  since: ['起于', 'Since'],
  amount: ['金额', 'Amount'],
  pieces: ['件数', 'Pieces'],
  cause: ['原因', 'Cause'],
  words: ['说明', 'Words'],
  saidOn: ['答于', 'Said on'],
})

export const matterNames = words({
  negativeStock: ['负库存', 'Below zero in the books'],
  overShort: ['长短款', 'Over or short'],
  statement: ['对账差异', 'Differs from the statement'],
  cashOwed: ['逾期未缴', 'Cash not paid in'],
  notCounted: ['未盘点货款', 'Till not counted'],
  piecesOpen: ['件数日盘没对上', 'Pieces not counted or not explained'],
  notArrived: ['到货逾期', 'Goods overdue'],
  notShipped: ['调拨未发', 'Transfer not sent'],
} satisfies Record<MatterKind, Sentence>)
export const causeNames = words({
  wrongSize: ['销售扫错码', 'Another size was scanned'],
  receiptLate: ['到货未入账', 'A receipt is not entered yet'],
  counted: ['已清点，等调整', 'Counted, to be adjusted'],
  ticketLate: ['漏开或晚开小票', 'A ticket was left out or late'],
  terminalLate: ['终端晚到账', 'The terminal settles late'],
  mistakeFound: ['录错，已找到', 'A slip, found'],
  bankClosed: ['银行不办', 'The bank was closed'],
  onItsWay: ['在途，已核实', 'On its way, made sure'],
  carrierAsked: ['已催承运', 'The carrier was asked'],
  storeReminded: ['已催店铺', 'The store was reminded'],
  asksFinance: ['已交财务', 'With finance'],
  unknown: ['还在查', 'Being looked into'],
  other: ['其他', 'Another cause'],
} satisfies Record<Cause, Sentence>)
