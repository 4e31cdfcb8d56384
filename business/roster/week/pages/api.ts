import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useMe } from '../../../../platform/web/session.ts'
import type { rosterOperations } from '../actions.ts'
import { covers } from '../demand-rules.ts'
import { type Breach, breachesOf } from '../legal-rules.ts'
import { type Cell, type Shift, workedMinutes } from '../shape.ts'

export const api = client<typeof rosterOperations>()
export type WeekSeen = OutputOf<(typeof rosterOperations)['rosters.week']>
export type MineSeen = OutputOf<(typeof rosterOperations)['rosters.mine']>
export type Offer = OutputOf<(typeof rosterOperations)['rosters.targetsByHours']>['offers'][number]
export type ApprovalSeen = OutputOf<(typeof rosterOperations)['rosters.approvals']>['approvals'][number]
export type WorkerSeen = WeekSeen['workers'][number]

/** Whether the reader makes rosters of this very store: others see the same page and write nothing. */
export const useMakes = (): boolean =>
  useMe().appointments.some((a) => a.position === 'storeManager' || a.position === 'areaManager')

export const cellOf = (cells: readonly Cell[], person: string, day: Day): Cell | undefined =>
  cells.find((c) => c.person === person && c.day === day)
export const shiftOf = (shifts: readonly Shift[], code: string | undefined): Shift | undefined =>
  shifts.find((s) => s.code === code)
export const minutesOf = (seen: WeekSeen, person: string): number =>
  seen.cells.reduce((sum, c) => {
    const shift = c.person === person ? shiftOf(seen.shifts, c.code) : undefined
    return sum + (shift ? workedMinutes(shift) : 0)
  }, 0)

export interface Change {
  readonly person: string
  readonly day: Day
  readonly code: string | null
  readonly zone: string | null
}
/** What a change would break for the people concerned: said before it is made. */
export function wouldBreak(seen: WeekSeen, changes: readonly Change[]): Breach[] {
  const people = new Set(changes.map((c) => c.person))
  const kept = seen.cells.filter((c) => !changes.some((x) => x.person === c.person && x.day === c.day))
  const cells = [...kept, ...changes.flatMap((c) => (c.code === null ? [] : [{ ...c, code: c.code }]))]
  return breachesOf(
    seen.week,
    seen.workers.filter((w) => people.has(w.person)),
    cells.filter((c) => people.has(c.person)),
    seen.shifts,
    seen.rules,
  )
}
/** People on the floor in one hour of a day. */
export const thereAt = (seen: WeekSeen, day: Day, hour: number): number =>
  seen.cells.filter((c) => {
    const shift = c.day === day ? shiftOf(seen.shifts, c.code) : undefined
    return shift !== undefined && covers(shift, hour)
  }).length

/** Whether cells and what holds are the same roster. */
export function isAsReleased({ cells, released }: Pick<WeekSeen, 'cells' | 'released'>): boolean {
  const key = (c: Cell): string => `${c.person} ${c.day} ${c.code} ${c.zone ?? ''}`
  const held = new Set(released.map(key))
  return cells.length === held.size && cells.every((c) => held.has(key(c)))
}
