import { addDays, type Day, mondayOf } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { SkuAsks } from './scarce.ts'
import type { AskSeen } from './scarce-tables.ts'
import type { ProposedSize, RequestState, SubmitInput } from './shape.ts'
import type { Share } from './share.ts'

/** The Monday of the week whose request can be made: from Friday on the coming one. */
export const weekAsked = (today: Day): Day => mondayOf(addDays(today, 3))
/** Weeks before it that nobody asked in are made up for by the same request; what lies longer back is another season. */
const makesUpFor = 8
export const weeksCovered = (week: Day): Day[] =>
  Array.from({ length: makesUpFor + 1 }, (_, back) => addDays(week, -7 * back))

/** The whole proposal is answered: each size asked for or declined with a reason, each slow seller with a measure. */
export function checkRequest(
  proposed: readonly ProposedSize[],
  slow: readonly { readonly style: string; readonly color: string }[],
  { lines, slow: measures }: Pick<SubmitInput, 'lines' | 'slow'>,
): Refusal<'skuTwice' | 'lineMissing' | 'whyMissing' | 'measureMissing' | 'notSlow'> | undefined {
  const said = new Map(lines.map((l, i) => [l.sku, { ...l, i }]))
  if (said.size < lines.length) return refuse('skuTwice', {}, 'lines')
  for (const { sku, proposed: pieces } of proposed) {
    if (pieces === 0) continue
    const line = said.get(sku)
    if (!line) return refuse('lineMissing', {}, 'lines')
    if (line.asked < pieces && line.why === null) return refuse('whyMissing', {}, `lines.${line.i}.why`)
  }
  const key = (s: { style: string; color: string }): string => `${s.style} ${s.color}`
  const known = new Set(slow.map(key))
  const measured = new Set(measures.map(key))
  if (measures.some((m) => !known.has(key(m)))) return refuse('notSlow', {}, 'slow')
  const missing = slow.filter((s) => !measured.has(key(s))).length
  return missing > 0 ? refuse('measureMissing', { n: missing }, 'slow') : undefined
}

/** Every line is granted, in whole or part, of what the warehouse has; less than was asked for is said why. */
export function checkGrant(
  asked: readonly { readonly sku: string; readonly asked: number }[],
  granted: readonly { readonly sku: string; readonly granted: number }[],
  depot: ReadonlyMap<string, number>,
  words: string | null,
): Refusal<'notAsked' | 'grantAll' | 'grantedTooMany' | 'depotHas' | 'sayWhy'> | undefined {
  const most = new Map(asked.filter((l) => l.asked > 0).map((l) => [l.sku, l.asked]))
  const seen = new Set<string>()
  for (const [i, l] of granted.entries()) {
    const of = most.get(l.sku)
    if (of === undefined || seen.has(l.sku)) return refuse('notAsked', {}, `lines.${i}.sku`)
    seen.add(l.sku)
    if (l.granted > of) return refuse('grantedTooMany', { asked: of }, `lines.${i}.granted`)
    const has = depot.get(l.sku)
    if (has !== undefined && l.granted > Math.max(0, has))
      return refuse('depotHas', { has: Math.max(0, has) }, `lines.${i}.granted`)
  }
  if (seen.size < most.size) return refuse('grantAll', {}, 'lines')
  const isCut = granted.some((l) => l.granted < most.get(l.sku)!)
  return isCut && !words ? refuse('sayWhy', {}, 'words') : undefined
}

export interface Granted {
  readonly store: string
  readonly request: string
  readonly sku: string
  readonly granted: number
  readonly share: Share | null
}
/**
 * Requests answered together: what is not named is granted as it was asked. No size goes out more often than it is there; other than
 * by the rule, or less than asked where enough is there, is said why.
 */
export function checkShares(
  asks: readonly AskSeen[],
  scarce: readonly SkuAsks[],
  requests: readonly {
    readonly request: string
    readonly lines: readonly { readonly sku: string; readonly granted: number }[]
  }[],
  words: string | null,
): Granted[] | Refusal<'notAsked' | 'grantedTooMany' | 'depotHasForAll' | 'sayWhyOther'> {
  const known = new Map(asks.map((a) => [`${a.request} ${a.sku}`, a]))
  const named = new Map<string, { granted: number; field: string }>()
  for (const [i, { request, lines }] of requests.entries())
    for (const [j, { sku, granted }] of lines.entries()) {
      const field = `requests.${i}.lines.${j}.granted`
      const ask = known.get(`${request} ${sku}`)
      if (!ask || named.has(`${request} ${sku}`)) return refuse('notAsked', {}, field)
      if (granted > ask.asked) return refuse('grantedTooMany', { asked: ask.asked }, field)
      named.set(`${request} ${sku}`, { granted, field })
    }
  const shares = new Map<string, Share>(
    scarce.flatMap((s) => s.asks.map((a, i) => [`${a.request} ${a.sku}`, s.shares[i]!] as const)),
  )
  const left = new Map<string, number>()
  const grants: Granted[] = []
  let isOther = false
  for (const a of asks) {
    const key = `${a.request} ${a.sku}`
    const share = shares.get(key) ?? null
    const granted = named.get(key)?.granted ?? a.asked
    if (a.depot !== null) {
      const has = left.get(a.sku) ?? Math.max(0, a.depot)
      if (granted > has)
        return refuse(
          'depotHasForAll',
          { code: a.style, size: a.size, has: Math.max(0, a.depot) },
          named.get(key)?.field ?? 'requests',
        )
      left.set(a.sku, has - granted)
    }
    if (granted !== (share?.proposed ?? a.asked)) isOther = true
    grants.push({ store: a.store, request: a.request, sku: a.sku, granted, share })
  }
  return isOther && !words ? refuse('sayWhyOther', {}, 'words') : grants
}

export function stateOf(r: {
  readonly asked: number
  readonly granted: number | null
  readonly isReplaced: boolean
}): RequestState {
  if (r.granted === null) return r.isReplaced ? 'replaced' : r.asked > 0 ? 'submitted' : 'nothing'
  if (r.granted === 0 && r.asked > 0) return 'refused'
  return r.granted < r.asked ? 'partly' : 'granted'
}

/** What was copied from a sheet: a barcode and a whole number a line; heads and footers are told apart by their row. */
export function readDepot(text: string): {
  readonly lines: readonly { readonly row: number; readonly barcode: string; readonly pieces: number }[]
  readonly unread: readonly number[]
} {
  const lines: { row: number; barcode: string; pieces: number }[] = []
  const unread: number[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const cells = line
      .trim()
      .replace(grouped, ungroup)
      .split(/[\t,;，； ]+/)
    const found =
      /^[!-~]{4,40}$/.test(cells[0] ?? '') && /^\d{1,6}$/.test(cells.at(-1) ?? '') && cells.length >= 2
    if (found) lines.push({ row: i + 1, barcode: cells[0]!, pieces: Number(cells.at(-1)) })
    else unread.push(i + 1)
  }
  return { lines, unread }
}
/** 1,200 as sheets write it: in a column of its own it is one number, not two columns. */
const grouped = /(?<=[\t;； ])\d{1,3}(?:[,，]\d{3})+$/
const ungroup = (number: string): string => number.replace(/[,，]/g, '')
