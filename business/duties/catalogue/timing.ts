import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Clock, Timing } from './types.ts'

/** The timings that the shipped job descriptions use; a company's edition may set others. */

/** By half an hour after closing; takes shape in the last hour. Late until the same time next day. */
export const atClosing: Timing = { every: 'day', by: 'closing', grace: 30, opensMinutes: 90, late: 24 }
/** All day long until closing; two hours more for tickets that a phone without signal brings later. */
export const tillClosing: Timing = { every: 'day', by: 'closing', grace: 30, opensMinutes: 900, late: 2 }
/** Before the doors open; made up for in the first two hours it is late, afterwards the morning is over. */
export const atOpening: Timing = { every: 'day', by: 'opening', grace: 0, opensMinutes: 60, late: 2 }
/** A look around in the morning: by half an hour after the doors open, three hours more while it is still of use. */
export const morningLook: Timing = { every: 'day', by: 'opening', grace: 30, opensMinutes: 90, late: 3 }
export const daily = (by: Clock, late = 12): Timing => ({ every: 'day', by, late })
export const weekly = (weekday: number, by: Clock = '18:00', late = 48): Timing => ({
  every: 'week',
  weekday,
  by,
  opensDays: 3,
  late,
})
/** For the month ahead, on a day of the month before. */
export const beforeMonth = (on: number | 'last', opensDays = 10): Timing => ({
  every: 'month',
  in: 'before',
  on,
  by: '18:00',
  opensDays,
  late: 0,
})
/** Within the month. */
export const inMonth = (on: number | 'last', opensDays = 7): Timing => ({
  every: 'month',
  in: 'same',
  on,
  by: '18:00',
  opensDays,
  late: 72,
})
/** About a month that is over, on a day of the month after. */
export const afterMonth = (on: number, opensDays = on - 1): Timing => ({
  every: 'month',
  in: 'after',
  on,
  by: '18:00',
  opensDays,
  late: 72,
})
export const beforeQuarter = (on: number | 'last'): Timing => ({
  every: 'quarter',
  in: 'before',
  on,
  by: '18:00',
  opensDays: 14,
  late: 0,
})
export const afterQuarter = (on: number): Timing => ({
  every: 'quarter',
  in: 'after',
  on,
  by: '18:00',
  opensDays: on - 1,
  late: 72,
})
/** For the year ahead, on a date of the year before. */
export const beforeYear = (month: number, on: number | 'last', opensDays: number): Timing => ({
  every: 'year',
  in: 'before',
  month,
  on,
  by: '18:00',
  opensDays,
  late: 0,
})
export const afterYear = (month: number, on: number): Timing => ({
  every: 'year',
  in: 'after',
  month,
  on,
  by: '18:00',
  opensDays: 30,
  late: 0,
})
export const raised = (raisedBy: Sentence, hours: number, late = 0): Timing => ({
  every: 'event',
  raisedBy,
  hours,
  late,
})
/** A directive says itself by when; answered within a month it is late, later it is missed. */
export const directed = raised(['上级交办', 'A superior gives a directive'], 24, 720)
export const always: Timing = { every: 'standing' }
