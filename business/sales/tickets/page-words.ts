import { words } from '../../../platform/kinds/words.ts'

export const tenderWords = words({
  cash: ['现金', 'Cash'],
  card: ['刷卡', 'Card'],
  wechat: ['微信', 'WeChat'],
  alipay: ['支付宝', 'Alipay'],
  mallTill: ['商场收银', 'Mall till'],
  voucher: ['券', 'Voucher'],
  storedValue: ['储值', 'Stored value'],
  other: ['其他', 'Other'],
})
export const kindWords = words({
  sale: ['销售', 'Sale'],
  return: ['退货', 'Return'],
  reversal: ['冲销', 'Reversal'],
  dayTotal: ['日合计', 'Day total'],
})
export const sourceWords = words({
  phone: ['手机开单', 'Phone'],
  till: ['收银机接口', 'Till'],
  import: ['导入', 'Import'],
  demo: ['演示数据', 'Demo data'],
})
export const reasonWords = words({
  member: ['会员', 'Member'],
  promotion: ['活动', 'Promotion'],
  season: ['换季', 'Season end'],
  mall: ['商场活动', 'Mall campaign'],
  staff: ['员工', 'Staff'],
  defect: ['瑕疵', 'Defect'],
  goodwill: ['店长特批', 'Manager’s goodwill'],
  other: ['其他', 'Other'],
})

/** The sentences of the pages: the quick ticket, the day's tickets, the traffic sheet. */
export const pageWords = words({
  quickTicket: ['开单', 'New ticket'],
  tickets: ['小票', 'Tickets'],
  traffic: ['客流', 'Traffic'],
  tokens: ['收银机接口', 'Till interface'],
  number: ['单号', 'Number'],
  soldAt: ['成交时间', 'Sold at'],
  kind: ['类型', 'Kind'],
  pieces: ['商品', 'Pieces'],
  units: ['件数', 'Units'],
  tagValue: ['吊牌额', 'Tag value'],
  net: ['实收', 'Net'],
  tender: ['收款', 'Tender'],
  credit: ['业绩归属', 'Credited'],
  reversedBy: ['冲销单号', 'Reversed by'],
  reason: ['原因', 'Reason'],
})
