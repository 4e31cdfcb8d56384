/**
 * Money is a whole number of 分 (cents), branded so that it cannot be mixed with other numbers.
 * A safe integer holds ±90 million million yuan, which no chain reaches; products that could pass
 * that on the way (an amount times a weight) are formed in bigint and come back whole.
 */
declare const money: unique symbol
export type Money = number & { readonly [money]: 'cents' }

export const zero = 0 as Money

/** Brands a whole number of cents. Throws on a fraction or an unsafe size: that is a fault, never bad input. */
export function cents(value: number | bigint): Money {
  const amount = Number(value)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole, safe number of cents: ${value}`)
  return (amount === 0 ? 0 : amount) as Money
}

export const add = (...amounts: readonly Money[]): Money => cents(amounts.reduce((sum, a) => sum + a, 0))
export const subtract = (a: Money, b: Money): Money => cents(a - b)
export const negate = (a: Money): Money => cents(-a)
export const sum = (amounts: Iterable<Money>): Money => {
  let total = 0
  for (const a of amounts) total += a
  return cents(total)
}

/** Quantity × unit price, exact. */
export const times = (a: Money, quantity: number): Money => {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`)
  return cents(BigInt(a) * BigInt(quantity))
}

/** numerator/denominator of an amount in whole cents, half to even (the one rounding of this house). */
export function portion(a: Money, numerator: number, denominator: number): Money {
  return cents(divideHalfEven(BigInt(a) * BigInt(numerator), BigInt(denominator)))
}

export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const whole = n / d
  const twice = (n % d) * 2n
  const up = twice > d || (twice === d && whole % 2n === 1n)
  return sign * (up ? whole + 1n : whole)
}

/** "1,234.5" or "１２３４．５" → cents; undefined when it is not an amount with at most two decimals. */
export function parseMoney(text: string): Money | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥￥元]/g, '')
  const match = /^([+-]?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!match) return undefined
  const [, sign, yuan, fen = ''] = match
  const amount = Number(yuan) * 100 + Number(fen.padEnd(2, '0'))
  return cents(sign === '-' ? -amount : amount)
}

/** 1234567 → "12,345.67"; with `plain`, no separators and always two decimals (for files). */
export function formatMoney(a: Money, style: 'full' | 'whole' | 'plain' = 'full'): string {
  const absolute = Math.abs(a)
  const yuan = Math.floor(absolute / 100)
  const fen = String(absolute % 100).padStart(2, '0')
  const sign = a < 0 ? '−' : ''
  if (style === 'plain') return `${a < 0 ? '-' : ''}${yuan}.${fen}`
  const grouped = String(style === 'whole' ? Math.round(absolute / 100) : yuan).replace(
    /\B(?=(\d{3})+$)/g,
    ',',
  )
  return style === 'whole' ? `${sign}${grouped}` : `${sign}${grouped}.${fen}`
}

/** 万 as people write it: 21460000 cents → "21.46" (万元). */
export const inTenThousands = (a: Money, digits = 2): string => {
  const value = a / 1_000_000
  const text = Math.abs(value)
    .toFixed(digits)
    .replace(/\B(?=(\d{3})+(\.|$))/g, ',')
  return (value < 0 ? '−' : '') + text
}
