import { z } from 'zod'
import { inScope, type WhoTable } from '../../../platform/access/who.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { deadlineOf } from '../../sales/reports/rules.ts'
import { associatesToCoach, coachingsOfPerson, coachingsOfStore } from './coaching-tables.ts'
import { leftToCoach, leftToHelp, weekAround } from './rules.ts'
import { dayPlanInput, ofStoreInput } from './shape.ts'
import { standingOf, yesterdayOf } from './standing.ts'
import { briefingOf, closingOf, helpsOf, noticesToRelay, planOf } from './tables.ts'
import { briefingWords } from './words.ts'

const superiors = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const satisfies WhoTable

/** Coaching of so many days stands on the page of a store; so many of one's own. */
const lately = 56
const mostOwn = 30

export const briefingViews = operations(briefingWords, {
  'dayPlans.day': view({
    summary: ['店的一天：计划、晨会、帮扶、收尾', 'A store’s planned day: plan, briefing, help, closing'],
    who: { ...superiors, salesAssociate: 'store' },
    about: (_db, { store }) => ({ store }),
    input: dayPlanInput,
    async run({ db, actor, scope, today, now }, { store, day = today }) {
      if (day > addDays(today, 1)) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen || !inScope(scope.stores, store)) return refuse('notFound')
      const standing = await standingOf(db, seen, day, now)
      const helps = await helpsOf(db, store, day)
      const briefing = await briefingOf(db, store, day)
      // What each sold and was helped with is between her and who leads the store.
      const leads = actor.appointments.some((a) => a.position !== 'salesAssociate')
      const hers = <P extends { person: string | null }>(all: readonly P[]): readonly P[] =>
        leads ? all : all.filter((one) => one.person === actor.person)
      return {
        today,
        day,
        at: now.toISOString(),
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn, opensAt: seen.opensAt },
        closesFrom: deadlineOf(seen, day).earliest.toISOString(),
        yesterday: await yesterdayOf(db, store, day),
        ...standing,
        people: hers(standing.people),
        plan: (await planOf(db, store, day)) ?? null,
        briefing: briefing
          ? {
              ...briefing,
              present: briefing.people.filter((p) => p.present).length,
              people: hers(briefing.people),
            }
          : null,
        helps: hers(helps),
        toHelp: hers(
          leftToHelp(
            standing.people,
            helps.map((h) => h.person),
          ),
        ).map((p) => p.person),
        closing: (await closingOf(db, store, day)) ?? null,
        notices: day === today ? await noticesToRelay(db, store, today) : [],
      }
    },
  }),
  'coaching.ofStore': view({
    summary: ['全店带教：本周还差谁', 'Coaching of a store: who is left this week'],
    who: superiors,
    about: (_db, { store }) => ({ store }),
    input: ofStoreInput,
    async run({ db, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const week = weekAround(today)
      const associates = await associatesToCoach(db, store, { ...week, day: today })
      const notes = await coachingsOfStore(db, store, addDays(today, -lately))
      return {
        today,
        week,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        left: leftToCoach(associates).length,
        associates: associates.map((a) => ({
          ...a,
          notes: notes.filter((n) => n.person === a.person).slice(0, 8),
        })),
      }
    },
  }),
  'coaching.mine': view({
    summary: ['给我的带教', 'Coaching given to me'],
    who: { salesAssociate: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({}),
    run: async ({ db, actor }) => ({ notes: await coachingsOfPerson(db, actor.person, mostOwn) }),
  }),
})
