import type { About } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { NamedAppointment } from './shape.ts'
import { findAppointment } from './tables.ts'

/** Whom or what an appointment concerns: its store, its area, or at headquarters the person. */
const seatOfAppointment = (a: NamedAppointment): About =>
  a.store ? { store: a.store } : a.area ? { area: a.area } : { person: a.person }
export const theAppointment = async (db: Db, { appointment }: { appointment: string }): Promise<About> => {
  const found = await findAppointment(db, appointment)
  return found && seatOfAppointment(found)
}
