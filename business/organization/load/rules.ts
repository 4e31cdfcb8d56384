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

/** Half a minute is not too much. */
export const isOver = (load: Load): boolean => load.over >= 0.5

/** Minutes for which a store is open; past midnight where it closes before it opens. Clocks are 'HH:MM'. */
export function openMinutesOf(opensAt: string, closesAt: string): number {
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const [opens, closes] = [minutes(opensAt), minutes(closesAt)]
  return closes > opens ? closes - opens : closes - opens + 1440
}
