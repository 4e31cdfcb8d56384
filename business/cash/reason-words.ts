import { words } from '../../platform/kinds/words.ts'

/** Why money moves, why a tender is over or short, and how a difference is closed. */
export const payInWords = words({
  changeFund: ['补零钱', 'Change brought'],
  customerOwes: ['顾客补款', 'Customer pays the rest'],
  refundBack: ['退回款项', 'Money comes back'],
  other: ['其他', 'Other'],
})
export const payOutWords = words({
  supplies: ['买耗材', 'Supplies'],
  courier: ['快递', 'Courier'],
  cleaning: ['保洁', 'Cleaning'],
  alteration: ['改衣', 'Alteration'],
  refund: ['退顾客', 'Back to a customer'],
  other: ['其他', 'Other'],
})
export const varianceWords = words({
  wrongChange: ['找错零', 'Wrong change given'],
  wrongTender: ['收款方式记错', 'Entered as another tender'],
  terminalLate: ['刷卡机晚到账', 'The terminal books later'],
  ticketMissing: ['漏开单', 'A ticket is missing'],
  counterfeit: ['收到假币', 'Counterfeit note'],
  unknown: ['查不出', 'Not found'],
  other: ['其他', 'Other'],
})
export const closingWords = words({
  small: ['容差以内', 'Within tolerance'],
  companyBears: ['公司承担', 'The company bears it'],
  personPays: ['责任人补', 'Somebody pays it'],
  fee: ['手续费', 'A fee'],
  corrected: ['已更正', 'Put right elsewhere'],
  notOurs: ['不是我们的', 'Not ours'],
  other: ['其他', 'Other'],
})
export const movementWords = words({
  float: ['设定备用金', 'Float set'],
  payIn: ['存入', 'Paid in'],
  payOut: ['支出', 'Paid out'],
  toTill: ['保险柜取零', 'From the safe'],
  toSafe: ['放入保险柜', 'Into the safe'],
})
export const differenceWords = words({
  variance: ['长短款', 'Over or short'],
  match: ['勾对差额', 'Matched with another amount'],
  deposit: ['缴存未到账', 'Deposit not on a statement'],
  line: ['对账单无主', 'Statement line of nobody'],
  owed: ['逾期未缴', 'Not paid in yet'],
})
