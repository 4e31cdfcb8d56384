import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { associatesToCoach, findCoaching, insertCoaching, markSeen } from './coaching-tables.ts'
import { leftToCoach, weekAround } from './rules.ts'
import { coachInput, seenInput } from './shape.ts'
import { briefingWords } from './words.ts'

export const coachingActions = operations(briefingWords, {
  'coaching.note': action({
    summary: ['记一次带教：技能、看到的、下一步', 'Note coaching: the skill, what was seen, the next step'],
    mayWait: true,
    who: { storeManager: 'store' },
    about: (_db, { store }) => ({ store }),
    input: coachInput,
    async run({ db, actor, today, now, note }, { id, store, person, skill, observed, nextStep }) {
      if (person === actor.person) return refuse('oneself')
      const week = weekAround(today)
      const before = await associatesToCoach(db, store, { ...week, day: today })
      if (!before.some((a) => a.person === person)) return refuse('notHere', {}, 'person')
      const by = actor.person
      await insertCoaching(db, { store, id, person, day: today, skill, observed, nextStep, by, at: now })
      const after = before.map((a) => (a.person === person ? { ...a, coached: true } : a))
      note({ record: id, day: today, after: { person, skill, nextStep } })
      return { id, person, day: today, left: leftToCoach(after).length }
    },
  }),
  'coaching.seen': action({
    summary: ['看过给自己的带教', 'Read coaching given to oneself'],
    mayWait: true,
    who: { salesAssociate: 'store' },
    about: (_db, { store }) => ({ store }),
    input: seenInput,
    async run({ db, actor, now, note }, { store, id, words }) {
      const one = await findCoaching(db, store, id)
      if (!one) return refuse('notFound')
      if (one.person !== actor.person) return refuse('notYours')
      await markSeen(db, store, id, now, words)
      note({ record: id, day: one.day })
      return { id }
    },
  }),
})
