import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { keepers, makers } from './reach.ts'
import { checkRule, shiftsFrom } from './setting-rules.ts'
import { endLimitInput, limitInput, ruleInput, shiftsInput } from './setting-shape.ts'
import * as settings from './setting-tables.ts'
import * as t from './tables.ts'
import { weekWords } from './words.ts'

/** What rosters rest on: a store's shifts; the company's rules, approvals, and who may work less. */
export const settingActions = operations(weekWords, {
  'rosters.setShifts': action({
    summary: ['定店铺的班次', 'Set a store’s shifts'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: shiftsInput,
    async run({ db, actor, today, now, note }, { id, store, from, shifts: given }) {
      if (from < today) return refuse('fromPast', {}, 'from')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const shifts = shiftsFrom(given)
      if (isRefusal(shifts)) return shifts
      await t.holdWeek(db, store)
      const there = await settings.shiftSetFrom(db, store, from)
      if (there?.id === id) return { id }
      if (there) return refuse('fromTwice', { day: from }, 'from')
      await settings.insertShifts(db, { store, id, from, shifts, by: actor.person, at: now })
      note({ record: id, day: from, after: shifts })
      return { id }
    },
  }),
  'rosters.setRule': action({
    summary: ['定排班规则（从某日起）', 'Set a rule of rosters from a day on'],
    who: keepers,
    about: () => 'company',
    input: ruleInput,
    async run({ db, actor, today, now, note }, { id, code, from, value, source }) {
      if (from < today) return refuse('fromPast', {}, 'from')
      const no = checkRule(code, value)
      if (no) return no
      const isNew = await settings.insertRule(db, {
        id,
        code,
        from,
        value,
        source,
        by: actor.person,
        at: now,
      })
      if (!isNew) return refuse('fromTwice', { day: from }, 'from')
      note({ record: id, day: from, after: { code, value, source } })
      return { id }
    },
  }),
  'rosters.addLimit': action({
    summary: ['登记某人的排班限制（敏感）', 'Enter why somebody may work less (sensitive)'],
    who: keepers,
    about: () => 'company',
    input: limitInput,
    async run({ db, actor, now, note }, { id, person, kind, from, to, weekMinutes }) {
      if (to && to < from) return refuse('endsBefore', {}, 'to')
      if (kind === 'partTime' && weekMinutes === null) return refuse('weekMinutesMissing', {}, 'weekMinutes')
      if (!(await settings.isPerson(db, person))) return refuse('notFound', {}, 'person')
      const week = kind === 'partTime' ? weekMinutes : null
      await settings.insertLimit(db, {
        id,
        person,
        kind,
        from,
        to,
        weekMinutes: week,
        by: actor.person,
        at: now,
      })
      // Of what kind it is stands in the record alone: the audit is read by more people.
      note({ record: id, day: from, after: { person, from, to } })
      return { id }
    },
  }),
  'rosters.endLimit': action({
    summary: ['结束某人的排班限制', 'End somebody’s limit'],
    who: keepers,
    about: () => 'company',
    input: endLimitInput,
    async run({ db, actor, now, note }, { id }) {
      const [ended] = await settings.endLimit(db, id, actor.person, now)
      if (!ended) return refuse('notFound')
      note({ record: id, after: { person: ended.person, ended: true } })
      return { id }
    },
  }),
})
