import { words } from '../../../platform/kinds/words.ts'
import { goodsIntakeWords } from '../../goods/intake/words.ts'
import { intakeWords } from '../../organization/intake/words.ts'

/** Why a row is not taken, and what to do about it; the row's number stands before the sentence. */
export const rowWords = words({
  totalRow: [
    '这一行是合计，不是一条记录，没有导入',
    'This row sums up others and is no record of its own; it was not imported',
  ],
  noDay: [
    '没有日期，不知道算在哪一天；请补上日期再传这一行',
    'There is no date, so it is not known which day this belongs to; add the date and upload the row again',
  ],
  badDay: [
    '“{value}”不是能认的日期；请写成 2026-01-31',
    '"{value}" is not a date that can be read; write it as 2026-01-31',
  ],
  dayInFuture: ['日期 {day} 还没有到', 'The day {day} has not come yet'],
  dayClosed: [
    '{store} 的 {day} 已经日结，不能再补记；请记在之后的营业日',
    '{day} of {store} is closed; nothing can be added, enter it on a later day',
  ],
  noStore: ['没有写是哪家店', 'The store is not named'],
  unknownStore: [
    '没有“{store}”这家店；请先建档、对应到已有的店，或勾选“新建”',
    'There is no store "{store}"; file it first, match it with one of ours, or tick "create"',
  ],
  noQuantity: ['没有数量', 'There is no quantity'],
  badQuantity: ['数量“{value}”不是数字', 'The quantity "{value}" is not a number'],
  fractionalQuantity: ['数量 {value} 不是整件', 'The quantity {value} is not a whole number of pieces'],
  zeroQuantity: ['数量是 0，没有卖也没有退', 'The quantity is 0: nothing sold, nothing returned'],
  noAmount: ['没有金额，也没有单价可以算', 'There is no amount, and no price to work it out from'],
  badAmount: ['金额“{value}”不是数字', 'The amount "{value}" is not a number'],
  badPrice: ['价格“{value}”不是数字', 'The price "{value}" is not a number'],
  badDiscount: ['折扣“{value}”不是数字', 'The discount "{value}" is not a number'],
  signsDisagree: [
    '数量 {quantity}、金额 {amount}、类型 {kind} 互相矛盾，分不清是卖是退',
    'Quantity {quantity}, amount {amount} and type {kind} contradict each other: sale or return?',
  ],
  unknownKindOfLine: [
    '类型“{value}”分不清是销售还是退货',
    'The type "{value}" does not say whether it is a sale or a return',
  ],
  voided: ['状态是“{status}”，不算销售', 'Its state is "{status}": not a sale'],
  repeatedLine: [
    '小票 {ticket} 的第 {line} 行在文件里重复',
    'Line {line} of ticket {ticket} is in the file twice',
  ],
  splitDoesNotFit: [
    '编码“{value}”不合拆分规则 {template}',
    'The code "{value}" does not fit the template {template}',
  ],
  ticketDiffers: [
    '{store} {day} 的小票 {ticket} 已经导入过，但件数或金额不同；请核对后用冲销更正',
    'Ticket {ticket} of {store} on {day} is in the books with other pieces or another amount; check it and correct by reversal',
  ],
  dayHasTotal: [
    '{store} 的 {day} 已经按日汇总导入，再导明细会重复计算',
    '{day} of {store} was imported as a day total; adding its tickets would count it twice',
  ],
  dayHasTickets: [
    '{store} 的 {day} 已经有小票，再导日汇总会重复计算',
    '{day} of {store} has tickets already; adding a day total would count it twice',
  ],
  dayDiffers: [
    '{store} 的 {day} 已经导入过，但金额或笔数不同；请先撤销那次导入',
    '{day} of {store} is in the books with another amount or count; undo that import first',
  ],
  repeatedDay: ['{store} 的 {day} 在文件里出现两次', '{day} of {store} is in the file twice'],
  badCount: ['“{value}”不是整数', '"{value}" is not a whole number'],
  openUnreadable: ['“{value}”看不出是营业还是休息', '"{value}" does not say whether the store was open'],
  badCurrency: [
    '“{value}”不是能认的货币；请写三个字母的代码，如 USD',
    '"{value}" is not a currency that can be read; write its three letters, such as USD',
  ],
  currenciesDisagree: [
    '这一行的货币写得不一致：{value}',
    'The currencies that this row names are not the same: {value}',
  ],
  currencyRejected: [
    '金额是 {currency}，导入时选了不收这种货币；给了汇率后可以再传这一行',
    'The amount is in {currency}, which was not to be taken in; with a rate this row can be uploaded again',
  ],
  tooLarge: ['金额或数量大得不合常理', 'The amount or quantity is beyond reason'],
})

