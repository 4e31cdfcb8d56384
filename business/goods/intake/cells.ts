import { parseScientific } from './numbers.ts'

/** Full-width forms, stray spaces and line breaks do not matter. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
export const sameCode = (code: string): string => plain(code).toUpperCase()

/** A size as the run knows it: "36 ", 36 and "36.0" are one size, "xl" and "XL" too. */
export const readSize = (text: string): string => {
  const size = plain(text)
    .toUpperCase()
    .replace(/\s*([/.-])\s*/g, '$1')
  return /^\d+\.0+$/.test(size) ? size.slice(0, size.indexOf('.')) : size
}

/**
 * A barcode with all its digits. A table program that took it for a number writes 6.90123E+12: where the digits are all there it
 * is whole again, where they are not it is lost.
 */
export function readBarcode(text: string): string | 'lost' | 'unreadable' {
  const code = plain(text).replace(/^'/, '').replace(/\s/g, '')
  if (/^\d+\.0+$/.test(code)) return code.slice(0, code.indexOf('.'))
  const number = parseScientific(code)
  if (number !== undefined) return number
  return /^[!-~]{4,40}$/.test(code) ? code : 'unreadable'
}

/** What two spellings of one brand have in common: "ONLY", "Only ", "Ｏｎｌｙ", "O-N-L-Y". */
export const brandKey = (brand: string): string =>
  brand
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const shades: readonly (readonly [RegExp, string])[] = [
  [/黑|black|noir/i, '#26241F'],
  [/米|杏|奶|燕麦|ivory|cream|beige|oat/i, '#E9DEC9'],
  [/白|white/i, '#F6F3EC'],
  [/灰|gr[ae]y|silver|银/i, '#A8A5A0'],
  [/驼|卡其|camel|khaki|tan/i, '#B98E5E'],
  [/咖|棕|褐|brown|coffee|chocolate/i, '#6B4A35'],
  [/酒红|枣红|burgundy|wine|maroon/i, '#6E2230'],
  [/粉|pink|rose|玫/i, '#E3A9B4'],
  [/红|red/i, '#B93A35'],
  [/橙|橘|orange|coral/i, '#D9793D'],
  [/黄|yellow|mustard|gold|金/i, '#DDB64A'],
  [/墨绿|军绿|橄榄|olive/i, '#55603F'],
  [/绿|green|mint/i, '#6E9A76'],
  [/藏青|深蓝|海军|navy/i, '#26324D'],
  [/蓝|blue|denim|牛仔/i, '#5E7FA8'],
  [/紫|purple|violet|lilac|lavender/i, '#8A6FA0'],
]
/** A shade for a colour that only has a name, so that its garment can be drawn. */
export const shadeOf = (color: string): string => shades.find(([name]) => name.test(color))?.[1] ?? '#D9D1C7'
