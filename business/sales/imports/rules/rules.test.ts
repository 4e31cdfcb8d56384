import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsShape } from '../shape.ts'
import { dateOrderOf, dateTrait, noEvidence, parseClock, parseMoment, weighDate } from './dates.ts'
import {
  type Decimal,
  decimalText,
  minus,
  none,
  numberStyleOf,
  parseDecimal,
  plus,
  toNumber,
} from './decimals.ts'
import { columnKeys, headerRowOf, normalHeader, signatureOf } from './headers.ts'
import { suggest } from './mapping.ts'
import { planOf } from './plan.ts'
import { newProfile, weigh } from './profile.ts'
import { CentCarry } from './rounding.ts'
import { proposeSplit, splitCode, splitRule } from './split.ts'

const orderOf = (values: string[]) => {
  const evidence = noEvidence()
  for (const v of values) weighDate(evidence, dateTrait(v))
  return dateOrderOf(evidence)
}
const profiles = (columns: Record<string, string[]>) =>
  Object.entries(columns).map(([header, values]) => {
    const profile = newProfile(header, header)
    for (const v of values) weigh(profile, v)
    return profile
  })

describe('日期', () => {
  test('各种写法是同一天', () => {
    for (const text of [
      '2020-01-31',
      '2020/1/31',
      '2020.01.31',
      '2020年1月31日',
      '20200131',
      '31-Jan-2020',
      'Jan 31, 2020',
      '２０２０－０１－３１',
      '2020-01-31 周五',
      '43861',
    ]) {
      expect([text, parseMoment(text, 'ymd', 1900)?.day]).toEqual([text, '2020-01-31'])
    }
  })
  test('a clock time comes with the day, also behind a narrow space or before it in Chinese', () => {
    expect(parseMoment('2/1/26 11:43\u202fPM', 'mdy', 1900)).toEqual({
      day: '2026-02-01',
      minutes: 23 * 60 + 43,
    })
    expect(parseMoment('2026-02-01 下午 9:05', 'ymd', 1900)).toEqual({
      day: '2026-02-01',
      minutes: 21 * 60 + 5,
    })
    expect(parseMoment('2026-02-01T20:00:00Z', 'ymd', 1900, 'Asia/Shanghai')).toEqual({
      day: '2026-02-02',
      minutes: 240,
    })
    expect(parseMoment('12:30 AM', 'ymd', 1900)).toBeUndefined()
    expect([parseClock('9:05 PM'), parseClock('0.5'), parseClock('2105'), parseClock('21点5分')]).toEqual([
      1265, 720, 1265, 1265,
    ])
  })
  test('serials follow the date system of the workbook', () => {
    expect([parseMoment('42005', 'ymd', 1900)?.day, parseMoment('40543', 'ymd', 1904)?.day]).toEqual([
      '2015-01-01',
      '2015-01-01',
    ])
  })
  test('日和月的先后由整列决定，看不出来就问，绝不逐行猜', () => {
    expect(orderOf(['1/2/26', '3/4/26', '13/4/26'])).toBe('dmy')
    expect(orderOf(['1/2/26', '4/13/26'])).toBe('mdy')
    expect(orderOf(['1/2/26', '3/4/26'])).toBe('unclear')
    expect(orderOf(['13/1/26', '1/13/26'])).toBe('mixed')
    expect(orderOf(['2026-01-02'])).toBeUndefined()
  })
  test('what is no day is no day', () => {
    for (const text of ['2026-02-30', '31/31/2026', 'SO45266', '', '13:05', '1-126342', '10-4020-000018'])
      expect(parseMoment(text, 'dmy', 1900)).toBeUndefined()
  })
})

describe('数字', () => {
  test('各种写法', () => {
    const read = (t: string) => decimalText(parseDecimal(t) ?? { digits: -999n, scale: 0 })
    expect(
      [
        '1,234.50',
        '１２３',
        '(45.00)',
        '45-',
        '¥ 1 234',
        '12.5%',
        '1.2e3',
        '3件',
        '-0',
        '2039.9939999999999',
        '￥-5',
        '+7',
      ].map(read),
    ).toEqual([
      '1234.5',
      '123',
      '-45',
      '-45',
      '1234',
      '0.125',
      '1200',
      '3',
      '0',
      '2039.9939999999999',
      '-5',
      '7',
    ])
    for (const text of ['1,23', 'abc', '', '-', '1.2.3', '12-5', '1 x VIT'])
      expect(parseDecimal(text)).toBeUndefined()
  })
  test('a decimal comma is told from a thousands comma over the whole column', () => {
    expect(numberStyleOf(['1.234,50', '99,9'])).toBe('comma')
    expect(numberStyleOf(['1,234.50', '99'])).toBe('point')
    expect(decimalText(parseDecimal('1.234,50', 'comma')!)).toBe('1234.5')
  })
})

const amount = fc.record({
  digits: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
  scale: fc.integer({ min: 0, max: 12 }),
})
const cent: Decimal = { digits: 1n, scale: 2 }
describe('进位到分', () => {
  test('the rounded lines sum to the file within half a cent, each within a cent of its own', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 200 }), (all) => {
        const carry = new CentCarry()
        let exact = none
        let given = 0n
        for (const a of all) {
          const net = carry.next(a)!
          const off = minus({ digits: BigInt(net), scale: 2 }, a)
          expect(Math.abs(toNumber(off))).toBeLessThanOrEqual(toNumber(cent))
          expect(net !== 0 && net > 0 !== a.digits > 0n).toBe(false)
          exact = plus(exact, a)
          given += BigInt(net)
        }
        const off = minus({ digits: given, scale: 2 }, exact)
        expect(Math.abs(toNumber(off))).toBeLessThanOrEqual(toNumber(cent) / 2)
      }),
    )
  })
  test('an amount in whole cents is kept as it is, whatever was carried before', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 20 }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        (before, whole) => {
          const carry = new CentCarry()
          for (const a of before) carry.next(a)
          expect(carry.next({ digits: BigInt(whole), scale: 2 })).toBe(whole === 0 ? 0 : whole)
        },
      ),
    )
  })
})

describe('编码拆分', () => {
  test('35W7885S5 是 35 组、女线、7885 款、S5 码', () => {
    const rule = splitRule('{group:2}{line:1}{style:4}{size:2}')
    if ('refused' in rule) throw new Error()
    expect(splitCode(rule, '35W7885S5')).toEqual({ group: '35', line: 'W', style: '7885', size: 'S5' })
    expect(splitCode(rule, '35W788')).toBeUndefined()
  })
  test('a template is proposed where the shape of the codes gives it away', () => {
    expect(proposeSplit(['35W7885S5', '33W6741S4', '15M5538S1', '35W3595S3', '22W3500S2'])).toBe(
      '{group:2}{line:1}{style:4}{size:2}',
    )
    expect(proposeSplit(['A100-RED-M', 'A101-BLUE-XL', 'B7-BLACK-S', 'C9-RED-L', 'C9-PINK-M'])).toBe(
      '{style}-{color}-{size}',
    )
    expect(proposeSplit(['SO45266', 'SO45267', 'SO45268', 'SO45269', 'SO45270'])).toBeUndefined()
  })
  test('a template that cannot be read is refused with the piece that is wrong', () => {
    for (const template of ['{style}{size}', '{colour:2}', '{style:2', 'abc', '{style:1}{style:1}'])
      expect(splitRule(template)).toMatchObject({ refused: 'badTemplate' })
  })
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
  test.each([
    ['Weekly_Sales', true],
    ['月销售额', true],
    ['本月累计', true],
    ['Sales MTD', true],
    ['2024年销售额', false],
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
