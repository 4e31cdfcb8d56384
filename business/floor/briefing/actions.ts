import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { deadlineOf } from '../../sales/reports/rules.ts'
import { coachingActions } from './coaching-actions.ts'
import { checkClosed, checkPlanned, leftToHelp, shareOfDay, shareSeen } from './rules.ts'
import { briefInput, closeInput, helpInput, planInput } from './shape.ts'
import { standingOf } from './standing.ts'
import {
  briefingOf,
  closingOf,
  helpsOf,
  holdDay,
  insertBriefing,
  insertClosing,
  insertHelp,
  insertPlan,
  planOf,
} from './tables.ts'
import { briefingViews } from './views.ts'
import { briefingWords } from './words.ts'

const managers = { storeManager: 'store' } as const satisfies WhoTable

const dayPlanActions = operations(briefingWords, {
  'dayPlans.plan': action({
    summary: ['写当天计划：三件要事、主推', 'Plan a store’s day: three things, what to push'],
    mayWait: true,
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: planInput,
    async run({ db, actor, today, now, note }, { id, store, day, basedOn, things, push }) {
      const no = checkPlanned(day, today)
      if (no) return no
      await holdDay(db, store)
      const standing = await planOf(db, store, day)
      if (standing?.id === id) return { id, day, version: standing.version }
      if ((standing?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const version = basedOn + 1
      await insertPlan(db, { store, id, day, version, things, push, by: actor.person, at: now })
      note({ record: id, day, after: { version, things, push } })
      return { id, day, version }
    },
  }),
  'dayPlans.brief': action({
    summary: ['开晨会：目标派到人', 'Hold the morning briefing: each hears the own target'],
    mayWait: true,
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: briefInput,
    async run({ db, actor, today, now, note }, { id, store, basedOn, present }) {
      const seen = await held(db, store, today)
      if (isRefusal(seen)) return seen
      const plan = await planOf(db, store, today)
      if (!plan) return refuse('planFirst')
      const standing = await briefingOf(db, store, today)
      if (standing?.id === id) return { id, day: today, version: standing.version }
      if ((standing?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const { target, people } = await standingOf(db, seen, today, now)
      if (present.some((one) => !people.some((p) => p.person === one))) return refuse('notHere')
      const version = basedOn + 1
      await insertBriefing(db, {
        store,
        id,
        day: today,
        version,
        plan: plan.id,
        target,
        people: people.map((p) => ({
          person: p.person,
          target: p.target,
          present: present.includes(p.person),
        })),
        by: actor.person,
        at: now,
      })
      note({ record: id, day: today, after: { version, present: present.length } })
      return { id, day: today, version }
    },
  }),
  'dayPlans.help': action({
    summary: ['记一次帮扶', 'Note help given on the floor'],
    mayWait: true,
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: helpInput,
    async run({ db, actor, today, now, language, note }, { id, store, help }) {
      const seen = await held(db, store, today)
      if (isRefusal(seen)) return seen
      const { people, net, target } = await standingOf(db, seen, today, now)
      const helped = (await helpsOf(db, store, today)).map((h) => h.person)
      if (help?.how === 'other' && !help.words) return refuse('wordsMissing', {}, 'help.words')
      const left = leftToHelp(people, [...helped, help?.person ?? null])
      const isTime = shareOfDay(seen, today, now) >= shareSeen
      if (!help && !isTime) return refuse('tooSoon')
      if (!help && left.length > 0)
        return refuse('somebodyLags', {
          names: left.map((p) => p.name).join(say(briefingWords.comma, language)),
        })
      const who = help && people.find((p) => p.person === help.person)
      if (help && !who) return refuse('notHere')
      if (help?.person === actor.person) return refuse('oneself')
      await insertHelp(db, {
        store,
        id,
        day: today,
        person: help?.person ?? null,
        how: help?.how ?? null,
        words: help?.words ?? null,
        net: who ? who.net : net,
        target: who ? who.target : target,
        by: actor.person,
        at: now,
      })
      note({ record: id, day: today, after: help ?? { nobodyLags: true } })
      /** Everybody who lags has been helped, at an hour at which lagging can be told. */
      return { id, day: today, isDone: isTime && left.length === 0 }
    },
  }),
  'dayPlans.close': action({
    summary: [
      '晚上收尾：三件事做没做，各人做到多少',
      'Close the day: which things were done, what each sold',
    ],
    mayWait: true,
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: closeInput,
    async run({ db, actor, today, now, note }, { id, store, day, basedOn, plan, done, words }) {
      const seen = await held(db, store, today)
      if (isRefusal(seen)) return seen
      const no = checkClosed(day, today, now, deadlineOf(seen, day).earliest)
      if (no) return no
      const planned = await planOf(db, store, day)
      if (!planned) return refuse('planFirst')
      if (planned.id !== plan || planned.things.length !== done.length) return refuse('othersThings')
      const standing = await closingOf(db, store, day)
      if (standing?.id === id) return { id, day, version: standing.version }
      if ((standing?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const { net, target } = await standingOf(db, seen, day, now)
      const version = basedOn + 1
      const by = actor.person
      await insertClosing(db, { store, id, day, version, plan, done, words, net, target, by, at: now })
      note({ record: id, day, after: { version, done, net } })
      return { id, day, version }
    },
  }),
})

/** A store that trades on the day, its day held so that versions follow one another. */
async function held(db: Db, store: string, today: Day) {
  const [seen] = await storesOf(db, [store], null, today)
  if (!seen) return refuse('notFound')
  await holdDay(db, store)
  return seen
}

export const briefingOperations = { ...dayPlanActions, ...coachingActions, ...briefingViews }
