import { describe, expect, test } from 'vitest'
import { ask, bring, db, openImportHouse, wipe } from './imports-for-tests.ts'

openImportHouse()

describe('店铺日汇总', () => {
  const days = `Store,Date,Sales,Customers,Open,Promo,StateHoliday,客流
A01,2026-01-01,0,0,0,0,a,0
A01,2026-01-02,4812.5,521,1,1,0,900
B02,2026-01-02,100,9,1,0,0,30
B02,2026-01-02,100,9,1,0,0,30
`
  test('日汇总、客流和当天的情况一起进来，再导不重复，撤销干净', async () => {
    await wipe()
    const done = await bring(days, { createMissing: true })
    expect(done).toMatchObject({
      rowsAccepted: 3,
      rowsRejected: 1,
      rejected: [{ why: 'repeatedDay', count: 1 }],
      control: { inBooks: { tickets: 530, amount: 491250 } },
    })
    expect(
      await db.query(
        `select s.code, d.net, d.sale_tickets as tickets, d.traffic from sales_store_day d join store s on s.id = d.store_id order by 1`,
      ),
    ).toEqual([
      { code: 'A01', net: 481250, tickets: 521, traffic: 900 },
      { code: 'B02', net: 10000, tickets: 9, traffic: 30 },
    ])
    expect(
      await db.query(
        `select count(*)::int as n from store_day_condition where not open and public_holiday = 'a'`,
      ),
    ).toEqual([{ n: 1 }])
    expect(await bring(days)).toMatchObject({ rowsAccepted: 0, rowsKnown: 3 })
    expect(await bring('门店,小票号,日期,数量,金额\nA01,Z1,2026-01-02,1,5\n')).toMatchObject({
      rowsRejected: 1,
      rejected: [{ why: 'dayHasTotal' }],
    })
    await wipe()
    expect(
      await db.query(
        'select 1 from ticket union all select 1 from traffic_count union all select 1 from sales_store_day union all select 1 from store_day_condition',
      ),
    ).toEqual([])
  })
})

describe('分部门的日汇总', () => {
  const departments = `id,date,store_nbr,family,sales,customers
1,2026-01-02,A01,LADIESWEAR,100.333,5
2,2026-01-02,B02,LADIESWEAR,40,2
3,2026-01-02,A01,LINGERIE,20.333,3
3,2026-01-02,A01,LINGERIE,20.333,3
4,2026-01-03,A01,LADIESWEAR,7,1
`
  const booked = () =>
    db.query(
      'select s.code, d.day::text as day, d.net, d.sale_tickets as tickets from sales_store_day d join store s on s.id = d.store_id order by 1, 2',
    )
  test('the first of a store and day stands and the others are returned, until somebody says that they are departments', async () => {
    await wipe()
    expect(await bring(departments, { createMissing: true })).toMatchObject({
      rowsAccepted: 3,
      rowsRejected: 2,
      rejected: [{ why: 'repeatedDay', count: 2 }],
    })
    await wipe()
    const done = await bring(departments, { createMissing: true, addUpDays: true })
    // A row that stands there twice is added once; the day is rounded as one sum.
    expect(done).toMatchObject({
      rowsAccepted: 4,
      rowsRejected: 1,
      rejected: [{ why: 'repeatedDay', count: 1 }],
      control: { inBooks: { tickets: 11, amount: 16767 } },
    })
    expect(await booked()).toEqual([
      { code: 'A01', day: '2026-01-02', net: 12067, tickets: 8 },
      { code: 'A01', day: '2026-01-03', net: 700, tickets: 1 },
      { code: 'B02', day: '2026-01-02', net: 4000, tickets: 2 },
    ])
    expect(await bring(departments, { addUpDays: true })).toMatchObject({ rowsAccepted: 0, rowsKnown: 4 })
    await wipe()
  })
})

describe('文件自己的合计行', () => {
  test('合计行说明是合计，不入账，也不会变成一家店', async () => {
    await wipe()
    const days =
      'Store,Date,Sales,Customers\nA01,2026-01-02,100,5\n合 计：,2026-01-02,100,5\n,,100,5\nA01,2026-01-03,50,2\nGrand Total,,150,7\n'
    expect(await bring(days, { createMissing: true })).toMatchObject({
      rowsAccepted: 2,
      rowsRejected: 3,
      rejected: expect.arrayContaining([
        { why: 'totalRow', count: 2 },
        { why: 'noStore', count: 1 },
      ]),
      control: { inBooks: { amount: 15000 } },
    })
    await wipe()
    const lines =
      '门店,小票号,日期,数量,金额\nA01,Z1,2026-01-02,1,60\nA01,Z2,2026-01-02,1,40\n,小计,,2,100\n总计,,,2,100\n'
    expect(await bring(lines)).toMatchObject({
      rowsAccepted: 2,
      rowsRejected: 2,
      rejected: [{ why: 'totalRow', count: 2 }],
      control: { inBooks: { amount: 10000 } },
    })
    expect(await db.query(`select 1 from store where code ~* '合|计|total'`)).toEqual([])
    await wipe()
  })
})

