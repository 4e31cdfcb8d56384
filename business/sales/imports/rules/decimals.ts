import { withoutMarks } from './marks.ts'

/**
 * Exact decimals, as files write them: digits ÷ 10^scale. Sums and products of these carry no binary noise,
 * so a control total can be compared to the last digit.
 */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}
export const none: Decimal = { digits: 0n, scale: 0 }
export const whole = (n: number): Decimal => ({ digits: BigInt(n), scale: 0 })

/** Whether a comma or a point stands before the decimals. */
export type NumberStyle = 'point' | 'comma'

/** Most cells are as plain as this; they need not go the long way. */
export const plainNumber = /^(-?\d{1,15})(?:\.(\d{1,15}))?$/

/**
 * Reads a number: '1,234.50', '１２３', '(45.00)', '-45', '45-', '¥ 1 234', 'US$12', '12.5%', '1.2e3', '3 件'.
 * undefined when it is not one.
 */
export function parseDecimal(text: string, style: NumberStyle = 'point'): Decimal | undefined {
  const simple = plainNumber.exec(text)
  if (simple && style === 'point') {
    const fraction = simple[2] ?? ''
    return { digits: BigInt(simple[1]! + fraction), scale: fraction.length }
  }
  let plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s'’\u200b]/g, '')
    .replace(/−|–/g, '-')
  plain = withoutMarks(plain)
  let negative = false
  const bracketed = /^\((.*)\)$/.exec(plain)
  if (bracketed) {
    negative = true
    plain = bracketed[1]!
  }
  plain = plain.replace(/[件双条]$/, '')
  if (plain.endsWith('-')) plain = `-${plain.slice(0, -1)}`
  const percent = plain.endsWith('%')
  if (percent) plain = plain.slice(0, -1)
  plain = style === 'comma' ? plain.replaceAll('.', '').replace(',', '.') : withoutThousands(plain)
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(plain)
  if (!match || (match[2] === '' && !match[3])) return undefined
  const [, sign, integer = '', fraction = '', exponent = '0'] = match
  if (integer.length + fraction.length > 40) return undefined
  let digits = BigInt(integer + fraction)
  let scale = fraction.length - Number(exponent) + (percent ? 2 : 0)
  if (Math.abs(scale) > 60) return undefined
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale)
    scale = 0
  }
  if (negative !== (sign === '-')) digits = -digits
  return { digits, scale }
}
/** Commas are thousands only where they stand every three digits (every four, in Japan and old China). */
function withoutThousands(text: string): string {
  if (!text.includes(',')) return text
  return /^[+-]?\d{1,4}(,\d{3,4})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : 'not a number'
}

/** A column writes decimals with a comma when some value ends in ',d' or ',dd' and none in '.d' or '.dd'. */
export function numberStyleOf(values: Iterable<string>): NumberStyle {
  let comma = 0
  for (const value of values) {
    if (/\d\.\d{1,2}$/.test(value.trim()) && !/,/.test(value)) return 'point'
    if (/,\d{3}\./.test(value)) return 'point'
    if (/^[^,]*\d,\d{1,2}$/.test(value.trim())) comma += 1
  }
  return comma > 0 ? 'comma' : 'point'
}

export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale }
  const [low, high] = a.scale < b.scale ? [a, b] : [b, a]
  return { digits: low.digits * 10n ** BigInt(high.scale - low.scale) + high.digits, scale: high.scale }
}
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, opposite(b))
export const opposite = (a: Decimal): Decimal => ({ digits: -a.digits, scale: a.scale })
export const product = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
})
export const isNegative = (a: Decimal): boolean => a.digits < 0n
export const isZero = (a: Decimal): boolean => a.digits === 0n
export const isWhole = (a: Decimal): boolean => a.digits % 10n ** BigInt(a.scale) === 0n
export const toNumber = (a: Decimal): number => Number(decimalText(a))
export const compare = (a: Decimal, b: Decimal): number => {
  const difference = minus(a, b).digits
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
/** The nearest whole number, half to even, of a × 10^shift. */
export function rounded(a: Decimal, shift = 0): bigint {
  const scale = a.scale - shift
  if (scale <= 0) return a.digits * 10n ** BigInt(-scale)
  const unit = 10n ** BigInt(scale)
  const sign = a.digits < 0n ? -1n : 1n
  const absolute = a.digits * sign
  const down = absolute / unit
  const twice = (absolute % unit) * 2n
  const up = twice > unit || (twice === unit && down % 2n === 1n)
  return sign * (up ? down + 1n : down)
}
/** The nearest whole number, half away from zero, of a × 10^shift. */
export function roundedAway(a: Decimal, shift = 0): bigint {
  const scale = a.scale - shift
  if (scale <= 0) return a.digits * 10n ** BigInt(-scale)
  const unit = 10n ** BigInt(scale)
  const sign = a.digits < 0n ? -1n : 1n
  return sign * ((a.digits * sign * 2n + unit) / (unit * 2n))
}
/** '70299898.6597', without needless zeros. */
export function decimalText(a: Decimal): string {
  const sign = a.digits < 0n ? '-' : ''
  const digits = (a.digits < 0n ? -a.digits : a.digits).toString().padStart(a.scale + 1, '0')
  const integer = digits.slice(0, digits.length - a.scale)
  const fraction = a.scale === 0 ? '' : digits.slice(digits.length - a.scale).replace(/0+$/, '')
  return `${integer === '0' && fraction === '' ? '' : sign}${integer}${fraction === '' ? '' : `.${fraction}`}`
}