/** Sentences of imports: refusals, questions to answer, remarks, and what stands on the page. */
export const importWords = words({
  ...intakeWords,
  ...goodsIntakeWords,
  ...rowWords,
  columnMissing: ['文件里没有“{column}”这一列', 'The file has no column "{column}"'],
  fieldMissing: [
    '没有一列是“{name}”；请指定一列，或对整个文件写一个值',
    'No column holds "{name}"; choose one, or give one value for the whole file',
  ],
  notOfADay: [
    '“{column}”看起来是一周、一个月或累计的合计，不能记成一天的销售；请选按天的那一列。若确是每天的数，把表头改成“销售额”再上传',
    '"{column}" looks like sums of a week, a month or so far, which cannot be booked as the sales of a day; choose the column of the days. If these are sums of a day, call the column "sales" and send the file again',
  ],
  dateOrderUnclear: [
    '“{column}”里的日期（{examples}）日和月的先后看不出来，请选择',
    'In "{column}" ({examples}) it cannot be seen whether the day or the month comes first; please choose',
  ],
  dateOrderMixed: [
    '“{column}”里日在前和月在前的写法混在一起（{examples}），请选择一种，写成另一种的行会退回',
    'In "{column}" ({examples}) both orders of day and month occur; choose one, rows in the other will be returned',
  ],
  badTemplate: [
    '拆分规则里的“{token}”看不懂；可以用 {parts}，如 {group:2}{line:1}{style:4}{size:2}',
    '"{token}" in the template cannot be read; use {parts}, as in {group:2}{line:1}{style:4}{size:2}',
  ],
  rateMissing: [
    '{rows} 行是 {currency}，合计 {sum}；请给出 1 {currency} 等于多少 {own} 和汇率日期，或选择退回这些行',
    '{rows} {rows|row is|rows are} in {currency}, together {sum}; say how many {own} one {currency} is and as of which day, or have these rows returned',
  ],
  rateAhead: [
    '{currency} 的汇率日期 {day} 还没有到',
    'The day of the rate of {currency}, {day}, has not come yet',
  ],
  badRate: ['汇率写成大于 0 的数，如 7.13', 'A rate is a number above 0, such as 7.13'],
  questionsOpen: ['还有 {count} 个问题没有回答，不能导入', '{count} questions are not answered yet'],
  storeNotMade: [
    '店铺“{store}”无法新建（{why}）；请先在组织里建档',
    'The store "{store}" could not be created ({why}); file it in the organization first',
  ],
  anotherFirst: ['另一次导入还在进行，等它完成…', 'Another import is under way; waiting for it to finish …'],
  fileNotThere: ['没有这个文件：{file}', 'There is no such file: {file}'],
  notFound: ['没有这次导入', 'There is no such import'],
  fileGone: [
    '这个文件已不在服务器上，请重新上传',
    'This file is not on the server any more; upload it again',
  ],
  stillRunning: [
    '这次导入还在进行，完成后才能撤销',
    'This import is still running; it can be undone when it has finished',
  ],
  undoneAlready: ['这次导入已经撤销', 'This import was undone already'],
  listNotUndone: [
    '店铺、人员和货品的导入不能整体撤销，请在各自的页面逐个更正',
    'Imports of stores, people and goods are not undone as a whole; correct them on their own pages',
  ],
  daysClosed: [
    '其中 {count} 个店日已经日结（最早 {first}），不能撤销；请用冲销更正',
    '{count} of its store days are closed (the first is {first}); correct by reversal instead',
  ],
  ticketsLean: [
    '有 {count} 张后来的小票退了或冲销了其中的货（如 {first}），不能撤销',
    '{count} later tickets return or reverse lines of it (such as {first}); it cannot be undone',
  ],
  interrupted: [
    '导入时程序中断；已经进来的没有丢，再导一次同一文件会接着补齐',
    'The program stopped during the import; what came in is kept, and importing the same file again completes it',
  ],

  kind_ticketLines: ['小票明细', 'Ticket lines'],
  kind_storeDays: ['店铺日汇总', 'Store day totals'],
  kind_stores: ['店铺', 'Stores'],
  kind_people: ['人员', 'People'],
  kind_goods: ['货品', 'Goods'],

  remarkNoPrices: [
    '文件里没有价格和金额：件数照算，金额记 0',
    'The file has no prices or amounts: pieces are counted, amounts are 0',
  ],
  remarkNoQuantity: [
    '文件里没有数量：每行按 1 件算',
    'The file has no quantities: each row counts as one piece',
  ],
  remarkAlike: [
    '{count} 行与同一小票的另一行完全相同，没有行号可分辨：各算一件',
    '{count} rows are the same as another row of their ticket and have no line number: each counts by itself',
  ],
  remarkBelowPrice: [
    '{count} 行退货退的比标价少：以行合计为准',
    '{count} returns refund less than the listed price: the line total holds',
  ],
  remarkCutOff: [
    '{count} 行在日切时间之前，算前一个营业日',
    '{count} rows are before the cut-off and belong to the business day before',
  ],
  remarkTotals: [
    '{count} 张小票写的合计与各行之和不同：以各行为准',
    '{count} tickets state a total other than the sum of their lines: the lines hold',
  ],
  remarkTenders: [
    '{count} 行的收款方式不认识或有几种，记为“其他”',
    '{count} rows have an unknown or mixed tender: recorded as "other"',
  ],
  remarkRounded: [
    '文件里的金额合计 {exact}，按分入账 {amount}：逐行进位相抵，每行不差过一分',
    'The file sums to {exact}; booked to the cent {amount}: rounding is carried from line to line, none is off by more than a cent',
  ],
  remarkPeople: [
    '{count} 位导购没有建档：业绩只记到店，不记到人',
    '{count} associates are not filed: their sales count for the store, not for a person',
  ],
  remarkPeopleMade: [
    '{count} 位导购没有建档，将按工号建为该店导购',
    '{count} associates are not filed; they will be made associates of their store by job number',
  ],
  remarkNewStyles: ['其中有 {count} 个新款', '{count} {count|style is|styles are} new'],
  remarkSpellings: [
    '{count} 个品牌有几种写法，各合为一种（如 {others} 都记为 {kept}）',
    '{count} {count|brand is|brands are} spelt in several ways and kept as one each (such as {others} as {kept})',
  ],
  remarkEarlier: [
    '同一文件在 {when} 导入过；已有的不会重复',
    'The same file was imported on {when}; what is there is not added again',
  ],
  remarkLearnt: [
    '列的对应沿用上次同样表头的文件',
    'The columns are matched as in the last file with these headers',
  ],

  rejectedReason: ['未导入原因', 'Why not imported'],
  rejectedRow: ['原行号', 'Row in file'],
  rejectedFile: ['未导入的行', 'Rows not imported'],
})

