import { createHash } from 'node:crypto'
import type { CountLine, Entry, Piece } from '../business/cash/shape.ts'
import { type Day, dayNumber } from '../platform/kinds/day.ts'
import type { Bulk } from './write.ts'

type Column<Row> = Bulk<Row>['columns'][number]
const keys = <Row extends { store: string; id: string }>(): Column<Row>[] => [
  ['store_id', 'uuid', (r) => r.store],
  ['id', 'uuid', (r) => r.id],
]
const doing = <Row extends { by: string; at: Date }>(): Column<Row>[] => [
  ['by', 'uuid', (r) => r.by],
  ['at', 'timestamptz', (r) => r.at.toISOString()],
]

export interface DemoEntry extends Entry {
  readonly store: string
  readonly seq: number
  readonly cause: string
  readonly by: string
  readonly at: Date
  readonly hash: Buffer
}
/** The same bytes as the database takes the hash of an entry over; verify compares them. */
export function hashEntry(previous: Buffer, e: Omit<DemoEntry, 'hash'>): Buffer {
  const text = [e.store, e.seq, dayNumber(e.day), e.tender, e.from, e.to, e.amount, e.kind, e.cause, e.by]
  return createHash('sha256')
    .update(previous)
    .update([...text, e.at.getTime() * 1_000].join('\u001f'))
    .digest()
}
export const entryRows: Bulk<DemoEntry> = {
  table: 'cash_entry',
  columns: [
    ['store_id', 'uuid', (e) => e.store],
    ['seq', 'int8', (e) => e.seq],
    ['day', 'date', (e) => e.day],
    ['tender', 'text', (e) => e.tender],
    ['from_place', 'text', (e) => e.from],
    ['to_place', 'text', (e) => e.to],
    ['amount', 'int8', (e) => e.amount],
    ['kind', 'text', (e) => e.kind],
    ['cause', 'uuid', (e) => e.cause],
    ...doing<DemoEntry>(),
    ['hash', 'bytea', (e) => `\\x${e.hash.toString('hex')}`],
  ],
}

export interface DemoCount {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly lastSeq: number
  readonly moved: number
  readonly due: { readonly day: Day; readonly at: Date }
  readonly by: string
  readonly at: Date
  readonly lines: readonly CountLine[]
  readonly pieces: readonly Piece[]
}
export const countRows: Bulk<DemoCount> = {
  table: 'cash_count',
  columns: [
    ...keys<DemoCount>(),
    ['day', 'date', (c) => c.day],
    ['version', 'int4', () => 1],
    ['last_seq', 'int8', (c) => c.lastSeq],
    ['moved', 'int8', (c) => c.moved],
    ['due_day', 'date', (c) => c.due.day],
    ['due_at', 'timestamptz', (c) => c.due.at.toISOString()],
    ...doing<DemoCount>(),
  ],
}
type Of<Part> = DemoCount & { readonly part: Part }
export const countLineRows: Bulk<Of<CountLine>> = {
  table: 'cash_count_line',
  columns: [
    ['store_id', 'uuid', (c) => c.store],
    ['count_id', 'uuid', (c) => c.id],
    ['tender', 'text', (c) => c.part.tender],
    ['expected', 'int8', (c) => c.part.expected],
    ['counted', 'int8', (c) => c.part.counted],
  ],
}
export const pieceRows: Bulk<Of<Piece>> = {
  table: 'cash_count_piece',
  columns: [
    ['store_id', 'uuid', (c) => c.store],
    ['count_id', 'uuid', (c) => c.id],
    ['denomination', 'int8', (c) => c.part.value],
    ['pieces', 'int4', (c) => c.part.pieces],
  ],
}
export interface DemoWhy {
  readonly store: string
  readonly count: string
  readonly id: string
  readonly amount: number
  readonly why: string
  readonly words: string | null
  readonly by: string
  readonly at: Date
  /** How it was closed, where it was. */
  readonly closing: { readonly why: string; readonly words: string | null; readonly by: string } | null
}
export const whyRows: Bulk<DemoWhy> = {
  table: 'cash_explanation',
  columns: [
    ['store_id', 'uuid', (w) => w.store],
    ['count_id', 'uuid', (w) => w.count],
    ['tender', 'text', () => 'cash'],
    ['why', 'text', (w) => w.why],
    ['words', 'text', (w) => w.words],
    ...doing<DemoWhy>(),
  ],
}
export const closingRows: Bulk<DemoWhy> = {
  table: 'cash_closing',
  columns: [
    ...keys<DemoWhy>(),
    ['kind', 'text', () => 'variance'],
    ['about', 'uuid', (w) => w.count],
    ['tender', 'text', () => 'cash'],
    ['amount', 'int8', (w) => w.amount],
    ['why', 'text', (w) => w.closing!.why],
    ['words', 'text', (w) => w.closing!.words],
    ['by', 'uuid', (w) => w.closing!.by],
    ['at', 'timestamptz', (w) => w.at.toISOString()],
  ],
}
export interface DemoDeposit {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly amount: number
  readonly slip: string
  readonly by: string
  readonly at: Date
  readonly days: readonly DemoCount[]
}
/** A line of a statement, matched with a deposit or with what a tender took on a day. */
export interface DemoLine {
  readonly store: string
  readonly id: string
  readonly match: string
  readonly tender: string
  readonly day: Day
  readonly amount: number
  readonly reference: string | null
  readonly deposit: string | null
  readonly taken: Day | null
}
export const depositRows: Bulk<DemoDeposit> = {
  table: 'cash_deposit',
  columns: [
    ...keys<DemoDeposit>(),
    ['day', 'date', (d) => d.day],
    ['amount', 'int8', (d) => d.amount],
    ['asked', 'int8', (d) => d.amount],
    ['slip', 'text', (d) => d.slip],
    ['paid_to', 'text', () => 'bank'],
    ...doing<DemoDeposit>(),
  ],
}
export const depositDayRows: Bulk<DemoDeposit & { readonly of: DemoCount }> = {
  table: 'cash_deposit_day',
  columns: [
    ['store_id', 'uuid', (d) => d.store],
    ['deposit_id', 'uuid', (d) => d.id],
    ['day', 'date', (d) => d.of.day],
    ['amount', 'int8', (d) => d.of.moved],
    ['due_at', 'timestamptz', (d) => d.of.due.at.toISOString()],
  ],
}
export const lineRows = (statement: string): Bulk<DemoLine> => ({
  table: 'cash_statement_line',
  columns: [
    ['store_id', 'uuid', (d) => d.store],
    ['id', 'uuid', (d) => d.id],
    ['statement_id', 'uuid', () => statement],
    ['tender', 'text', (d) => d.tender],
    ['day', 'date', (d) => d.day],
    ['amount', 'int8', (d) => d.amount],
    ['reference', 'text', (d) => d.reference],
  ],
})
export const matchRows = (at: Date): Bulk<DemoLine> => ({
  table: 'cash_match',
  columns: [
    ['store_id', 'uuid', (d) => d.store],
    ['id', 'uuid', (d) => d.match],
    ['line_id', 'uuid', (d) => d.id],
    ['deposit_id', 'uuid', (d) => d.deposit],
    ['day', 'date', (d) => d.taken],
    ['ours', 'int8', (d) => d.amount],
    ['theirs', 'int8', (d) => d.amount],
    ['at', 'timestamptz', () => at.toISOString()],
  ],
})
