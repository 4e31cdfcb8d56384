import type { Tender } from '../../tickets/shape.ts'

const tenderNames: readonly [RegExp, Tender][] = [
  [/wechat|weixin|微信/i, 'wechat'],
  [/alipay|支付宝/i, 'alipay'],
  [/商场|mall/i, 'mallTill'],
  [/储值|余额|stored|gift ?card/i, 'storedValue'],
  [/券|voucher|coupon/i, 'voucher'],
  [/现金|cash|cod/i, 'cash'],
  [/卡|card|debit|credit|银联|pos|visa|master/i, 'card'],
]
/** The tender type that a word means; several at once or an unknown one are `other`. */
export function tenderOf(text: string): Tender | undefined {
  if (text === '') return undefined
  const pieces = text
    .split(/[,，、+/]/)
    .map((p) => p.trim())
    .filter(Boolean)
  const found = new Set(pieces.map((p) => tenderNames.find(([pattern]) => pattern.test(p))?.[1] ?? 'other'))
  return found.size === 1 ? [...found][0] : 'other'
}
