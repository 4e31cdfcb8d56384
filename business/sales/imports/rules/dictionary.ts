import type { Field, ImportKind } from '../shape.ts'

/**
 * What columns are called, per field, the surest name first; written as `normalHeader` leaves them.
 * Where a file has several columns for one field, the earlier name wins.
 */
type Names = Readonly<Partial<Record<Field, string>>>

const store =
  '店铺编码 店铺编号 店铺代码 门店编码 门店编号 门店代码 店铺id 门店id 店号 店编号 专柜编码 专柜编号 柜台编码 storecode storeid storeno storenumber storenbr shopid shopcode branchcode branchid outletcode outletid locationid locationcode 门店 店铺 专柜 店 店别 柜台 分店 store shop branch outlet location 店铺名称 门店名称 专柜名称 店名 storename shopname branchname outletname'
const storeName = '店铺名称 门店名称 专柜名称 店名 店铺名 门店名 storename shopname branchname outletname'
const day =
  '营业日 营业日期 销售日期 交易日期 下单日期 订单日期 小票日期 开单日期 单据日期 出库日期 结算日期 businessday businessdate saledate salesdate orderdate transactiondate invoicedate receiptdate ticketdate 日期 date day 交易时间 下单时间 销售时间 开单时间 datetime timestamp soldat orderdatetime invoicedatetime transactiontime createdat 日'

