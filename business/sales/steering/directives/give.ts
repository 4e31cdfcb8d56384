import type { Db } from '../../../../platform/database/database.ts'
import type { Day, Month } from '../../../../platform/kinds/day.ts'
import { isRefusal } from '../../../../platform/kinds/refusal.ts'
import { standingOf } from '../figures.ts'
import type { DueInput, Said, SeatFigures, SteeredFactor } from '../shape.ts'
import { checkGiven, figureDay } from './rules.ts'
import type { GivenAs, Level } from './shape.ts'
import { recordDirective, timeZoneOf } from './tables.ts'

export interface Giving extends Said {
  readonly level: Level
  readonly seat: string
  readonly givenAs: GivenAs
  readonly due: DueInput
  readonly about: { readonly month: Month; readonly factor: SteeredFactor | null } | null
}
interface Moment {
  readonly by: string
  readonly today: Day
  readonly now: Date
}

/** Gives a directive, or says why not. `seen` are figures that the caller has read already. */
export async function giveDirective(
  db: Db,
  giving: Giving,
  { by, today, now }: Moment,
  seen?: SeatFigures | null,
) {
  const timeZone = await timeZoneOf(db, giving.level, giving.seat)
  const checked = checkGiven(giving, { timeZone, now, today })
  if (isRefusal(checked)) return checked
  const { level, seat, givenAs, measure, words, about } = giving
  const figures =
    seen !== undefined ? seen : await figuresOfSeat(db, level, seat, about?.month ?? null, today, now)
  const { dueAt } = checked
  const id = await recordDirective(db, {
    level,
    seat,
    givenAs,
    by,
    at: now,
    dueAt,
    measure,
    words,
    month: about?.month ?? null,
    factor: about?.factor ?? null,
    figures: about ? figures : null,
  })
  return { id, dueAt }
}

/** A seat's month as far as its days are over; null where there is no month, no day of it or no target. */
export async function figuresOfSeat(
  db: Db,
  level: Level,
  seat: string,
  month: Month | null,
  today: Day,
  now: Date,
): Promise<SeatFigures | null> {
  const asOf = month === null ? null : figureDay(month, today)
  if (asOf === null) return null
  const among = {
    stores: level === 'store' ? [seat] : null,
    area: level === 'area' ? seat : null,
  }
  const standing = await standingOf(db, among, asOf, now)
  return level === 'store' ? (standing.stores[0]?.figures ?? null) : standing.figures
}
