import type { Day } from '../../../platform/kinds/day.ts'
import type { StoreHours } from '../../sales/reports/rules.ts'
import { isGone, roundsBy, type SlotState, slotState, windowOf } from './rules.ts'
import { type CheckEdition, type CheckKind, isOwnKind, kinds, mayWhen, type SheetState } from './shape.ts'

interface Handed {
  readonly id: string
  readonly kind: CheckKind
  readonly keeper: string
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
  /** Of the flagged those that nobody has confirmed or sent back. */
  readonly toLook: number
  /** The sheet to look at first: one that is flagged and waits, else flagged, else with something wrong, else the last. */
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
    toLook: cells.reduce((sum, c) => sum + c.toLook, 0),
  }
}

function cellOf(store: StoreHours, kind: CheckKind, sheets: readonly Handed[], at: BoardDay): BoardCell {
  const { day, now } = at
  const edition = at.editions.get(kind)!
  const hours = edition.hours
  const elapsed = roundsBy(hours, day, store.timeZone, now).length
  const of = isOwnKind(kind) ? at.people : hours ? elapsed : 1
  const first = windowOf(kind, hours?.first ?? 0, store, day)
  const window = hours ? windowOf(kind, Math.max(hours.first, hours.first + elapsed - 1), store, day) : first
  const isOver = isGone(kind, window.dueAt, at)
  const standing = sheets.filter((s) => s.state !== 'sentBack')
  // One person who keeps two zones has handed in for herself, not for a colleague.
  const done = isOwnKind(kind) ? new Set(standing.map((s) => s.keeper)).size : standing.length
  const worst =
    sheets.find((s) => s.state === 'sentBack') ??
    (done >= Math.max(1, of) ? (standing.find((s) => s.at > s.dueAt) ?? standing[0]) : undefined)
  // Hours that are gone cannot be made good: with one of them missing the row is torn, not overdue.
  const gap = hours !== null && elapsed > 0 && done < elapsed - 1
  const state = at.isClosed
    ? 'closed'
    : of === 0 && sheets.length === 0
      ? 'notYet'
      : gap && !worst
        ? 'missed'
        : slotState(worst, window, isOver, now)
  const flagged = sheets.filter((s) => s.flags.length > 0)
  const waiting = flagged.filter(isWaiting)
  const toSee = waiting[0] ?? flagged[0] ?? sheets.find((s) => s.wrong > 0) ?? sheets.at(-1)
  return {
    kind,
    state,
    done,
    of,
    wrong: sheets.reduce((sum, s) => sum + s.wrong, 0),
    flagged: flagged.length,
    toLook: waiting.length,
    sheet: toSee?.id ?? null,
  }
}

/** Nobody has said yet what is to become of it. */
function isWaiting({ state }: Handed): boolean {
  const states: readonly SheetState[] = mayWhen.confirm
  return states.includes(state)
}
