import type { CheckAnswer, CheckKind, Flag, ReviewKind } from '../business/floor/checks/shape.ts'
import type { Day } from '../platform/kinds/day.ts'
import type { Bulk } from './write.ts'

export interface DemoSheet {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly kind: CheckKind
  readonly zone: string
  readonly round: number
  readonly keeper: string
  readonly edition: string
  readonly storeKind: string
  readonly by: string
  readonly at: Date
  readonly seconds: number
  readonly leastSeconds: number
  readonly dueAt: Date
  readonly wrong: number
  readonly flags: readonly Flag[]
  readonly answers: readonly CheckAnswer[]
}
export const sheetRows: Bulk<DemoSheet> = {
  table: 'check_sheet',
  columns: [
    ['store_id', 'uuid', (s) => s.store],
    ['id', 'uuid', (s) => s.id],
    ['day', 'date', (s) => s.day],
    ['kind', 'text', (s) => s.kind],
    ['zone', 'text', (s) => s.zone],
    ['round', 'int4', (s) => s.round],
    ['keeper', 'uuid', (s) => s.keeper],
    ['version', 'int4', () => 1],
    ['edition_id', 'uuid', (s) => s.edition],
    ['store_kind', 'text', (s) => s.storeKind],
    ['by', 'uuid', (s) => s.by],
    ['begun_at', 'timestamptz', (s) => new Date(s.at.getTime() - s.seconds * 1_000).toISOString()],
    ['at', 'timestamptz', (s) => s.at.toISOString()],
    ['seconds', 'int4', (s) => s.seconds],
    ['least_seconds', 'int4', (s) => s.leastSeconds],
    ['due_at', 'timestamptz', (s) => s.dueAt.toISOString()],
    ['items', 'int4', (s) => s.answers.length],
    ['wrong', 'int4', (s) => s.wrong],
  ],
}
export const answerRows: Bulk<{ store: string; id: string; of: CheckAnswer }> = {
  table: 'check_answer',
  columns: [
    ['store_id', 'uuid', (a) => a.store],
    ['sheet_id', 'uuid', (a) => a.id],
    ['code', 'text', (a) => a.of.code],
    ['in_order', 'bool', (a) => a.of.inOrder],
    ['how', 'text', (a) => a.of.how],
    ['value', 'int4', (a) => a.of.value],
    ['wrong', 'text', (a) => a.of.wrong],
    ['done', 'text', (a) => a.of.done],
  ],
}

export interface DemoFinding {
  readonly store: string
  readonly id: string
  readonly sheet: string
  readonly kind: string
  readonly zone: string
  readonly code: string
  readonly day: Day
  readonly wrong: string
  readonly at: Date
  readonly mendedBy: string | null
  readonly mendedAt: Date | null
  readonly words: string | null
}
export const findingRows: Bulk<DemoFinding> = {
  table: 'check_finding',
  columns: [
    ['store_id', 'uuid', (f) => f.store],
    ['id', 'uuid', (f) => f.id],
    ['sheet_id', 'uuid', (f) => f.sheet],
    ['kind', 'text', (f) => f.kind],
    ['zone', 'text', (f) => f.zone],
    ['code', 'text', (f) => f.code],
    ['day', 'date', (f) => f.day],
    ['wrong', 'text', (f) => f.wrong],
    ['at', 'timestamptz', (f) => f.at.toISOString()],
    ['mended_by', 'uuid', (f) => f.mendedBy],
    ['mended_at', 'timestamptz', (f) => f.mendedAt?.toISOString() ?? null],
    ['mended_words', 'text', (f) => f.words],
  ],
}

export interface DemoReview {
  readonly store: string
  readonly id: string
  readonly sheet: string
  readonly kind: ReviewKind
  readonly by: string
  readonly at: Date
  readonly words: string | null
}
export const reviewRows: Bulk<DemoReview> = {
  table: 'check_review',
  columns: [
    ['store_id', 'uuid', (r) => r.store],
    ['id', 'uuid', (r) => r.id],
    ['sheet_id', 'uuid', (r) => r.sheet],
    ['kind', 'text', (r) => r.kind],
    ['by', 'uuid', (r) => r.by],
    ['at', 'timestamptz', (r) => r.at.toISOString()],
    ['words', 'text', (r) => r.words],
  ],
}
