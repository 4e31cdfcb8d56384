import { z } from 'zod'
import { type Day, dayOf } from '../../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { checkRoom, fullestOf } from '../load/rules.ts'
import { findRoom } from '../load/tables.ts'
import { everyone } from '../reach.ts'
import { idInput } from '../shape.ts'
import { findStore } from '../stores/tables.ts'
import { decreedYears, markDay, planEvent } from './rules.ts'
import { eventInput, eventRoomInput, markDayInput, yearInput } from './shape.ts'
import {
  clearCalendarDay,
  deleteEvent,
  findEvent,
  listCalendarDays,
  listEvents,
  seedCalendar,
  storesOpen,
  writeCalendarDay,
  writeEvent,
} from './tables.ts'
import { calendarWords } from './words.ts'

const planners = {
  administrator: 'company',
  operationsDirector: 'company',
  merchandising: 'company',
} as const
const keepers = { administrator: 'company', personnel: 'company', operationsDirector: 'company' } as const
const firstOf = (year: number): Day => dayOf(`${year}-01-01`)
const lastOf = (year: number): Day => dayOf(`${year}-12-31`)

export const calendarOperations = operations(calendarWords, {
  'organization.calendar': view({
    summary: ['营业日历', 'Business calendar'],
    who: everyone,
    about: 'company',
    input: yearInput,
    async run({ db, scope, today }, { year }) {
      return {
        year,
        today,
        days: await listCalendarDays(db, firstOf(year), lastOf(year)),
        events: await listEvents(db, firstOf(year), lastOf(year), scope.stores),
        decreed: decreedYears(),
      }
    },
  }),
  'organization.markDay': action({
    summary: ['标记节假日或调休', 'Mark a holiday or a make-up workday'],
    who: keepers,
    about: 'company',
    input: markDayInput,
    async run({ db, note }, input) {
      const decision = markDay(input)
      if (isRefusal(decision)) return decision
      const [before] = await listCalendarDays(db, input.day, input.day)
      if (decision.mark) await writeCalendarDay(db, decision.mark)
      else await clearCalendarDay(db, input.day)
      note({ record: input.day, before, after: decision.mark })
      return { day: input.day }
    },
  }),
  'organization.fillCalendar': action({
    summary: ['按国务院安排填入一年的节假日', 'Fill in a year’s holidays as decreed'],
    who: keepers,
    about: 'company',
    input: yearInput,
    async run({ db, note }, { year }) {
      const known = decreedYears()
      if (year < known.from || year > known.to) return refuse('yearUnknown', { year, ...known }, 'year')
      const added = await seedCalendar(db, year)
      note({ record: String(year), after: { added } })
      return { added }
    },
  }),
  'organization.planEvent': action({
    summary: ['安排或修改营销日', 'Plan or change a trade event'],
    who: planners,
    about: 'company',
    input: eventInput,
    async run({ db, note }, { despiteLoad, ...event }) {
      const decision = planEvent(event)
      if (isRefusal(decision)) return decision
      if (event.store && !(await findStore(db, event.store))) return refuse('notFound', {}, 'store')
      const stores = event.minutes > 0 ? await storesOpen(db, event.store, event) : []
      const ids = stores.map((s) => s.id)
      const no = stores.length > 0 && checkRoom(await findRoom(db, ids, event, event.id), despiteLoad)
      if (no) return no
      const before = await findEvent(db, event.id)
      await writeEvent(db, event)
      note({ record: event.id, before, after: event, store: event.store ?? undefined })
      return { id: event.id }
    },
  }),
  'organization.eventRoom': view({
    summary: ['安排活动前：店铺忙不忙', 'Before planning an event: have stores room for it'],
    who: planners,
    about: 'company',
    input: eventRoomInput,
    async run({ db }, { event, ...asks }) {
      const stores = await storesOpen(db, asks.store, asks)
      const ids = stores.map((s) => s.id)
      return fullestOf(await findRoom(db, ids, asks, event), stores)
    },
  }),
  'organization.dropEvent': action({
    summary: ['取消营销日', 'Drop a trade event'],
    who: planners,
    about: async (db, { event }: { event: string }) => ((await findEvent(db, event)) ? 'company' : undefined),
    input: z.strictObject({ event: idInput }),
    async run({ db, note }, { event }) {
      const before = await findEvent(db, event)
      if (!before) return refuse('notFound')
      await deleteEvent(db, event)
      note({ record: event, before })
      return { id: event }
    },
  }),
})
