import { describe, expect, test } from 'vitest'
import { settingsShape } from '../shape.ts'
import { columnKeys, headerRowOf, normalHeader, signatureOf } from './headers.ts'
import { suggest } from './mapping.ts'
import { planOf } from './plan.ts'
import { newProfile, weigh } from './profile.ts'

const profiles = (columns: Record<string, string[]>) =>
  Object.entries(columns).map(([header, values]) => {
    const profile = newProfile(header, header)
    for (const v of values) weigh(profile, v)
    return profile
  })

describe('表头', () => {
  test('全角、大小写、空格和单位不影响', () => {
    expect(normalHeader(' 金额（元） ')).toBe('金额')
    expect(normalHeader('Ｓｔｏｒｅ _ID')).toBe('storeid')
    expect(columnKeys(['金额', '金额', '', ' 店 铺 '])).toEqual(['金额', '金额 #2', '[3]', '店 铺'])
    expect(signatureOf(['Store ID', 'Date'])).toBe(signatureOf(['date ', 'STORE_ID', '未导入原因']))
  })
  test('a title and a note above the header are not the header', () => {
    expect(
      headerRowOf([
        ['2026年1月销售明细'],
        ['导出时间 2026-02-01', '', '张三'],
        ['店铺', '日期', '小票号', '金额'],
        ['A01', '2026-01-01', 'T1', '99'],
      ]),
    ).toBe(2)
    expect(
      headerRowOf([
        ['vegetables', 'amount', 'price'],
        ['蒜苔', '28', '5.5'],
      ]),
    ).toBe(0)
  })
  test('有小票数而没有小票号的，是店日合计', () => {
    const days = profiles({ 店铺编码: ['A01'], 营业日: ['2026-01-01'], 净销售额: ['99.5'], 小票数: ['3'] })
    expect(suggest(days)).toEqual({
      kind: 'storeDays',
      columns: { store: '店铺编码', day: '营业日', netSales: '净销售额', tickets: '小票数' },
    })
  })
  test('中文和英文的小票明细都认得', () => {
    expect(
      suggest(
        profiles({
          订单编号: ['SO1', 'SO2'],
          客户ID: ['7', '8'],
          客户编号: ['10-1', '10-2'],
          销售代表ID: ['212', '211'],
          下单日期: ['2015-01-01'],
          预计送货日期: ['2015-01-13'],
          产品ID: ['743'],
          产品名称: ['山地自行车'],
          数量: ['11'],
          单价: ['2039.994'],
          金额: ['22439.934'],
        }),
      ),
    ).toMatchObject({
      kind: 'ticketLines',
      columns: {
        ticketNo: '订单编号',
        day: '下单日期',
        code: '产品ID',
        name: '产品名称',
        quantity: '数量',
        unitPrice: '单价',
        amount: '金额',
        associate: '销售代表ID',
      },
    })
    expect(
      suggest(
        profiles({
          Branch: ['A'],
          'Receipt No': ['1'],
          'Sale Date': ['1/13/2026'],
          Style: ['X'],
          Qty: ['1'],
          'Line Total': ['9.99'],
        }),
      ).columns,
    ).toMatchObject({
      store: 'Branch',
      ticketNo: 'Receipt No',
      day: 'Sale Date',
      style: 'Style',
      quantity: 'Qty',
      amount: 'Line Total',
    })
  })
  test('a day, a store and its sales are store days; names and positions are people; codes and cities are stores', () => {
    expect(
      suggest(
        profiles({
          Store: ['1'],
          DayOfWeek: ['2'],
          Date: ['2013-01-01'],
          Sales: ['4812'],
          Customers: ['521'],
          Open: ['1'],
          StateHoliday: ['a'],
        }),
      ),
    ).toMatchObject({
      kind: 'storeDays',
      columns: {
        store: 'Store',
        day: 'Date',
        netSales: 'Sales',
        tickets: 'Customers',
        open: 'Open',
        publicHoliday: 'StateHoliday',
      },
    })
    expect(suggest(profiles({ 工号: ['1'], 姓名: ['李娜'], 岗位: ['店长'], 门店: ['A01'] })).kind).toBe(
      'people',
    )
    expect(suggest(profiles({ 'Store ID': ['1'], 'Store Name': ['N'], City: ['上海'] })).kind).toBe('stores')
  })
  test('a column whose values cannot be what its name says is passed over', () => {
    expect(
      suggest(
        profiles({
          单号: ['T1'],
          日期: ['甲', '乙'],
          时间: ['2026-01-02', '2026-01-03'],
          数量: ['1'],
          金额: ['9'],
        }),
      ).columns.day,
    ).toBe('时间')
  })
  test('a number that names something is no amount', () => {
    const { columns } = suggest(
      profiles({
        t_dat: ['2019-01-01'],
        article_id: ['0706016001'],
        price: ['0.0508'],
        sales_channel_id: ['2'],
        销售渠道编号: ['4'],
      }),
      'ticketLines',
    )
    expect(columns.amount).toBeUndefined()
    expect(columns.unitPrice).toBe('price')
  })
  test('what was paid is an amount, whatever it ends with', () => {
    expect(
      suggest(profiles({ 'Sale Date': ['2026-01-02'], 'Amount Paid': ['9.5'] }), 'ticketLines').columns
        .amount,
    ).toBe('Amount Paid')
    expect(
      suggest(profiles({ 'Sale Date': ['2026-01-02'], amountID: ['9'] }), 'ticketLines').columns.amount,
    ).toBeUndefined()
  })
  test.each([
    ['Weekly_Sales', true],
    ['月销售额', true],
    ['本月累计', true],
    ['Sales MTD', true],
    ['季度合计', true],
    ['2024年销售额', false],
    ['当季销售额', false],
    ['Sales', false],
    ['净销售额', false],
  ])('sums of a week, a month or so far are not booked as those of a day: %s', (header, isLonger) => {
    const columns = profiles({ Store: ['1'], Date: ['2010-02-15'], [header]: ['1643690.9'] })
    const plan = planOf(
      { columns, headerRow: 1, epoch: 1900 },
      settingsShape.parse({
        kind: 'storeDays',
        columns: { store: 'Store', day: 'Date', netSales: header },
      }),
    )
    expect(Array.isArray(plan) && plan.map((question) => question.refused)).toEqual(isLonger && ['notOfADay'])
  })
})
