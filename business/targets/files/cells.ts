import { cents, type Money } from '../../../platform/kinds/money.ts'

/** The unit in which a file writes its amounts: 元, 千元, 万元. */
export const fileUnits = ['yuan', 'thousand', 'wan'] as const
export type FileUnit = (typeof fileUnits)[number]
export const unitCents: Readonly<Record<FileUnit, number>> = { yuan: 100, thousand: 100_000, wan: 1_000_000 }

export type ReadAmount =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly amount: Money; readonly isRounded: boolean }
  | { readonly kind: 'wrong'; readonly why: 'notAnAmount' | 'negative' | 'tooLarge' }

const largest = 10_000_000_000_000n

/**
 * A cell's amount in whole cents, without a detour over binary fractions: '1,234.5', '¥ 12', '12.5万', '1.2E6'. What
 * is finer than a cent is rounded, half up, and said so. A dash is 0; an empty cell is nothing.
 */
export function readAmount(text: string, unit: FileUnit): ReadAmount {
  let plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b'’]/g, '')
    .replace(/[−–—]/g, '-')
  if (plain === '') return { kind: 'blank' }
  if (plain === '-') return { kind: 'amount', amount: cents(0), isRounded: false }
  plain = plain.replace(/^(?:cny|rmb|[¥￥])/i, '')
  const own = /(万|千)?元?$/.exec(plain)!
  plain = plain.slice(0, plain.length - own[0].length)
  const scale =
    own[1] === '万'
      ? unitCents.wan
      : own[1] === '千'
        ? unitCents.thousand
        : own[0] === '元'
          ? unitCents.yuan
          : unitCents[unit]
  if (/^[+-]?\d{1,4}(,\d{3,4})+(\.\d*)?$/.test(plain)) plain = plain.replaceAll(',', '')
  const match = /^([+-]?)(\d{1,20})(?:\.(\d{0,20}))?(?:e([+-]?\d{1,2}))?$/i.exec(plain)
  if (!match) return { kind: 'wrong', why: 'notAnAmount' }
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const power = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction) * BigInt(scale)
  const [value, rest] =
    power > 0 ? divided(digits, 10n ** BigInt(power)) : [digits * 10n ** BigInt(-power), 0n]
  if (value > largest) return { kind: 'wrong', why: 'tooLarge' }
  if (sign === '-' && (value > 0n || rest > 0n)) return { kind: 'wrong', why: 'negative' }
  return { kind: 'amount', amount: cents(Number(value)), isRounded: rest > 0n }
}
/** Half up, and what was left over. */
function divided(a: bigint, by: bigint): [bigint, bigint] {
  const rest = a % by
  return [a / by + (rest * 2n >= by ? 1n : 0n), rest]
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ')
const chineseMonths = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')

/** Which month of the year a head names: '1月', '一月', '01', 'M3', 'Jan', 'March 2027', '2027-03', '202703', '2027年3月1日'. */
export function monthOfHead(text: string, year: number): number | undefined {
  const plain = headText(text)
  const dated = /^(\d{4})[年\-/.]?(\d{1,2})(?:月份?)?(?:[-/.]?\d{1,2}日?)?(?:t?0?0:00(?::00)?)?$/.exec(plain)
  if (dated) return Number(dated[1]) === year ? inYear(Number(dated[2])) : undefined
  const named = /^([a-z]{3,9})\.?[-/']?(\d{2,4})?$/.exec(plain)
  if (named) {
    const word = named[1] === 'sept' ? 'sep' : named[1]!
    const at = monthNames.findIndex((name) => name === word || name.slice(0, 3) === word)
    const isYear = named[2] === undefined || Number(named[2]) % 100 === year % 100
    if (at >= 0) return isYear ? at + 1 : undefined
  }
  const chinese = /^([一二三四五六七八九十]{1,2})月份?$/.exec(plain)
  if (chinese) return inYear(chineseMonths.indexOf(chinese[1]!) + 1)
  const number = /^(?:m|month|mth)?(\d{1,2})(?:月份?)?$/.exec(plain)
  return number ? inYear(Number(number[1])) : undefined
}
const inYear = (month: number): number | undefined => (month >= 1 && month <= 12 ? month : undefined)

/** Which day of a month a head names: '1', '3日', '03-01', '3/1', '3月1日', '2027-03-01', '1 周一'. */
export function dayOfHead(text: string, month: string): number | undefined {
  const plain = headText(text).replace(
    /(?:周|星期|礼拜)[一二三四五六日天]$|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/,
    '',
  )
  const [year, wanted] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const dated = /^(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})日?(?:t?0?0:00(?::00)?)?$/.exec(plain)
  if (dated) {
    const isHere = (dated[1] === undefined || Number(dated[1]) === year) && Number(dated[2]) === wanted
    return isHere ? Number(dated[3]) : undefined
  }
  const number = /^(?:d|day)?(\d{1,2})(?:日|号)?$/.exec(plain)
  const day = number ? Number(number[1]) : undefined
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined
}

/** A head as it is compared: width and case folded, without spaces and what stands in brackets. */
export const headText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[\s\u200b\ufeff]/g, '')

/** A name as it is matched: width and case folded, without spaces, signs and dots. */
export const nameText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff·・.\-_/\\'’"“”()[\]【】]/g, '')

const totalHead =
  /^(合计|总计|小计|总和|汇总|全年|年度?合计|年合计|year|fullyear|annual|total|grandtotal|subtotal|sum|yeartotal)/
/** A head or label of sums: 合计, 全年, Total. */
export const isTotalHead = (text: string): boolean => totalHead.test(headText(text))

/** The unit that a text states, if any: '单位：万元', '(万)', '金额（元）', 'in CNY thousand'. */
export function unitIn(text: string): FileUnit | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (/万元|单位[:]?万|\(万\)|\[万\]|10k|10,?000(cny|rmb|yuan)?/.test(plain)) return 'wan'
  if (/千元|\(千\)|thousand|'000|\bk(cny|rmb)/.test(plain)) return 'thousand'
  return /单位[:]?元|人民币元|\(元\)|\[元\]|（元）|\(¥\)|\(cny\)|\(rmb\)|incny|inyuan/.test(plain)
    ? 'yuan'
    : undefined
}

/** The unit in which a sum comes nearest to what is known to be of its size; undefined where nothing is known. */
export function unitBySize(sum: number, known: number): FileUnit | undefined {
  if (sum <= 0 || known <= 0) return undefined
  const off = (unit: FileUnit): number => Math.abs(Math.log((sum * unitCents[unit]) / unitCents.yuan / known))
  return [...fileUnits].sort((a, b) => off(a) - off(b))[0]
}
