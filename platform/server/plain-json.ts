/** Deeper than any input of ours; beyond it a request is an attack on the parser behind it. */
const deepest = 40

export type JsonFault = 'badJson' | 'badText'

/**
 * JSON whose every string can be stored: no NUL, which PostgreSQL refuses, and no lone surrogate, which would
 * silently become another character.
 */
export function parsePlainJson(text: string): { readonly value: unknown } | JsonFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return 'badJson'
    throw error
  }
  return isStorable(value, 0) ? { value } : 'badText'
}

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !value.includes('\0') && isWellFormed(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= deepest) return false
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1))
  return Object.entries(value).every(([key, item]) => isStorable(key, depth) && isStorable(item, depth + 1))
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const isWellFormed = (text: string): boolean => !loneSurrogate.test(text)
