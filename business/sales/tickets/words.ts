import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../../organization/words.ts'

/** Refusals of tickets, reversals, traffic and tills. */
export const ticketWords = words({
  ...sharedWords,
  changedMeanwhile: [
    '同一张小票正在保存，或这一天刚刚日结，请再试一次',
    'The same ticket is being saved, or the day was closed just now; please try again',
  ],
  linesMissing: ['还没有商品', 'There is nothing on the ticket yet'],
  creditMissing: ['请选业绩归属的导购', 'Choose who is credited with the sale'],
  skuUnknown: ['没有这个商品：{code}', 'There is no such piece: {code}'],
  styleMissing: ['请填写款号或名称', 'Enter a style code or a name'],
  aboveTag: [
    '{style} 的成交额 ¥{net} 高于吊牌额 ¥{tag}，请检查',
    '{style}: ¥{net} is above the tag value ¥{tag}; please check',
  ],
  discountUnexplained: [
    '{style} 低于吊牌价，请选折扣原因',
    '{style} is below its tag price; choose the reason',
  ],
  signsDiffer: [
    '退货行的数量和金额都是负数',
    'A piece brought back has a negative quantity and a negative amount',
  ],
  quantityZero: ['数量不能是 0', 'The quantity cannot be zero'],
  tenderZero: ['收款金额不能是 0', 'A tender cannot be zero'],
  tenderTwice: ['同一种收款方式只写一行', 'Each tender type has one line only'],
  tenderBackwards: ['没有退货，收款不能是负数', 'Nothing came back, so no tender can be negative'],
  tendersDiffer: [
    '收款合计 ¥{total}，应收 ¥{net}，差 ¥{difference}',
    'Tenders sum to ¥{total}, the ticket to ¥{net}: ¥{difference} apart',
  ],
  creditTwice: ['同一个人只能归属一次', 'A person can be credited once only'],
  shareTooSmall: ['归属比例太小', 'A share of the credit is too small'],
  notOfStore: [
    '业绩归属的人在 {day} 不在本店任职',
    'Somebody credited is not appointed to this store on {day}',
  ],
  jobNumberUnknown: [
    '工号 {jobNumber} 在 {day} 不在本店任职',
    'Job number {jobNumber} is not appointed to this store on {day}',
  ],
  soldInFuture: [
    '成交时间 {soldAt} 在将来，请校对收银机的时钟',
    'The time of sale {soldAt} lies ahead; set the till’s clock right',
  ],
  soldTooLongAgo: [
    '{day} 已过去 {days} 天以上，请用导入补录',
    '{day} lies more than {days} days back; use an import',
  ],
  storeNotTrading: [
    '店铺在 {day} 未营业（未开业或已关店）',
    'The store does not trade on {day} (not open yet, or closed down)',
  ],
  noOpenDay: ['{day} 及次日都已日结，不能再记', '{day} and the day after are closed; nothing can be added'],
  originalNotFound: [
    '本店没有找到原小票的这一行',
    'The line of the original ticket was not found in this store',
  ],
  originalReversed: ['原小票 {number} 已冲销', 'The original ticket {number} has been reversed'],
  originalNotSold: ['原小票 {number} 的这一行是退货，不能再退', 'That line of {number} is itself a return'],
  returnedTooMany: [
    '原小票 {number} 卖出 {sold} 件，还可退 {left} 件',
    'Ticket {number} sold {sold}; {left} can still come back',
  ],
  refundTooMuch: [
    '退款 ¥{refund} 多于当时实付剩余的 ¥{paid}',
    'The refund ¥{refund} exceeds the ¥{paid} that is left of what was paid',
  ],
  reversedAlready: ['{number} 已由 {by} 冲销', '{number} has been reversed already by {by}'],
  isReversal: ['{number} 本身是冲销，不能再冲销', '{number} is itself a reversal'],
  hasReturns: [
    '{number} 已有 {pieces} 件退货，请先冲销退货小票',
    '{pieces} of {number} came back; reverse those returns first',
  ],
  notYourTicket: [
    '{number} 不是您开的，请店长冲销',
    '{number} is not yours; ask the store manager to reverse it',
  ],
  undoTooLate: [
    '已过 {minutes} 分钟，请店长冲销',
    'More than {minutes} minutes have passed; ask the store manager to reverse it',
  ],
  undone: ['开单人撤回', 'taken back by its maker'],
  dayClosed: ['{day} 已日结，不再改动', '{day} is closed and does not change any more'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  trafficNothing: ['请填客流或试穿人数', 'Enter people or try-ons'],
  trafficBelowZero: [
    '改后会小于 0：该小时现有客流 {traffic}、试穿 {tryOns}',
    'That would fall below zero: the hour has {traffic} people and {tryOns} try-ons',
  ],
  tokenRevoked: ['这个令牌已停用', 'This token has been revoked already'],
  keyTwice: ['同一批里 {key} 出现了两次', '{key} appears twice in this batch'],
})
