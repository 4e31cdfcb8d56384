import { z } from 'zod'
import type { WhoTable } from '../../../platform/access/who.ts'
import { addDays, firstDay, lastDay } from '../../../platform/kinds/day.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { everyone } from '../../organization/reach.ts'
import { seatOf } from '../../organization/shape.ts'
import { isDirectlyAbove, mayDecide, stateOf } from './rules.ts'
import { calendarInput, type Leave } from './shape.ts'
import {
  type Absence,
  absencesIn,
  leavesOf,
  possibleStandIns,
  seatsOf,
  staffCounts,
  waitingLeaves,
} from './tables.ts'
import { leaveWords } from './words.ts'

const oneself = {
  generalManager: 'own',
  operationsDirector: 'own',
  areaManager: 'own',
  storeManager: 'own',
  salesAssociate: 'own',
  finance: 'own',
  merchandising: 'own',
  personnel: 'own',
  training: 'own',
  administrator: 'own',
} as const satisfies WhoTable

/** Requests and absences shown at once; whoever has more narrows to an area or a store. */
const mostWaiting = 200
const mostAbsences = 1_000
/** One's own leave is listed for so many days back. */
const ownBack = 400

export const leaveViews = operations(leaveWords, {
  'leave.mine': view({
    keptNowhere: true,
    summary: ['我的请假', 'My own leave'],
    who: oneself,
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({}),
    async run({ db, actor, today }) {
      const seats = await seatsOf(db, actor.person, today)
      const leads = seats.find((s) => s.position !== 'salesAssociate')
      return {
        today,
        leaves: (await leavesOf(db, actor.person, addDays(today, -ownBack))).map((l) => ({
          ...l,
          state: stateOf(l),
        })),
        /** Only whoever has authority to leave behind names a stand-in. */
        standIns: leads ? await possibleStandIns(db, leads, actor.person, today) : null,
        store: seats.find((s) => s.store !== null)?.store ?? null,
      }
    },
  }),
  'leave.toDecide': view({
    keptNowhere: true,
    summary: ['等我批的请假', 'Requests for leave to decide'],
    who: {
      storeManager: 'store',
      areaManager: 'area',
      operationsDirector: 'company',
      generalManager: 'company',
      personnel: 'company',
    },
    about: 'company',
    input: z.strictObject({}),
    async run({ db, actor, scope, today }) {
      const waiting = (await waitingLeaves(db, scope.stores, today, mostWaiting)).filter((l) =>
        mayDecide(actor, l.person, l.seats),
      )
      const stores = [...new Set(waiting.flatMap((l) => l.seats.flatMap((s) => s.store ?? [])))]
      const last = waiting.reduce((day, l) => (l.to > day ? l.to : day), today)
      const first = waiting.reduce((day, l) => (l.from < day ? l.from : day), today)
      const away = await absencesIn(db, { stores }, first, last, mostAbsences)
      const staff = new Map((await staffCounts(db, stores, today)).map((s) => [s.store, s.people]))
      return {
        today,
        requests: waiting.map(({ seats, ...leave }) => ({
          ...leave,
          isDirect: isDirectlyAbove(actor, leave.person, seats),
          position: seats[0]?.position ?? null,
          staff: seats.map((s) => (s.store ? (staff.get(s.store) ?? 0) : 0))[0] ?? 0,
          begun: leave.from <= today,
          /** Others of the store who are away on some of these days. */
          others: away
            .filter(
              (a) => isMeanwhile(a, leave) && seats.some((s) => s.store !== null && s.store === a.store),
            )
            .map(({ name, from, to, approved }) => ({ name, from, to, approved: approved === true })),
        })),
      }
    },
  }),
  'leave.calendar': view({
    keptNowhere: true,
    summary: ['谁不在：店铺与日历', 'Who is away: stores and days'],
    who: everyone,
    about: (_db, { store, area }) => (store ? { store } : area ? { area } : 'company'),
    input: calendarInput,
    async run({ db, actor, scope, today }, { store, area, month }) {
      const at = store ? [store] : scope.stores
      const found = await absencesIn(db, { stores: at, area }, firstDay(month), lastDay(month), mostAbsences)
      const staff = store ? await staffCounts(db, [store], today) : []
      return {
        month,
        today,
        staff: staff[0]?.people ?? null,
        leftOff: found.length === mostAbsences,
        absences: found.map((a) => ({
          ...a,
          approved: a.approved === true,
          // What kind of leave it is concerns oneself and one's superiors, not the colleagues.
          kind: a.person === actor.person || mayDecide(actor, a.person, [seatThen(a)]) ? a.kind : null,
        })),
      }
    },
  }),
})

const isMeanwhile = (a: Absence, leave: Leave): boolean =>
  a.person !== leave.person && a.from <= leave.to && leave.from <= a.to
const seatThen = ({ position, store, area }: Absence) => ({
  position,
  store,
  area: seatOf[position] === 'area' ? area : null,
})
