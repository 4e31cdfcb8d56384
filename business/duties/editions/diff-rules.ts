import type { Sentence } from '../../../platform/kinds/words.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { Clause } from '../shape.ts'

/** A run of words that stayed, went or came. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** What differs word by word: what stayed and went makes the one text, what stayed and came makes the other. */
export function textDifference(before: string, after: string): Run[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const kept = longestCommon(a, b)
  const runs: Run[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...kept, [a.length, b.length] as const]) {
    if (x > i) runs.push({ kind: 'gone', text: a.slice(i, x).join('') })
    if (y > j) runs.push({ kind: 'new', text: b.slice(j, y).join('') })
    if (x < a.length) add(runs, 'same', a[x]!)
    ;[i, j] = [x + 1, y + 1]
  }
  return runs
}
function add(runs: Run[], kind: Run['kind'], text: string): void {
  const last = runs.at(-1)
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
  else runs.push({ kind, text })
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Chinese has no spaces: the words of its dictionary; together they are the text again. */
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((s) => s.segment)

/** Pairs of places of a longest common subsequence. Texts are a few hundred words at most. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!)
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}

export const changedFields = [
  'title',
  'help',
  'calendar',
  'kind',
  'minutes',
  'weight',
  'lookedAfter',
  'standIns',
  'provedBy',
  'each',
  'indicators',
] as const
export type ChangedField = (typeof changedFields)[number]

export interface ClauseChange {
  readonly duty: string
  readonly position: DutyPosition
  readonly what: 'appears' | 'changes' | 'lapses'
  readonly title: Sentence
  readonly fields: readonly ChangedField[]
  readonly before: Clause | null
  readonly after: Clause | null
}

/** Which clauses appear, change or lapse from one edition to another, in the order of the later one and then of the earlier. */
export function differenceOf(
  before: ReadonlyMap<string, Clause>,
  after: ReadonlyMap<string, Clause>,
): ClauseChange[] {
  const changes: ClauseChange[] = []
  for (const [duty, clause] of after) {
    const was = before.get(duty) ?? null
    const fields = was ? changedFields.filter((f) => said(was, f) !== said(clause, f)) : []
    if (was && fields.length === 0) continue
    const { position, title } = clause
    changes.push({
      duty,
      position,
      title,
      what: was ? 'changes' : 'appears',
      fields,
      before: was,
      after: clause,
    })
  }
  for (const [duty, clause] of before) {
    const { position, title } = clause
    if (!after.has(duty))
      changes.push({ duty, position, title, what: 'lapses', fields: [], before: clause, after: null })
  }
  return changes
}

/** A field as one text to compare by; jsonb keeps no order of keys. */
const said = (clause: Clause, field: ChangedField): string =>
  JSON.stringify(ordered(fieldOf(clause, field) ?? null))
function fieldOf(clause: Clause, field: ChangedField): unknown {
  if (field === 'provedBy' || field === 'each' || field === 'indicators') return clause.own?.[field]
  return field === 'standIns' ? [...clause.standIns].sort() : clause[field]
}
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
