import { z } from 'zod'
import type { Db } from '../../platform/database/database.ts'
import { daysOf, type Month, yearOf } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { sum } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { action, view } from '../../platform/server/door.ts'
import { meanwhile } from './cascade.ts'
import { monthSheet } from './month-sheet.ts'
import { givenToPeople, partsOf, peopleOff, usualParts } from './people-rules.ts'
import { idIn, monthIn, respreadPeopleIn, saveStoreMonthIn } from './shape.ts'
import { jobNumbersOf, peopleNames, type StorePerson, storePeople } from './staff-tables.ts'
import { checkDays, elapsedDays, splitToPeople } from './store-rules.ts'
import {
  closedDays,
  holdStoreMonth,
  type NewStoreTarget,
  putStoreTargets,
  type StoreTarget,
  soldByDay,
  storeTargetInForce,
  storeTargetVersions,
} from './store-tables.ts'
import { holdInForce } from './version-tables.ts'

export const storeTargetsSeenBy = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const
export const storePlanners = { storeManager: 'store', areaManager: 'area' } as const

export const storeOperations = {
  'targets.storeMonth': view({
    summary: ['店铺月目标：日与人', 'A store’s month: days and people'],
    who: storeTargetsSeenBy,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({ store: idIn, month: monthIn }),
    async run({ db, today }, { store, month }) {
      const target = await storeTargetInForce(db, store, month)
      const staff = await storePeople(db, store, month)
      const parts = usualParts(staff, target?.basis.parts ?? [])
      const numbers = await jobNumbersOf(
        db,
        staff.map((p) => p.person),
      )
      const [closed, sold, versions] = [
        await closedDays(db, store, month),
        await soldByDay(db, store, month),
        await storeTargetVersions(db, store, month),
      ]
      return {
        store,
        month,
        today,
        elapsed: elapsedDays(month, today),
        ...(await nameOfStore(db, store)),
        target: target ? { ...target, people: await namedPeople(db, target, staff) } : null,
        staff: staff.map((person) => ({
          ...person,
          jobNumber: numbers.get(person.person) ?? '',
          ...parts.find((part) => part.person === person.person)!,
        })),
        ...(target ? peopleOff(target, staff, parts, month, today) : { gone: [], onLeave: [], joined: [] }),
        days: daysOf(month).map((day) => ({ day, sold: sold.get(day) ?? null, closed: closed.has(day) })),
        versions,
      }
    },
    sheet: monthSheet,
  }),

  'targets.saveStoreMonth': action({
    summary: ['保存店铺月目标：日与人', 'Save a store’s month by day and person'],
    who: storePlanners,
    about: (_db, { store }) => ({ store }),
    input: saveStoreMonthIn,
    async run({ db, actor, today, now, note }, input) {
      const before = await heldTarget(db, input.store, input.month)
      if (!before) return refuse('noMonthTarget', { month: input.month })
      if (before.id !== input.basedOn) return meanwhile(db, before)
      const no = checkDays(input.month, input.days, before.total, before.days, today)
      if (no) return no
      const presence = await storePeople(db, input.store, input.month)
      const request = { month: input.month, today, days: input.days, presence, before }
      const people =
        input.given.length > 0
          ? givenToPeople({ ...request, given: input.given })
          : input.people.length === 0
            ? []
            : splitToPeople({ ...request, parts: input.people })
      if (isRefusal(people)) return people
      const next: NewStoreTarget = {
        id: newId(),
        store: input.store,
        month: input.month,
        version: before.version + 1,
        origin: input.origin,
        days: input.days,
        people,
        basis: {
          ...before.basis,
          parts: input.given.length > 0 ? partsOf(input.given, input.days, presence) : input.people,
          lockedDays: input.lockedDays,
        },
      }
      const kept = await keepStoreMonth(db, before, next, {
        by: actor.person,
        at: now,
        reason: input.reason || null,
      })
      if (isRefusal(kept)) return kept
      note({
        record: next.id,
        day: today,
        before: { version: before.version },
        after: { version: next.version, month: input.month, people: people.length },
        reason: input.reason,
      })
      return kept
    },
  }),

  'targets.respreadPeople': action({
    summary: ['人员变动后，重分今后各天', 'Split the days ahead again after people changed'],
    who: storePlanners,
    about: (_db, { store }) => ({ store }),
    input: respreadPeopleIn,
    async run({ db, actor, today, now, note }, input) {
      const before = await heldTarget(db, input.store, input.month)
      if (!before) return refuse('noMonthTarget', { month: input.month })
      if (before.id !== input.basedOn) return meanwhile(db, before)
      if (before.people.length === 0) return refuse('nobodyToSplit')
      const presence = await storePeople(db, input.store, input.month)
      const parts = usualParts(presence, before.basis.parts ?? [])
      const people = splitToPeople({ month: input.month, today, days: before.days, parts, presence, before })
      if (isRefusal(people)) return people
      const next: NewStoreTarget = {
        id: newId(),
        store: input.store,
        month: input.month,
        version: before.version + 1,
        origin: 'roster',
        days: before.days,
        people,
        basis: { ...before.basis, parts },
      }
      const kept = await keepStoreMonth(db, before, next, {
        by: actor.person,
        at: now,
        reason: input.reason || null,
      })
      if (isRefusal(kept)) return kept
      note({
        record: next.id,
        day: today,
        before: { people: before.people.length },
        after: { people: people.length },
        reason: input.reason,
      })
      return kept
    },
  }),
}

/** The month that is in force, held until the transaction ends so that no two editors, nor a re-plan above, cross. */
export async function heldTarget(db: Db, store: string, month: Month): Promise<StoreTarget | undefined> {
  const seen = await storeTargetInForce(db, store, month)
  if (!seen) return undefined
  await holdInForce(db, yearOf(month), seen.area, 'share')
  await holdStoreMonth(db, store, month)
  return storeTargetInForce(db, store, month)
}

/** A next version, where nobody saved one meanwhile. */
export async function keepStoreMonth(
  db: Db,
  before: StoreTarget,
  next: NewStoreTarget,
  who: { by: string; at: Date; reason: string | null },
) {
  const put = await putStoreTargets(db, [next], {
    area: before.area,
    areaVersion: before.areaVersion,
    ...who,
  })
  if (!put) return meanwhile(db, await storeTargetInForce(db, before.store, before.month))
  return { id: next.id, version: next.version, people: next.people.length }
}

async function namedPeople(db: Db, target: StoreTarget, staff: readonly StorePerson[]) {
  const numbers = await jobNumbersOf(
    db,
    target.people.map((p) => p.person),
  )
  const known = new Map(staff.map((p) => [p.person, p.name]))
  const others = target.people.filter((p) => !known.has(p.person)).map((p) => p.person)
  for (const [id, name] of others.length > 0 ? await peopleNames(db, others) : []) known.set(id, name)
  return target.people.map((p) => ({
    ...p,
    name: known.get(p.person) ?? '',
    jobNumber: numbers.get(p.person) ?? '',
    total: sum(p.days),
  }))
}

async function nameOfStore(db: Db, store: string): Promise<{ name: string; nameEn: string | null }> {
  const [row] = await db.query<{ name: string; nameEn: string | null }>(
    'select name, name_en as "nameEn" from store where id = $1',
    [store],
  )
  return row ?? { name: '', nameEn: null }
}
