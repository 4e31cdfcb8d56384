import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { takeTurns } from '../../organization/lock.ts'
import { awaitedBy, isLive, shipped } from '../catalogue/catalogue.ts'
import { findEditions, findProfiles } from '../edition-tables.ts'
import { editors } from '../editions/draft-actions.ts'
import { insertDraft, nextOwnNumber } from '../editions/draft-tables.ts'
import { proofWords } from '../editions/proof-words.ts'
import { dutyPositions } from '../editions/shape.ts'
import { draftFrom } from './draft.ts'
import { likely } from './match-rules.ts'
import { readDescription } from './read.ts'
import { requirementsFrom } from './requirement-rules.ts'
import { descriptionInput, draftFromInput, readInput } from './shape.ts'
import { findDescription, insertDescription, keepDecisions, linesOf } from './tables.ts'
import { descriptionWords } from './words.ts'

export const descriptionOperations = operations(descriptionWords, {
  'descriptions.read': action({
    summary: ['读入一份别处的岗位职责', 'Read a job description from elsewhere'],
    who: editors,
    about: 'company',
    input: readInput,
    prepare: (_context, { content, position }) => readDescription(Buffer.from(content, 'base64'), position),
    async run({ db, actor, now, note }, { id, name }, read) {
      const head = { id, name, source: read.source, by: actor.person, at: now }
      await insertDescription(db, head, read.lines)
      note({ record: id, after: { name, lines: read.lines.length } })
      return { id, lines: read.lines.length }
    },
  }),
  'descriptions.one': view({
    summary: [
      '读入的岗位职责：条款、周期、对应哪条、还缺什么凭据',
      'A job description that was read: clauses, cadences, what they match, what has no proof yet',
    ],
    who: editors,
    about: 'company',
    input: descriptionInput,
    async run({ db }, { description }) {
      const head = await findDescription(db, description)
      if (!head) return refuse('notFound')
      const lines = await linesOf(db, description)
      const among = new Set(lines.map((l) => l.position))
      const known = [...shipped.byId.values()].filter((d) => among.has(d.position))
      return {
        ...head,
        lines,
        likely,
        /** What a line may stand for, with what proves it or what it awaits. */
        known: known.map((d) => ({
          duty: d.id as string,
          position: d.position,
          title: d.title,
          calendar: d.calendar,
          live: isLive(d),
          proofSays: isLive(d) ? d.proofs.map((p) => proofWords(p.action)) : [],
          awaits: awaitedBy(d),
        })),
      }
    },
  }),
  'descriptions.draft': action({
    summary: ['把读入的岗位职责做成草稿', 'Make a draft of a job description that was read'],
    who: editors,
    about: 'company',
    input: draftFromInput,
    async run({ db, actor, now, note }, { id, description, name, keepUnnamed, lines: choices }) {
      await takeTurns(db)
      if (!(await findDescription(db, description))) return refuse('notFound')
      const [latest] = await findEditions(db)
      if (!latest) return refuse('notFound')
      const lines = await linesOf(db, description)
      const numbers = new Map<(typeof dutyPositions)[number], number>()
      for (const position of dutyPositions) numbers.set(position, await nextOwnNumber(db, position))
      const drafted = draftFrom([...latest.clauses.values()], lines, choices, keepUnnamed, numbers)
      if (isRefusal(drafted)) return drafted
      const profiles = (await findProfiles(db, latest.id)).map(({ position, requirements }) => {
        const asked = lines.filter((l) => l.kind === 'requirement' && l.position === position)
        return {
          position,
          requirements:
            asked.length > 0
              ? requirementsFrom(
                  asked.map((l) => l.text),
                  requirements,
                )
              : requirements,
        }
      })
      const head = { id, name, begunFrom: latest.id, importId: description, by: actor.person, at: now }
      await insertDraft(db, head, drafted.clauses, profiles, drafted.dropped)
      await keepDecisions(db, { id: description, by: actor.person, at: now }, drafted.became)
      note({
        record: id,
        after: { name, description, lines: drafted.became.length, dropped: drafted.dropped.size },
      })
      return {
        id,
        clauses: drafted.became.length,
        own: drafted.became.filter((b) => b.became.includes('-C')).length,
      }
    },
  }),
})
