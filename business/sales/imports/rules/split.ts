import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'

/** What a piece of a code may be. `group` and `line` (品类, 男女线) are kept with the style. */
export const splitParts = ['group', 'line', 'style', 'color', 'size', 'season', 'year', 'skip'] as const
export type SplitPart = (typeof splitParts)[number]

export interface SplitRule {
  readonly pattern: RegExp
  readonly parts: readonly SplitPart[]
}

/**
 * Turns a template into a rule. `{style:4}` takes four characters, `{style:2-4}` two to four, `{style}` all
 * up to the next fixed sign or the end; what stands outside braces must be there as it is: `{style}-{size}`.
 */
export function splitRule(template: string): SplitRule | Refusal<'badTemplate'> {
  const parts: SplitPart[] = []
  let source = ''
  let open = false
  for (const token of template.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    const piece = /^\{(\w+)(?::(\d{1,2})(?:-(\d{1,2}))?)?\}$/.exec(token)
    if (!piece) {
      if (token.includes('{') || token.includes('}'))
        return refuse('badTemplate', { token, parts: splitParts.join(' ') })
      source += token.replace(/[.*+?^$()|[\]\\/]/g, '\\$&')
      open = false
      continue
    }
    const part = splitParts.find((p) => p === piece[1]!.toLowerCase())
    if (!part || (part !== 'skip' && parts.includes(part)))
      return refuse('badTemplate', { token, parts: splitParts.join(' ') })
    if (!piece[2] && open) return refuse('badTemplate', { token, parts: splitParts.join(' ') })
    open = !piece[2]
    parts.push(part)
    source += piece[3] ? `(.{${piece[2]},${piece[3]}})` : piece[2] ? `(.{${piece[2]}})` : '(.+?)'
  }
  if (parts.length === 0) return refuse('badTemplate', { token: template, parts: splitParts.join(' ') })
  return { pattern: new RegExp(`^${source}$`, 'u'), parts }
}

/** The pieces of one code, or undefined when it does not fit. */
export function splitCode(rule: SplitRule, code: string): Partial<Record<SplitPart, string>> | undefined {
  const match = rule.pattern.exec(code.trim())
  if (!match) return undefined
  const found: Partial<Record<SplitPart, string>> = {}
  rule.parts.forEach((part, i) => {
    if (part !== 'skip') found[part] = match[i + 1]!.trim()
  })
  return found
}

const sizes = 'XXXS|XXS|XS|S|M|L|XL|XXL|XXXL|[2-5]XL|F|FREE|均码|S[1-9]|[23]\\d|1[4-9][05]|3[4-9]|4[0-6]'

/**
 * Finds a template that fits (nearly) all of the codes, where their shape gives it away: pieces between fixed
 * signs (`16991-M-BLACK`), or one length with letters and digits always in the same places (`35W7885S5`). It is
 * a proposal for people to see with examples, never used unseen.
 */
export function proposeSplit(codes: readonly string[]): string | undefined {
  const seen = [...new Set(codes.map((c) => c.trim()).filter((c) => c !== ''))].slice(0, 2000)
  if (seen.length < 5) return undefined
  return bySigns(seen) ?? byPlaces(seen)
}

function bySigns(codes: readonly string[]): string | undefined {
  for (const sign of ['-', '_', '/', '.', ' ', '*']) {
    const pieces = codes.map((c) => c.split(sign))
    const count = pieces[0]!.length
    if (count < 2 || count > 4) continue
    if (pieces.filter((p) => p.length === count && p.every((x) => x !== '')).length < codes.length * 0.98)
      continue
    const parts = Array.from({ length: count }, (_, i) => {
      const values = pieces.map((p) => p[i] ?? '')
      if (i > 0 && values.every((v) => new RegExp(`^(${sizes})$`, 'i').test(v))) return 'size'
      return i === 0 ? 'style' : 'color'
    })
    if (new Set(parts).size === parts.length && parts.includes('size'))
      return parts.map((p) => `{${p}}`).join(sign)
  }
  return undefined
}

function byPlaces(codes: readonly string[]): string | undefined {
  const length = codes[0]!.length
  if (length < 6 || length > 24) return undefined
  const shape = (code: string) => code.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'A')
  const first = shape(codes[0]!)
  if (codes.filter((c) => c.length === length && shape(c) === first).length < codes.length * 0.98)
    return undefined
  const size = new RegExp(`(${sizes})$`, 'i')
  const ends = codes.map((c) => size.exec(c.slice(-3))?.[0] ?? '')
  const width = ends[0]!.length
  if (width === 0 || width === length || ends.some((e) => e.length !== width)) return undefined
  const runs = first.slice(0, length - width).match(/9+|A+/g) ?? []
  if (runs.length === 1) return `{style:${length - width}}{size:${width}}`
  if (runs.length === 3 && runs[0]!.startsWith('9')) {
    return `{group:${runs[0]!.length}}{line:${runs[1]!.length}}{style:${runs[2]!.length}}{size:${width}}`
  }
  if (runs.length === 2) return `{group:${runs[0]!.length}}{style:${runs[1]!.length}}{size:${width}}`
  return undefined
}
