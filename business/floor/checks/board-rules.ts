import type { Day } from '../../../platform/kinds/day.ts'
import type { StoreHours } from '../../sales/reports/rules.ts'
import { roundsBy, type SlotState, slotState, windowOf } from './rules.ts'
import { type CheckEdition, type CheckKind, isEvening, isOwnKind, kinds, type SheetState } from './shape.ts'

interface Handed {
  readonly id: string
  readonly kind: CheckKind
  readonly at: string
  readonly dueAt: string
  readonly state: SheetState
  readonly wrong: number
  readonly flags: readonly string[]
}
/** How a store stands with one kind of sheet on a day. `done` of `of`: people for their own, hours for the fitting rooms. */
export interface BoardCell {
  readonly kind: CheckKind
  readonly state: SlotState | 'closed'
  readonly done: number
  readonly of: number
  readonly wrong: number
  readonly flagged: number
  /** The sheet to look at first: one that is flagged, else with something wrong, else the last. */
  readonly sheet: string | null
}
export interface BoardDay {
  readonly editions: ReadonlyMap<CheckKind, CheckEdition>
  readonly day: Day
  readonly today: Day
  readonly now: Date
  readonly isClosed: boolean
  /** Associates who keep a zone that day. */
  readonly people: number
}

/** A store's line on the board: its cells, and what they come to. */
export function boardOf(store: StoreHours, sheets: readonly Handed[], at: BoardDay) {
  const cells = kinds.map((kind) =>
    cellOf(
      store,
      kind,
      sheets.filter((s) => s.kind === kind),
      at,
    ),
  )
  const count = (...states: BoardCell['state'][]): number =>
    cells.filter((c) => states.includes(c.state)).length
  return {
    cells,
    due: cells.length - count('closed', 'notYet'),
    done: count('done', 'doneLate'),
    late: count('overdue', 'missed', 'sentBack'),
    open: count('open'),
    flagged: cells.reduce((sum, c) => sum + c.flagged, 0),
  }
}

function cellOf(store: StoreHours, kind: CheckKind, sheets: readonly Handed[], at: BoardDay): BoardCell {
  const { day, today, now } = at
  const edition = at.editions.get(kind)!
  const hours = edition.hours
  const elapsed = roundsBy(hours, day, store.timeZone, now).length
  const of = isOwnKind(kind) ? at.people : hours ? elapsed : 1
  const first = windowOf(kind, hours?.first ?? 0, store, day)
  const isOver = day < today && !isEvening(kind)
  const window = hours ? windowOf(kind, Math.max(hours.first, hours.first + elapsed - 1), store, day) : first
  const standing = sheets.filter((s) => s.state !== 'sentBack')
  const worst =
    sheets.find((s) => s.state === 'sentBack') ??
    (standing.length >= Math.max(1, of) ? (standing.find((s) => s.at > s.dueAt) ?? standing[0]) : undefined)
  // Hours that are gone cannot be made good: with one of them missing the row is torn, not overdue.
  const gap = hours !== null && elapsed > 0 && standing.length < elapsed - 1
  const state = at.isClosed
    ? 'closed'
    : of === 0 && sheets.length === 0
      ? 'notYet'
      : gap && !worst
        ? 'missed'
        : slotState(worst, window, isOver, now)
  const toSee = sheets.find((s) => s.flags.length > 0) ?? sheets.find((s) => s.wrong > 0) ?? sheets.at(-1)
  return {
    kind,
    state,
    done: standing.length,
    of,
    wrong: sheets.reduce((sum, s) => sum + s.wrong, 0),
    flagged: sheets.filter((s) => s.flags.length > 0).length,
    sheet: toSee?.id ?? null,
  }
}
