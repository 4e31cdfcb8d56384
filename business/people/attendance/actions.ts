import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { deviceOfBrowser } from '../../organization/access/device-tables.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { daysOf, monthOfStore } from './gather.ts'
import { placeActions } from './place-actions.ts'
import { checkPlace, placeRuleOn } from './place-rules.ts'
import { placeRulesOf } from './place-tables.ts'
import { deciders, lockers, staff } from './reach.ts'
import { checkConfirm, checkExplained, explainedBack, samePress } from './rules.ts'
import {
  decideInput,
  decideOvertimeInput,
  explainInput,
  monthOfInput,
  overtimeInput,
  punchInput,
  reviewInput,
} from './shape.ts'
import * as t from './tables.ts'
import { attendanceViews } from './views.ts'
import { attendanceWords } from './words.ts'

const attendanceActions = operations(attendanceWords, {
  'attendance.punch': action({
    summary: ['打卡', 'Clock in or out'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: punchInput,
    async run({ db, actor, today, now, browser, note }, { id, store, kind, phoneAt }) {
      const seen = await open(db, store, today)
      if (isRefusal(seen)) return seen
      const own = await t.punchesOf(db, store, today, today, actor.person)
      const known = own.find((p) => p.id === id)
      if (known) return { id, day: today, at: known.at }
      const last = own.at(-1)
      // Pressed twice it is once, also from a phone that lost the answer and its memory of it.
      if (last?.kind === kind && now.getTime() - Date.parse(last.at) < samePress * 60_000)
        return { id: last.id, day: today, at: last.at }
      if (kind === 'out' && !own.some((p) => p.kind === 'in')) return refuse('inFirst')
      const here = await deviceOfBrowser(db, browser)
      const device = here?.store === store ? here : undefined
      const rule = placeRuleOn(await placeRulesOf(db, store, today), today)
      const elsewhere = checkPlace(rule?.rule, device !== undefined)
      if (elsewhere) return elsewhere
      const person = actor.person
      await t.insertPunch(db, {
        store,
        id,
        person,
        day: today,
        kind,
        at: now,
        phoneAt,
        device: device?.id ?? null,
      })
      note({ record: id, day: today, after: { kind, phoneAt, on: device ? device.name : 'own phone' } })
      return { id, day: today, at: now.toISOString() }
    },
  }),
  'attendance.explain': action({
    summary: ['说明考勤异常', 'Explain a day that is not as rostered'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: explainInput,
    async run({ db, actor, today, now, note }, { store, day, words }) {
      const seen = await open(db, store, today, monthOf(day))
      if (isRefusal(seen)) return seen
      const own = await dayOf(db, seen, actor.person, day, now)
      if (!own) return refuse('notHere')
      const no = checkExplained(day, today, own.state)
      if (no) return no
      if (own.exception?.accepted === true) return refuse('decidedAlready')
      await t.putException(db, { store, person: actor.person, day, words, at: now })
      note({ day, after: { state: own.state }, reason: words })
      return { day }
    },
  }),
  'attendance.decide': action({
    summary: ['认或不认考勤异常', 'Accept a day that is not as rostered, or not'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: decideInput,
    async run({ db, actor, today, now, language, note }, { store, person, day, accepted, words }) {
      if (person === actor.person) return refuse('oneself')
      if (!accepted && words === null) return refuse('whyMissing', {}, 'words')
      const seen = await open(db, store, today, monthOf(day))
      if (isRefusal(seen)) return seen
      const own = await dayOf(db, seen, person, day, now)
      if (!own) return refuse('notHere', {}, 'person')
      if (!own.isOpen && own.exception === null) return refuse('nothingWrong', {}, 'day')
      const unsaid = say(attendanceWords.unsaid, language)
      await t.decideException(db, { store, person, day, accepted, words, by: actor.person, at: now, unsaid })
      note({ day, after: { person, accepted }, ...(words ? { reason: words } : {}) })
      return { day }
    },
  }),
  'attendance.askOvertime': action({
    summary: ['申请加班', 'Ask for overtime'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: overtimeInput,
    async run({ db, actor, today, now, note }, { id, store, day, minutes, words }) {
      if (day < addDays(today, -explainedBack)) return refuse('tooLongAgo', { days: explainedBack }, 'day')
      const seen = await open(db, store, today, monthOf(day))
      if (isRefusal(seen)) return seen
      if (await t.overtimeById(db, store, id)) return { id, day }
      const isNew = await t.insertOvertime(db, {
        store,
        id,
        person: actor.person,
        day,
        minutes,
        words,
        at: now,
      })
      if (!isNew) return refuse('askedAlready', {}, 'day')
      note({ record: id, day, after: { minutes }, reason: words })
      return { id, day }
    },
  }),
  'attendance.decideOvertime': action({
    summary: ['批加班', 'Approve overtime, or not'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: decideOvertimeInput,
    async run({ db, actor, today, now, note }, { store, id, approved, words }) {
      const asked = await t.overtimeById(db, store, id)
      if (!asked) return refuse('notFound')
      const seen = await open(db, store, today, monthOf(asked.day))
      if (isRefusal(seen)) return seen
      if (asked.person === actor.person) return refuse('oneself')
      if (asked.approved !== null) return refuse('decidedAlready')
      await t.decideOvertime(db, { store, id, approved, words, by: actor.person, at: now })
      note({ record: id, day: asked.day, after: { approved, minutes: asked.minutes } })
      return { id, day: asked.day }
    },
  }),
  'attendance.review': action({
    summary: ['看过当天打卡', 'Look through a day’s clock-ins'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: reviewInput,
    async run({ db, actor, today, now, note }, { id, store, day = today }) {
      if (day > today) return refuse('dayAhead', {}, 'day')
      if (day < addDays(today, -explainedBack)) return refuse('tooLongAgo', { days: explainedBack }, 'day')
      const seen = await open(db, store, today)
      if (isRefusal(seen)) return seen
      const days = await daysOf(db, seen, { from: day, to: day }, now)
      const there = days.filter((d) => d.punched.in !== null).length
      const wrong = days.filter((d) => d.isOpen).length
      await t.insertReview(db, { store, id, day, by: actor.person, at: now, there, wrong })
      note({ record: id, day, after: { there, wrong } })
      return { id, day, there, wrong }
    },
  }),
  'attendance.confirmMonth': action({
    summary: ['店长确认月考勤与业绩', 'Confirm a store’s month of attendance and sales credits'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: monthOfInput,
    async run({ db, actor, today, now, note }, { store, month }) {
      const seen = await open(db, store, today)
      if (isRefusal(seen)) return seen
      const head = await t.monthHead(db, store, month)
      const { lines, open: left } = await monthOfStore(db, seen, month, now, today)
      const no = checkConfirm(month, today, { open: left, isLocked: head?.lockedAt != null })
      if (no) return no
      await t.confirmMonth(db, { store, month, by: actor.person, at: now, lines })
      note({ after: { month, people: lines.length } })
      return { month, people: lines.length }
    },
  }),
  'attendance.lockMonth': action({
    summary: ['区长核对并锁定，供算薪', 'Verify a store’s month and lock it for pay'],
    who: lockers,
    about: (_db, { store }) => ({ store }),
    input: monthOfInput,
    async run({ db, actor, today, now, note }, { store, month }) {
      const seen = await open(db, store, today)
      if (isRefusal(seen)) return seen
      const head = await t.monthHead(db, store, month)
      if (!head) return refuse('confirmFirst')
      if (head.lockedAt) return refuse('locked')
      if (await t.isConfirmedBy(db, store, month, actor.person)) return refuse('sameTwice')
      await t.lockMonth(db, store, month, actor.person, now)
      const left = seen.area ? (await t.storesUnlocked(db, seen.area, month)).length : 0
      note({ after: { month, locked: true } })
      return { month, area: seen.area, left }
    },
  }),
})

/** A store that trades today, held; where a month is named, it is not locked for pay. */
async function open(db: Db, store: string, today: Day, month?: Month) {
  const [seen] = await storesOf(db, [store], null, today)
  if (!seen) return refuse('notFound')
  await t.holdStore(db, store)
  if (month && (await t.isLocked(db, store, month))) return refuse('locked')
  return seen
}
async function dayOf(db: Db, store: Parameters<typeof daysOf>[1], person: string, day: Day, now: Date) {
  const days = await daysOf(db, store, { from: day, to: day }, now)
  return days.find((d) => d.person === person)
}

export const attendanceOperations = { ...attendanceActions, ...placeActions, ...attendanceViews }
