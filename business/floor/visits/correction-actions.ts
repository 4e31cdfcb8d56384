import type { Actor } from '../../../platform/access/who.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { changesOf, checkCorrection, checkCorrector } from './correction-rules.ts'
import { correctionsOf, holdVisit, insertCorrection, isCorrection, knownThen } from './correction-tables.ts'
import { visitEditions } from './edition-tables.ts'
import { findingsOfVisit, recordMove } from './finding-tables.ts'
import { correctors } from './reach.ts'
import { scoreOf } from './rules.ts'
import { correctInput } from './shape.ts'
import { scoresOf, visitById } from './tables.ts'
import { visitWords } from './words.ts'

export const positionsOf = (actor: Actor): ReadonlySet<string> =>
  new Set(actor.appointments.map((a) => a.position))

export const correctionOperations = operations(visitWords, {
  'visits.correct': action({
    summary: ['更正巡店打分，写明原因', 'Correct the scores of a visit, with the reason'],
    who: correctors,
    about: (_db, { store }) => ({ store }),
    input: correctInput,
    async run({ db, actor, now, note }, { id, store, visit: of, basedOn, reason, scores: asked }) {
      await holdVisit(db, store, of)
      const visit = await visitById(db, store, of)
      if (!visit) return refuse('notFound')
      if (await isCorrection(db, store, id))
        return { id, store, area: visit.area, score: visit.score, withdrawn: [] as string[] }
      const positions = positionsOf(actor)
      const no = checkCorrector(visit, { person: actor.person, positions })
      if (no) return no
      if ((await correctionsOf(db, store, of)).length !== basedOn) return refuse('changedMeanwhile')
      const edition = (await visitEditions.byId(db, visit.edition))!
      const standing = await scoresOf(db, store, of)
      const items = edition.items.filter((i) => standing.some((s) => s.code === i.code))
      const changes = changesOf(standing, asked)
      const findings = await findingsOfVisit(db, store, of)
      const wrong = checkCorrection(items, asked, changes, findings, await knownThen(db, store, of))
      if (wrong) return wrong
      const next = standing.map((s) => {
        const change = changes.find((c) => c.code === s.code)
        return change ? { ...s, points: change.after } : s
      })
      const score = scoreOf(edition.sections, items, next).total
      if (score === null) return refuse('nothingScored')
      // What is in order after all is nobody's to mend any more.
      const cleared = new Set(changes.filter((c) => c.after === null || c.after === 2).map((c) => c.code))
      const withdrawn: string[] = []
      for (const f of findings)
        if (cleared.has(f.code) && (f.state === 'open' || f.state === 'mended')) {
          withdrawn.push(f.id)
          const kind = 'withdrawn' as const
          await recordMove(db, {
            store,
            id: f.id,
            kind,
            by: actor.person,
            at: now,
            words: reason,
            photo: null,
          })
        }
      const as = positions.has('generalManager')
        ? ('generalManager' as const)
        : ('operationsDirector' as const)
      const before = visit.score
      const made = { store, id, visit: of, no: basedOn + 1, by: actor.person, as, at: now, reason }
      await insertCorrection(db, { ...made, before, after: score, changes })
      note({ record: of, day: visit.day, before: { score: before }, after: { score, changes }, reason })
      return { id, store, area: visit.area, score, withdrawn }
    },
  }),
})