/** What a field is called. */
export const fieldWords = words({
  store: ['店铺', 'Store'],
  storeName: ['店铺名称', 'Store name'],
  day: ['日期', 'Day'],
  time: ['时间', 'Time'],
  ticketNo: ['小票号', 'Ticket number'],
  lineNo: ['行号', 'Line number'],
  kind: ['销售/退货', 'Sale or return'],
  status: ['状态', 'State'],
  code: ['商品编码', 'Product code'],
  style: ['款号', 'Style'],
  color: ['颜色', 'Colour'],
  size: ['尺码', 'Size'],
  name: ['名称', 'Name'],
  quantity: ['数量', 'Quantity'],
  unitPrice: ['单价', 'Unit price'],
  tagPrice: ['吊牌价', 'Tag price'],
  tagAmount: ['吊牌额', 'Tag value'],
  discountRate: ['折让率', 'Discount rate'],
  priceRealization: ['折扣', 'Price realization'],
  discountAmount: ['优惠金额', 'Discount amount'],
  amount: ['金额（行合计）', 'Amount (line total)'],
  ticketTotal: ['小票合计', 'Ticket total'],
  tender: ['收款方式', 'Tender'],
  associate: ['导购', 'Associate'],
  associateName: ['导购姓名', 'Associate name'],
  customer: ['顾客', 'Customer'],
  currency: ['货币', 'Currency'],
  netSales: ['销售额', 'Net sales'],
  tickets: ['小票数', 'Tickets'],
  units: ['件数', 'Units'],
  traffic: ['客流', 'Traffic'],
  tryOns: ['试穿', 'Try-ons'],
  open: ['是否营业', 'Open'],
  promotion: ['是否促销', 'Promotion'],
  publicHoliday: ['公共假日', 'Public holiday'],
  schoolHoliday: ['学校假期', 'School holiday'],
  nameEn: ['英文名', 'English name'],
  storeKind: ['店铺类型', 'Kind of store'],
  area: ['区域', 'Area'],
  mall: ['商场', 'Mall'],
  city: ['城市', 'City'],
  country: ['国家', 'Country'],
  timeZone: ['时区', 'Time zone'],
  sellingArea: ['卖场面积', 'Selling area'],
  openedOn: ['开业日期', 'Opened on'],
  closedOn: ['闭店日期', 'Closed on'],
  jobNumber: ['工号', 'Job number'],
  phone: ['手机', 'Phone'],
  position: ['岗位', 'Position'],
  hiredOn: ['入职日期', 'Hired on'],
  leftOn: ['离职日期', 'Left on'],
  language: ['语言', 'Language'],
  brand: ['品牌', 'Brand'],
  category: ['品类', 'Category'],
  season: ['季节', 'Season'],
  wave: ['波段', 'Wave'],
  barcode: ['条码', 'Barcode'],
  cost: ['成本价', 'Cost'],
  launchedOn: ['上市日期', 'Launched on'],
})
