import { cents, type Money, parseMoney } from '../../../platform/kinds/money.ts'
import type { Language } from '../../../platform/kinds/words.ts'

/** Cents in the unit of the matrix: 万元, or a thousand in English. */
const unitIn = { zh: 1_000_000, en: 100_000 } as const

/** What a person types in a cell, in the unit of its head ("372", "12.5"), exact to the cent; undefined: no amount. */
export function parseUnit(text: string, language: Language): Money | undefined {
  const match = /^(\d{1,9})(?:\.(\d{0,6}))?$/.exec(text.normalize('NFKC').replace(/[,\s¥￥万]/g, ''))
  if (!match) return undefined
  const fraction = Number((match[2] ?? '').padEnd(6, '0'))
  const amount = Number(match[1]) * unitIn[language] + (fraction * unitIn[language]) / 1_000_000
  return Number.isSafeInteger(amount) ? cents(amount) : undefined
}

/** The amount as it is typed: all its decimals, no separators. */
export function unitText(amount: Money, language: Language): string {
  const unit = unitIn[language]
  const digits = String(unit).length - 1
  const fraction = String(amount % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '')
  return fraction ? `${Math.floor(amount / unit)}.${fraction}` : String(Math.floor(amount / unit))
}

export const parseYuan = (text: string): Money | undefined => {
  const amount = parseMoney(text)
  return amount === undefined || amount < 0 ? undefined : amount
}
