import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CurrencyCount, currencyOf, Exchange, openRates } from './currency.ts'
import { decimalText, parseDecimal, roundedAway } from './decimals.ts'
import { meant } from './marks.ts'

const number = (text: string) => {
  const read = parseDecimal(text)
  return read && decimalText(read)
}

describe('货币', () => {
  test('金额里的货币记号不妨碍读数', () => {
    for (const text of [
      '¥12.5',
      '￥ 12.5',
      '$12.50',
      'US$12.5',
      '12.5 USD',
      'eur 12.5',
      '12.5€',
      '฿12.5',
      '12.5元',
      '12.5美元',
      'HK$ 12.5',
    ])
      expect([text, number(text)]).toEqual([text, '12.5'])
    for (const text of ['-$12.5', '$-12.5', '($12.5)', '$(12.5)', '€12.5-'])
      expect([text, number(text)]).toEqual([text, '-12.5'])
    expect(number('K12')).toBeUndefined()
    expect(number('ABC12')).toBeUndefined()
  })
  test('文字、代码、符号都认得', () => {
    expect(['usd', 'US$', '美元', 'RMB', '人民币', '฿', 'Baht', 'gbp'].map((t) => meant(t)[0])).toEqual([
      'USD',
      'USD',
      'USD',
      'CNY',
      'CNY',
      'THB',
      'THB',
      'GBP',
    ])
    expect(meant('小票')).toEqual([])
    expect(meant('constructor')).toEqual([])
  })
  test('a sign that several currencies share means the one of the column, then the company’s own', () => {
    expect(currencyOf('', ['$5'], 'CNY')).toBe('USD')
    expect(currencyOf('', ['$5'], 'HKD')).toBe('HKD')
    expect(currencyOf('SGD', ['$5'], 'HKD')).toBe('SGD')
    expect(currencyOf('', ['¥5元', '5'], 'CNY')).toBe('CNY')
    expect(currencyOf('', ['¥5'], 'JPY')).toBe('JPY')
    expect(currencyOf('', ['5', ''], 'THB')).toBe('THB')
    expect(currencyOf('USD', ['€5'], 'CNY')).toMatchObject({ why: 'currenciesDisagree' })
    expect(currencyOf('', ['€5', '£4'], 'CNY')).toMatchObject({ why: 'currenciesDisagree' })
    expect(currencyOf('钱', ['5'], 'CNY')).toMatchObject({ why: 'badCurrency', value: '钱' })
  })
  test('每行换算到分，恰好一半时离零更远的那一分', () => {
    const exchange = new Exchange('CNY', { USD: { rate: '7.13', day: '2026-01-31' }, EUR: { reject: true } })
    const own = (text: string, currency = 'USD') =>
      decimalText(exchange.convert(parseDecimal(text)!, currency))
    expect(own('44.5')).toBe('317.29')
    expect(own('-44.5')).toBe('-317.29')
    expect(own('40.62')).toBe('289.62')
    expect(own('44.505', 'CNY')).toBe('44.505')
    expect([exchange.rate('CNY'), exchange.rate('EUR'), exchange.rate('GBP')]).toEqual([
      'own',
      'rejected',
      'unanswered',
    ])
  })
  test('rounding away from zero is what integers say it is', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.integer({ min: 0, max: 8 }), (digits, scale) => {
        const unit = 10n ** BigInt(scale)
        const got = roundedAway({ digits, scale }, 0)
        const twice = 2n * (got * unit - digits)
        const away = digits < 0n ? -twice : twice
        return away <= unit && away > -unit
      }),
    )
  })
  test('每种外币都要有回答，将来的汇率不算', () => {
    const count = new CurrencyCount()
    for (const [currency, amount] of [
      ['CNY', '10'],
      ['USD', '3.5'],
      ['USD', '-1'],
      ['EUR', '2'],
    ] as const)
      count.add(currency, parseDecimal(amount)!)
    const seen = count.all('CNY')
    expect(seen).toEqual([
      { currency: 'CNY', rows: 1, written: '10', own: true },
      { currency: 'USD', rows: 2, written: '2.5', own: false },
      { currency: 'EUR', rows: 1, written: '2', own: false },
    ])
    const open = (answers: ConstructorParameters<typeof Exchange>[1]) =>
      openRates(seen, new Exchange('CNY', answers), '2026-02-01' as never).map((q) => [q.refused, q.field])
    expect(open({})).toEqual([
      ['rateMissing', 'currencies.USD'],
      ['rateMissing', 'currencies.EUR'],
    ])
    expect(open({ USD: { rate: '7.13', day: '2026-02-02' }, EUR: { reject: true } })).toEqual([
      ['rateAhead', 'currencies.USD'],
    ])
    expect(open({ USD: { rate: '7.13', day: '2026-02-01' }, EUR: { reject: true } })).toEqual([])
  })
})
