import { z } from 'zod'
import { inScope } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import {
  type Day,
  daysOf,
  firstDay,
  lastDay,
  type Month,
  monthsOf,
  yearOf,
} from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { say } from '../../platform/kinds/words.ts'
import { action, view } from '../../platform/server/door.ts'
import { meanwhile } from './cascade.ts'
import { areasOfYear, storesOfYear } from './history-tables.ts'
import { idIn, monthIn, type PersonPart, respreadPeopleIn, saveStoreMonthIn } from './shape.ts'
import { checkDays, elapsedDays, splitToPeople, usualParts } from './store-rules.ts'
import {
  closedDays,
  holdStoreMonth,
  type NewStoreTarget,
  peopleNames,
  putStoreTargets,
  type StorePerson,
  type StoreTarget,
  soldByDay,
  storePeople,
  storeTargetInForce,
  storeTargetVersions,
} from './store-tables.ts'
import { ownDayTargets, plansInForce, storeMonthTargets } from './tables.ts'
import { holdInForce } from './version-tables.ts'
import { sheetWords } from './words.ts'

const seenBy = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const
const doneBy = { storeManager: 'store', areaManager: 'area' } as const

export const storeOperations = {
  'targets.storeMonth': view({
    summary: ['店铺月目标：日与人', 'A store’s month: days and people'],
    who: seenBy,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({ store: idIn, month: monthIn }),
    async run({ db, today }, { store, month }) {
      const target = await storeTargetInForce(db, store, month)
      const staff = await storePeople(db, store, month)
      const parts = usualParts(staff, target?.basis.parts ?? [])
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
          ...parts.find((part) => part.person === person.person)!,
        })),
        /** People with targets on days on which they are no longer here, or on leave; and people here without any. */
        ...(target ? peopleOff(target, staff, parts, month, today) : { gone: [], onLeave: [], joined: [] }),
        days: daysOf(month).map((day) => ({ day, sold: sold.get(day) ?? null, closed: closed.has(day) })),
        versions,
      }
    },
    sheet: (answer, language) => {
      const people = answer.target?.people ?? []
      return {
        name: say(sheetWords.storeSheet, language, { store: answer.name, month: answer.month }),
        columns: [
          { title: say(sheetWords.day, language), kind: 'day' as const },
          { title: say(sheetWords.target, language), kind: 'money' as const },
          ...people.map((p) => ({ title: p.name, kind: 'money' as const })),
          { title: say(sheetWords.sold, language), kind: 'money' as const },
        ],
        rows: answer.days.map(({ day, sold }, d) => [
          day,
          answer.target?.days[d],
          ...people.map((p) => p.days[d]),
          sold,
        ]),
        totals: [
          say(sheetWords.total, language),
          answer.target?.total,
          ...people.map((p) => p.total),
          sum(answer.days.map((d) => d.sold ?? (0 as Money))),
        ],
      }
    },
  }),

  'targets.saveStoreMonth': action({
    summary: ['保存店铺月目标：日与人', 'Save a store’s month by day and person'],
    who: doneBy,
    about: (_db, { store }) => ({ store }),
    input: saveStoreMonthIn,
    async run({ db, actor, today, now, note }, input) {
      const before = await heldTarget(db, input.store, input.month)
      if (!before) return refuse('noMonthTarget', { month: input.month })
      if (before.id !== input.basedOn) return meanwhile(db, before)
      const no = checkDays(input.month, input.days, before.total, before.days, today)
      if (no) return no
      const people =
        input.people.length === 0
          ? []
          : splitToPeople({
              month: input.month,
              today,
              days: input.days,
              parts: input.people,
              presence: await storePeople(db, input.store, input.month),
              before,
            })
      if (isRefusal(people)) return people
      const next: NewStoreTarget = {
        id: newId(),
        store: input.store,
        month: input.month,
        version: before.version + 1,
        origin: 'hand',
        days: input.days,
        people,
        basis: { ...before.basis, parts: input.people, lockedDays: input.lockedDays },
      }
      const kept = await keep(db, before, next, { by: actor.person, at: now, reason: input.reason || null })
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
    who: doneBy,
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
      const kept = await keep(db, before, next, { by: actor.person, at: now, reason: input.reason || null })
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

  'targets.myDays': view({
    summary: ['我的日目标', 'My own day targets'],
    who: { salesAssociate: 'own', storeManager: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({ month: monthIn }),
    async run({ db, actor, today }, { month }) {
      const days = await ownDayTargets(db, actor.person, firstDay(month), lastDay(month))
      return {
        month,
        today,
        total: sum(days.map((d) => d.amount)),
        days: days.map(({ store, day, amount, monthToDate }) => ({ store, day, amount, monthToDate })),
      }
    },
  }),

  'targets.places': view({
    summary: ['我管的区域与店铺，目标到了哪一级', 'My areas and stores, and how far targets have come down'],
    who: seenBy,
    about: 'company',
    input: z.strictObject({ month: monthIn }),
    async run({ db, scope }, { month }) {
      const year = yearOf(month)
      const [areas, stores, plans] = [
        await areasOfYear(db, year),
        await storesOfYear(db, year),
        await plansInForce(db, year),
      ]
      const mine = stores.filter((s) => inScope(scope.stores, s.id))
      const seen = new Set(mine.map((s) => s.area))
      const months = await storeMonthTargets(
        db,
        mine.map((s) => s.id),
        [month],
      )
      const byStore = new Map(months.map((m) => [m.store, m]))
      const released = new Map(plans.map((p) => [p.scope, sum(p.months)]))
      const m = monthsOf(year).indexOf(month)
      return {
        month,
        areas: areas
          .filter((a) => seen.has(a.id))
          .map((a) => ({
            id: a.id,
            name: a.name,
            nameEn: a.nameEn,
            mayOpen: inScope(scope.areas, a.id),
            /** Only for those who may open the area. */
            total: inScope(scope.areas, a.id) ? (released.get(a.id) ?? null) : null,
          })),
        stores: mine
          .filter((s) => s.trades[m])
          .map((s) => ({
            id: s.id,
            area: s.area,
            code: s.code,
            name: s.name,
            nameEn: s.nameEn,
            total: byStore.get(s.id)?.total ?? null,
            split: byStore.get(s.id)?.split ?? false,
          })),
      }
    },
  }),
}

/** The month that is in force, held until the transaction ends so that no two editors, nor a re-plan above, cross. */
async function heldTarget(db: Db, store: string, month: Month): Promise<StoreTarget | undefined> {
  const seen = await storeTargetInForce(db, store, month)
  if (!seen) return undefined
  await holdInForce(db, yearOf(month), seen.area, 'share')
  await holdStoreMonth(db, store, month)
  return storeTargetInForce(db, store, month)
}

async function keep(
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
  const known = new Map(staff.map((p) => [p.person, p.name]))
  const others = target.people.filter((p) => !known.has(p.person)).map((p) => p.person)
  for (const [id, name] of others.length > 0 ? await peopleNames(db, others) : []) known.set(id, name)
  return target.people.map((p) => ({ ...p, name: known.get(p.person) ?? '', total: sum(p.days) }))
}

function peopleOff(
  target: StoreTarget,
  staff: readonly StorePerson[],
  parts: readonly PersonPart[],
  month: Month,
  today: Day,
) {
  if (target.people.length === 0) return { gone: [], onLeave: [], joined: [] }
  const past = elapsedDays(month, today)
  const there = new Map(staff.map((p) => [p.person, p.present]))
  const away = new Map(staff.map((p) => [p.person, new Set(p.away)]))
  const carriers = (absent: (person: string, d: number) => boolean) =>
    target.people
      .filter((p) => p.days.some((amount, d) => d >= past && amount > 0 && absent(p.person, d)))
      .map((p) => p.person)
  const isAway = (person: string, d: number): boolean => away.get(person)?.has(d + 1) ?? false
  const joined = parts.filter((part) => {
    const ahead = there.get(part.person)!.some((present, d) => d >= past && present)
    return part.factor > 0 && ahead && !target.people.some((p) => p.person === part.person)
  })
  return {
    gone: carriers((person, d) => !there.get(person)?.[d] && !isAway(person, d)),
    onLeave: carriers(isAway),
    joined: joined.map((p) => p.person),
  }
}

async function nameOfStore(db: Db, store: string): Promise<{ name: string; nameEn: string | null }> {
  const [row] = await db.query<{ name: string; nameEn: string | null }>(
    'select name, name_en as "nameEn" from store where id = $1',
    [store],
  )
  return row ?? { name: '', nameEn: null }
}
