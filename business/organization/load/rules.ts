import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type PositionName, solePositions } from '../shape.ts'
import type { Asked, Load, LoadSetting } from './shape.ts'

/**
 * Minutes of duties a person-day against the working time that there is for them. Somebody works `workDays` of seven, so of n
 * associates n × workDays / 7 are there on an average day; a seat of one holder is manned every day, by a stand-in on his
 * days off. A shift is never longer than the store is open. A seat that nobody holds is reckoned as if one did.
 */
export function loadOf(asked: Asked, setting: LoadSetting): Load {
  const present = solePositions.has(asked.position as PositionName)
    ? 1
    : Math.max(1, (asked.holders * setting.workDays) / 7)
  const minutes = asked.eachMinutes + asked.sharedMinutes / present
  const shift = Math.min(setting.shiftMinutes, asked.openMinutes ?? setting.shiftMinutes)
  const available = shift * setting.shares[asked.position]
  return { minutes, available, ratio: minutes / available, over: Math.max(0, minutes - available), present }
}

/** The same seat with work that comes on top: so many minutes once, to be done within so many days (a notice, a campaign). */
export function loadWith(
  asked: Asked,
  extra: { readonly minutes: number; readonly withinDays: number; readonly ofEach?: boolean },
  setting: LoadSetting,
): Load {
  const aDay = extra.minutes / Math.max(1, extra.withinDays)
  return loadOf(
    extra.ofEach
      ? { ...asked, eachMinutes: asked.eachMinutes + aDay }
      : { ...asked, sharedMinutes: asked.sharedMinutes + aDay },
    setting,
  )
}

/** Work asked of a store on each of these days. Minutes a day. */
export interface AskedSpan {
  readonly from: Day
  readonly to: Day
  readonly minutes: number
}
/** What spans of work come to on the fullest of these days. */
export function fullestDay(spans: readonly AskedSpan[], from: Day, to: Day): number {
  const within = spans.filter((s) => s.from <= to && s.to >= from)
  // The sum only rises where a span begins.
  const starts = new Set(within.map((s) => (s.from < from ? from : s.from)))
  const sums = [...starts].map((day) =>
    within.reduce((sum, s) => sum + (s.from <= day && s.to >= day ? s.minutes : 0), 0),
  )
  return Math.max(0, ...sums)
}

export interface Room {
  readonly stores: number
  /** Minutes over all stores that are asked for, a day. */
  readonly total: number
  /** What a store manager's own duties take a day, on the average of the stores, rounded. */
  readonly own: number
  /** What a whole shift of a store manager has for duties. Minutes. */
  readonly room: number
  /** Stores in which it comes to more than there is time for, with what it comes to; the fullest first. */
  readonly heavy: readonly { readonly store: string; readonly sum: number }[]
}
/**
 * Whether stores have room for so many minutes a day more of their managers' time, beside their duties and what else is asked of
 * them on the fullest of the days (`asked`). What asks for no minutes weighs nothing.
 */
export function roomFor(
  minutes: number,
  stores: readonly { readonly store: string; readonly own: Asked; readonly asked: number }[],
  setting: LoadSetting,
): Room {
  const loads = stores.map(({ store, own, asked }) => ({
    store,
    own: loadOf(own, setting).minutes,
    load: loadWith(own, { minutes: asked + minutes, withinDays: 1 }, setting),
  }))
  const heavy = loads
    .filter(({ load }) => minutes > 0 && isOver(load))
    .sort((a, b) => b.load.over - a.load.over || b.load.minutes - a.load.minutes)
  return {
    stores: stores.length,
    total: minutes * stores.length,
    own: loads.length === 0 ? 0 : Math.round(loads.reduce((sum, l) => sum + l.own, 0) / loads.length),
    room: Math.round(setting.shiftMinutes * setting.shares.storeManager),
    heavy: heavy.map(({ store, load }) => ({ store, sum: Math.round(load.minutes) })),
  }
}
/** Stores named as the fullest. */
const mostNamed = 5
/** The same for a page: how many stores have no room, and the fullest by name. */
export function fullestOf<
  S extends { readonly id: string; readonly name: string; readonly nameEn: string | null },
>(room: Room, stores: readonly S[]) {
  const named = new Map(stores.map((s) => [s.id, s]))
  return {
    ...room,
    heavy: room.heavy.length,
    fullest: room.heavy.slice(0, mostNamed).map(({ store, sum }) => {
      const { id, name, nameEn } = named.get(store)!
      return { id, name, nameEn, sum }
    }),
  }
}
/** Stores without room are accepted only by somebody who has seen how many they are. */
export const checkRoom = ({ heavy, room }: Room, despiteLoad: boolean) =>
  heavy.length === 0 || despiteLoad
    ? undefined
    : refuse('overload', { stores: heavy.length, room }, 'minutes')

/** Half a minute is not too much. */
export const isOver = (load: Load): boolean => load.over >= 0.5

/** Minutes for which a store is open; past midnight where it closes before it opens. Clocks are 'HH:MM'. */
export function openMinutesOf(opensAt: string, closesAt: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const [opens, closes] = [minutes(opensAt), minutes(closesAt)]
  return closes > opens ? closes - opens : closes - opens + 1440
}