describe('店铺和人员', () => {
  test('一份店铺表、一份人员表：同名的人靠工号分开', async () => {
    expect(
      await bring(
        '门店编码,门店名称,城市,开业日期\nN1,北京朝阳店,北京,2024/3/5\nN2,上海店,上海,2024年5月1日\n',
      ),
    ).toMatchObject({ kind: 'stores', rowsAccepted: 2 })
    const people = await bring(
      '工号,姓名,岗位,门店\n7001,李娜,店长,N1\n7002,李娜,导购,N1\n7003,李娜,导购,N2\n,没号,导购,N1\n',
    )
    expect(people).toMatchObject({ kind: 'people', rowsAccepted: 3, rowsRejected: 1 })
    expect(await db.query(`select opened_on as day from store where code = 'N2'`)).toEqual([
      { day: '2024-05-01' },
    ])
    expect(await db.query(`select count(*)::int as n from person where name = '李娜'`)).toEqual([{ n: 3 }])
    const refused = await ask('imports.undo', { id: people.id, reason: '错' }, 'action')
    expect(refused).toMatchObject({ ok: false, problem: { why: 'listNotUndone' } })
  })

  test('表里自己的合计行不是店也不是人，连同笔数一起写的也不是', async () => {
    const stores = await bring('门店编码,门店名称\nQ1,滨江店\nQ2,Total 24\n合计 2 家,\n,总计：共2家店\n')
    expect(stores).toMatchObject({
      kind: 'stores',
      rowsRead: 4,
      rowsAccepted: 2,
      rowsRejected: 2,
      rejected: [{ why: 'totalRow', count: 2 }],
    })
    const people = await bring('工号,姓名,岗位,门店\n7101,周敏,导购,Q1\nTotal: 1 people,,,\n')
    expect(people).toMatchObject({
      kind: 'people',
      rowsAccepted: 1,
      rejected: [{ why: 'totalRow', count: 1 }],
    })
    expect(
      await bring('门店,小票号,日期,数量,金额\nQ1,U1,2026-01-05,1,60\n合计 1 笔,,,1,60\n小计(1行),,,1,60\n'),
    ).toMatchObject({ rowsAccepted: 1, rejected: [{ why: 'totalRow', count: 2 }] })
    await wipe()
  })
})

describe('货品字典', () => {
  const file = (rows: string) => `款号,品名,品牌,品类,颜色,尺码,条码,吊牌价,成本价,上市日期\n${rows}`
  test('一份货品字典：颜色尺码成为 SKU，脏行退回，再导不重复，改价从今天起', async () => {
    const rows = `D-100,羊毛大衣,MO&Co.,外套,驼色,S,6901110000011,"1,299.00",410,2026-09-01
D-100,羊毛大衣,mo&co,外套,驼色,M ,6901110000028,1299,410,2026-09-01
D-100,羊毛大衣,MO&Co.,外套,驼色,m,6901110000028,1299,410,2026-09-01
D-200,真丝衬衫,MO&Co.,衬衫,米白,36,1.98E+11,899,,2026-09-01
D-200,真丝衬衫,MO&Co.,衬衫,米白,38.0,6901110000042,899,,2026-09-01
备注：本表仅供内部使用,,,,,,,,,
合计 5 行,,,,,,,,,
`
    const done = await bring(file(rows))
    expect(done).toMatchObject({
      kind: 'goods',
      rowsRead: 7,
      rowsAccepted: 3,
      rowsKnown: 1,
      rowsRejected: 3,
      rejected: expect.arrayContaining([
        { why: 'barcodeLost', count: 1 },
        { why: 'noteRow', count: 1 },
        { why: 'totalRow', count: 1 },
      ]),
    })
    const pieces = `select s.code, s.brand, k.color, k.size, k.barcode, k.swatch <> '#D9D1C7' as shaded, p.tag_price as price, c.cost
      from style s join sku k on k.style_id = s.id left join style_price p on p.style_id = s.id left join style_cost c on c.style_id = s.id
      where s.code like 'D-%' order by 1, k.size_order`
    const coat = { code: 'D-100', brand: 'MO&Co.', color: '驼色', shaded: true, price: 129_900, cost: 41_000 }
    expect(await db.query(pieces)).toEqual([
      { ...coat, size: 'S', barcode: '6901110000011' },
      { ...coat, size: 'M', barcode: '6901110000028' },
      {
        code: 'D-200',
        brand: 'MO&Co.',
        color: '米白',
        size: '38',
        barcode: '6901110000042',
        shaded: true,
        price: 89_900,
        cost: null,
      },
    ])
    expect(await bring(file(rows))).toMatchObject({ rowsAccepted: 0, rowsKnown: 4, rowsRejected: 3 })
    await bring(file('D-100,羊毛大衣,MO&Co.,外套,驼色,S,6901110000011,1199,410,2026-09-01\n'))
    const prices = `select p.tag_price as price from style_price p join style s on s.id = p.style_id where s.code = 'D-100' order by p.from_day`
    expect(await db.query(prices)).toEqual([{ price: 129_900 }, { price: 119_900 }])
  })
})