export const dictionary: Readonly<Record<ImportKind, Names>> = {
  ticketLines: {
    store,
    storeName,
    day,
    time: '时间 销售时间 交易时间 小票时间 下单时间 时刻 time saletime transactiontime ordertime',
    ticketNo:
      '小票号 小票编号 小票单号 小票 销售单号 销售单 订单编号 订单号 订单id 单号 单据号 单据编号 交易号 交易流水号 流水号 票号 ticketno ticketnumber ticketid receiptno receiptnumber receiptid invoiceid invoiceno invoicenumber orderid orderno ordernumber transactionid transactionno transactionnumber billno basketid salesorder ticket receipt invoice order transaction',
    lineNo: '行号 行id 明细行号 项次 行 lineno linenumber lineid line rowid',
    kind: '销退标志 销退类型 销退 交易类型 销售类型 单据类型 小票类型 业务类型 类型 transactiontype receipttype saletype salestype tickettype type kind isreturn 是否退货',
    status: '订单状态 单据状态 小票状态 交易状态 状态 orderstatus receiptstatus status',
    code: 'sku sku编码 sku码 skuid skucode skuno 商品编码 商品编号 商品代码 商品id 货品编码 货品编号 商品条码 国际条码 条形码 条码 货号 产品id 产品编号 产品编码 产品代码 barcode ean upc productid productcode productno itemcode itemid itemnumber itemno stockcode articleno article',
    style:
      '款号 款式编号 款式编码 款式代码 商品款号 款式 款 styleno stylenumber stylecode styleid style modelno model ~productid ~productcode ~产品id ~产品编号 ~商品编号 ~货号',
    color: '颜色 色号 颜色名称 颜色编码 色 colorname color colour colorcode',
    size: '尺码 尺寸 码数 规格 尺码名称 size sizename',
    name: '商品名称 产品名称 货品名称 品名 款名 款式名称 名称 productname itemname productdescription 商品 产品 货品 description product item vegetables',
    quantity:
      '销售数量 销售件数 数量 件数 销量 成交件数 quantity qty quantitysold qtysold unitssold units pieces',
    unitPrice: '成交单价 销售单价 成交价 实售价 单价 售价 销售价 unitprice sellingprice saleprice price',
    tagPrice:
      '吊牌价 吊牌单价 标价 牌价 原价 零售价 建议零售价 tagprice listprice msrp rrp originalprice retailprice',
    tagAmount: '吊牌金额 吊牌额 原价金额 标价金额 grosssales grossamount listamount',
    discountRate: '折让率 让利率 discountrate discountpercent discount% discount',
    priceRealization: '折扣 折扣率 折率 成交折扣 priceRealization',
    discountAmount:
      '折扣额 折扣金额 优惠金额 优惠额 让利金额 折让额 折让金额 优惠 discountamount discounts discountvalue discount',
    amount:
      '实收金额 实收 实付金额 实付 成交金额 成交额 销售金额 销售额 净销售额 净额 结算金额 行合计 行金额 小计 金额 应收金额 linetotal lineamount netsales netamount sellingamount salesamount saleamount totalcollected amount sales revenue subtotal extendedprice totalprice totalamount total 合计 总价',
    ticketTotal:
      '小票合计 小票金额 整单金额 单据金额 订单金额 订单总额 invoicetotal receipttotal ordertotal tickettotal',
    tender:
      '支付方式 付款方式 收款方式 收银方式 结算方式 支付类型 paymentmethod paymenttype tendertype tender payment',
    associate:
      '导购编号 导购工号 导购代码 导购id 营业员编号 营业员工号 营业员代码 店员编号 员工编号 员工工号 销售员编号 销售员工号 销售代表id 销售代表编号 销售员id 业务员编号 业务员id 工号 employeeid employeeno salespersonid salespersoncode salesrepid associateid staffid staffno sellerid cashierid clerkid 导购 导购员 营业员 店员 销售员 销售代表 业务员 员工 salesperson salesrep associate employee staff seller cashier clerk',
    associateName:
      '导购姓名 营业员姓名 店员姓名 员工姓名 销售员姓名 销售代表姓名 employeename salespersonname associatename staffname',
    customer:
      '会员卡号 会员号 会员编号 会员id 会员 顾客编号 顾客id 客户id 客户编号 customerid customerno memberid memberno membercode member 顾客 客户 客户名称 customer customername customerinitials',
    currency: '币种 货币 currency currencycode',
  },
  storeDays: {
    store,
    storeName,
    day,
    netSales:
      '净销售额 销售额 销售金额 实收金额 营业额 日销售额 日营业额 业绩 流水 实收 金额 netsales dailysales totalsales salesamount sales revenue turnover takings amount',
    tickets:
      '小票数 成交单数 成交笔数 交易笔数 客单数 订单数 单数 笔数 成交客数 客数 tickets ticketcount transactions transactioncount receipts orders numberoftransactions customers customercount',
    units: '销售件数 件数 销售数量 销量 数量 units unitssold quantity qty pieces',
    traffic: '客流量 客流 进店人数 进店客流 进店 traffic footfall visitors entries doorcount',
    tryOns: '试穿数 试穿人数 试穿次数 试穿 tryons fittings',
    open: '是否营业 是否开店 营业 开店 open isopen',
    promotion: '是否促销 是否活动 促销 活动 promo promotion onpromotion ispromo',
    publicHoliday: '法定节假日 公共假日 节假日 stateholiday publicholiday holiday',
    schoolHoliday: '学校假期 学校放假 寒暑假 schoolholiday',
    currency: '币种 货币 currency currencycode',
  },
  stores: {
    code: '店铺编码 店铺编号 店铺代码 门店编码 门店编号 门店代码 店铺id 门店id 店号 专柜编码 storecode storeid storeno storenumber shopcode shopid branchcode branchid 编码 编号 代码 code store shop id',
    name: '店铺名称 门店名称 专柜名称 店名 店铺名 storename shopname branchname 名称 店铺 门店 name',
    nameEn: '英文名 英文名称 英文店名 nameen englishname',
    storeKind: '店铺类型 门店类型 店铺性质 经营方式 类型 性质 storekind storetype shoptype kind type format',
    area: '区域 大区 片区 所属区域 所属片区 area region district',
    mall: '所在商场 商场名称 商场 百货 购物中心 mall departmentstore shoppingcenter',
    city: '城市 所在城市 city town',
    country: '国家 country',
    currency: '币种 货币 currency',
    timeZone: '时区 timezone',
    sellingArea: '卖场面积 营业面积 经营面积 使用面积 面积 sellingarea floorarea squaremeters sqm',
    openedOn: '开业日期 开店日期 开业时间 开店时间 openedon opendate openingdate opened',
    closedOn: '闭店日期 关店日期 撤店日期 closedon closedate closingdate',
  },
  people: {
    jobNumber:
      '工号 员工编号 员工工号 员工号 人员编号 职工编号 employeeid employeeno employeenumber jobnumber staffid staffno personid empid empno id 编号',
    name: '姓名 员工姓名 名字 人员姓名 employeename fullname staffname name',
    phone: '手机号码 手机号 手机 联系电话 电话 mobile mobilephone phone phonenumber',
    position: '岗位 职位 职务 岗位名称 职位名称 position jobtitle title role',
    store,
    area: '区域 大区 片区 所属区域 area region district',
    hiredOn: '入职日期 入职时间 到岗日期 hiredon hiredate startdate dateofjoining',
    leftOn: '离职日期 离职时间 lefton leavedate enddate',
    language: '语言 language',
  },
  goods: {
    style:
      '款号 款式编号 款式编码 款式代码 商品款号 款式号 货号 stylecode styleno stylenumber styleid style modelno model ~商品编码 ~商品编号 ~货品编码 ~产品编码 ~productcode ~productid ~itemcode ~款式 ~款',
    name: '商品名称 产品名称 货品名称 品名 款名 款式名称 名称 productname itemname stylename productdescription description name',
    nameEn: '英文名 英文品名 英文名称 nameen englishname',
    brand: '品牌 品牌名称 商标 brand brandname label',
    category: '品类 类别 大类 商品类别 商品分类 分类 类目 品类名称 category productcategory class department',
    season: '季节 季别 上市季节 年份季节 产品季 season collection',
    wave: '波段 波次 上货波段 批次 wave drop',
    color: '颜色 颜色名称 色号 颜色编码 色 colorname color colour colorcode',
    size: '尺码 尺寸 码数 规格 尺码名称 码 size sizename',
    barcode:
      '条码 条形码 国际条码 商品条码 69码 国标码 barcode ean ean13 upc gtin ~sku编码 ~sku码 ~skucode ~skuno ~sku',
    tagPrice:
      '吊牌价 吊牌单价 标价 牌价 原价 零售价 建议零售价 tagprice listprice msrp rrp originalprice retailprice price 单价',
    cost: '成本价 成本 进价 采购价 进货价 含税成本 cost costprice unitcost purchaseprice',
    launchedOn: '上市日期 上架日期 上货日期 上市时间 launchdate launchedon launchday releasedate',
  },
}

/** Names of one field with their rank, the surest first; a name marked ~ is a last resort, after those of all other fields. */
export function namesOf(kind: ImportKind, field: Field): ReadonlyMap<string, number> {
  const names = dictionary[kind][field]?.toLowerCase().split(' ') ?? []
  return new Map(names.map((name, i) => (name.startsWith('~') ? [name.slice(1), 500 + i] : [name, i])))
}
