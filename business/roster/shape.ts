/**
 * A roster (排班) as plain values: who may work what, when each must rest, who wishes what, how many a day needs.
 * People, days and shifts are told by their index; a grid says which shift each person has on each day.
 */
export interface RosterShift {
  readonly id: string
  /** Working time in minutes. */
  readonly minutes: number
}

/** The rules of one person, all of them hard: a roster that breaks one is no roster. */
export interface RosterPerson {
  readonly id: string
  /** Largest number of days on each shift; 0 = may not work it. */
  readonly mostOf: readonly number[]
  /** Minutes over all days. */
  readonly minMinutes: number
  readonly maxMinutes: number
  /** Working days in a row. */
  readonly minRun: number
  readonly maxRun: number
  /** Days off in a row. */
  readonly minRest: number
  /** Weekends with work on the Saturday, the Sunday or both. */
  readonly maxWeekends: number
  readonly daysOff: readonly number[]
  readonly fixed: readonly { readonly day: number; readonly shift: number }[]
  /**
   * What the day before the first was: so many days of work in a row, the last on this shift, or so many days off.
   * Not known: a run or a rest that touches either end of the roster may be shorter than its least.
   */
  readonly before?: { readonly worked: number; readonly shift: number } | { readonly rested: number }
}

/** A wish (个人意愿): to have, or not to have, a shift on a day; not met, it costs its weight. */
export interface RosterWish {
  readonly person: number
  readonly day: number
  readonly shift: number
  readonly wants: boolean
  readonly weight: number
}

/** So many people a shift of a day needs; each one short, and each one over, costs its weight. */
export interface RosterCover {
  readonly day: number
  readonly shift: number
  readonly need: number
  readonly under: number
  readonly over: number
}

export interface RosterProblem {
  readonly days: number
  /** Weekday of the first day, 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number
  readonly shifts: readonly RosterShift[]
  /** notAfter[a] holds the shifts that may not follow shift `a` on the next day: too little rest between. */
  readonly notAfter: readonly (readonly number[])[]
  readonly people: readonly RosterPerson[]
  readonly wishes: readonly RosterWish[]
  readonly cover: readonly RosterCover[]
}

/** grid[person][day] = index of the shift, −1 = off. */
export type RosterGrid = readonly (readonly number[])[]
export const off = -1

export interface RosterProgress {
  readonly step: 'draft' | 'bound' | 'plan' | 'mend' | 'done'
  readonly cost: number
  /** No roster can cost less; absent until known. */
  readonly bound?: number
  readonly seconds: number
}

export interface SolveSettings {
  readonly seed: number
  /** Seconds until the best roster so far is given back. */
  readonly seconds: number
  /** For a result that depends on nothing but the seed: so many rounds of mending, whatever the clock. */
  readonly rounds?: number
}

export interface SolvedRoster {
  readonly grid: RosterGrid
  readonly cost: number
  readonly bound: number | null
  readonly seconds: number
  readonly stopped: 'proved' | 'time' | 'rounds' | 'asked'
}
