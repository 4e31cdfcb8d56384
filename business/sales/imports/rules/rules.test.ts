import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
import { CentCarry } from './rounding.ts'
import { proposeSplit, splitCode, splitRule } from './split.ts'

const orderOf = (values: string[]) => {
  const evidence = noEvidence()
  for (const v of values) weighDate(evidence, dateTrait(v))
  return dateOrderOf(evidence)
}
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
