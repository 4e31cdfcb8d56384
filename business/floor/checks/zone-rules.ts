import { isZone, type Zone, zones } from '../../organization/plans/shape.ts'
import type { BoardCell } from './board-rules.ts'
import { type CheckItem, type CheckKind, displayZones, isOwnKind, type SheetState } from './shape.ts'

/** notYet: nothing is due there yet; part: some of what is due; finding: something there is still to be mended. */
export const zoneStates = ['notYet', 'notBegun', 'part', 'done', 'finding'] as const
export type ZoneState = (typeof zoneStates)[number]

interface Card {
  readonly kind: CheckKind
  readonly state: BoardCell['state']
  readonly done: number
  readonly of: number
  readonly items: readonly Pick<CheckItem, 'code' | 'zone'>[]
  readonly sheets: readonly { readonly zone: string; readonly state: SheetState }[]
  /** What was handed in waits on this phone. */
  readonly waits: boolean
}
interface Found {
  readonly kind: CheckKind
  readonly zone: string
  readonly code: string
  readonly mendedAt: string | null
}
/** What one kind of sheet asks of a zone, and how far it is there. */
export interface ZoneAsk {
  readonly kind: CheckKind
  readonly codes: readonly string[]
  readonly state: 'notYet' | 'open' | 'part' | 'done'
}
export interface ZoneSeen<F extends Found> {
  /** null: the store as a whole. */
  readonly zone: Zone | null
  readonly state: ZoneState
  readonly asks: readonly ZoneAsk[]
  readonly findings: readonly F[]
}

/** How each zone of a store stands by the day's sheets, whatever sheets they are on; the store as a whole last. */
export function zonesOf<F extends Found>(cards: readonly Card[], findings: readonly F[]): ZoneSeen<F>[] {
  const open = findings.filter((one) => one.mendedAt === null)
  return [...zones, null].map((zone) => {
    const asks = cards.flatMap((card) => asked(card, zone) ?? [])
    const here = open.filter((one) => zoneOf(one, cards) === zone)
    return { zone, asks, findings: here, state: here.length > 0 ? 'finding' : stateOf(asks) }
  })
}

/** A finding lies where the sheet says it was its own, else where the thing looked at stands. */
function zoneOf({ kind, zone, code }: Found, cards: readonly Card[]): Zone | null {
  if (isZone(zone)) return zone
  return cards.find((c) => c.kind === kind)?.items.find((i) => i.code === code)?.zone ?? null
}

function asked(card: Card, zone: Zone | null): ZoneAsk | undefined {
  const { kind, items } = card
  if (isOwnKind(kind)) return askedOfOwn(card, zone)
  const codes = items.filter((i) => i.zone === zone).map((i) => i.code)
  if (codes.length === 0) return undefined
  const isDone = card.waits || (card.of > 0 && card.done >= card.of)
  const state = isDone ? 'done' : card.done > 0 ? 'part' : isDue(card) ? 'open' : 'notYet'
  return { kind, codes, state }
}
/** Each associate keeps one zone: those that nobody took are asked for as long as somebody has not handed in. */
function askedOfOwn(card: Card, zone: Zone | null): ZoneAsk | undefined {
  const { kind, items, sheets } = card
  if (zone === null || !(displayZones as readonly Zone[]).includes(zone)) return undefined
  const isIn = sheets.some((s) => s.zone === zone && s.state !== 'sentBack')
  if (!isIn && card.done >= card.of) return undefined
  return { kind, codes: items.map((i) => i.code), state: isIn ? 'done' : isDue(card) ? 'open' : 'notYet' }
}
const isDue = ({ state }: Card): boolean => state !== 'notYet' && state !== 'closed'

function stateOf(asks: readonly ZoneAsk[]): Exclude<ZoneState, 'finding'> {
  const due = asks.filter((a) => a.state !== 'notYet')
  if (due.length === 0) return 'notYet'
  if (due.every((a) => a.state === 'done')) return 'done'
  return due.every((a) => a.state === 'open') ? 'notBegun' : 'part'
}

/** How far a zone of a sheet is that is being filled in: `said` answers it, `wrong` says that it is not in order. */
export function filledState(
  items: readonly Pick<CheckItem, 'code'>[],
  said: ReadonlySet<string>,
  wrong: ReadonlySet<string>,
): ZoneState {
  if (items.some((i) => wrong.has(i.code))) return 'finding'
  const done = items.filter((i) => said.has(i.code)).length
  return done === 0 ? 'notBegun' : done === items.length ? 'done' : 'part'
}
