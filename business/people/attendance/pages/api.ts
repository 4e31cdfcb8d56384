import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import type { attendanceOperations } from '../actions.ts'

export const api = client<typeof attendanceOperations>()
export type DayBoard = OutputOf<(typeof attendanceOperations)['attendance.day']>
export type PersonDay = DayBoard['people'][number]
export type MineSeen = OutputOf<(typeof attendanceOperations)['attendance.mine']>
export type MonthSeen = OutputOf<(typeof attendanceOperations)['attendance.month']>

/** Whether the reader settles what is not as rostered. */
export const useDecides = (): boolean => useHolds('storeManager', 'areaManager')
