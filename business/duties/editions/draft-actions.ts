import type { Actor, WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { takeTurns } from '../../organization/lock.ts'
import { shipped } from '../catalogue/catalogue.ts'
import { type DutyPosition, isOwn, positionCodes } from '../catalogue/codes.ts'
import { findEditions, findProfiles } from '../edition-tables.ts'
import type { Clause } from '../shape.ts'
import { checkState, checkTerms, type NotNow, type WayPositions } from './clause-rules.ts'
import {
  addDraftClause,
  type DraftHead,
  draftProfiles,
  findDraftClause,
  holdDraft,
  insertDraft,
  insertStep,
  nextOwnNumber,
  saveDraftClause,
  saveDraftProfile,
} from './draft-tables.ts'
import {
  addDutyInput,
  beginInput,
  draftInput,
  type mayWhen,
  returnInput,
  saveClauseInput,
  saveProfileInput,
  submitInput,
  type Terms,
} from './shape.ts'
import { ways } from './ways.ts'
import { editionWords } from './words.ts'

/** Who writes the company's job descriptions, and who decides that they hold. */
export const editors = {
  personnel: 'company',
  administrator: 'company',
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
export const deciders = {
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
export const mayDecide = (actor: Actor): boolean => actor.appointments.some((a) => a.position in deciders)

const wayPositions: WayPositions = new Map(Object.entries(ways).map(([name, way]) => [name, way.positions]))

export const draftActions = operations(editionWords, {
  'editions.begin': action({
    summary: ['起草新的一版岗位职责', 'Begin a new edition of the job descriptions'],
    who: editors,
    about: 'company',
    input: beginInput,
    async run({ db, actor, now, note }, { id, name }) {
      // From the latest that is decided, even if its day is still to come: it will stand when this one follows.
      const [latest] = await findEditions(db)
      if (!latest) return refuse('notFound')
      const head = { id, name, begunFrom: latest.id, importId: null, by: actor.person, at: now }
      const made = await insertDraft(
        db,
        head,
        [...latest.clauses.values()],
        await findProfiles(db, latest.id),
      )
      if (made) note({ record: id, after: { name, begunFrom: latest.id } })
      return { id }
    },
  }),
  'editions.saveClause': action({
    summary: ['保存草稿里的一条职责', 'Save a clause of a draft'],
    who: editors,
    about: 'company',
    input: saveClauseInput,
    async run({ db, actor, now, note }, { draft, duty, basedOn, terms, dropped }) {
      const head = await held(db, draft, 'edit')
      if ('refused' in head) return head
      const before = await findDraftClause(db, draft, duty)
      if (!before) return refuse('notFound')
      const no = checkTerms(before.position, terms, shippedOf(duty), wayPositions)
      if (no) return no
      const clause = clauseFrom(before.duty, before.position, terms)
      const by = { by: actor.person, at: now }
      const revision = await saveDraftClause(db, { draft, clause, basedOn, dropped, ...by })
      if (revision === undefined)
        return refuse('changedMeanwhile', {
          theirs: before,
          yours: { ...clause, dropped },
          revision: before.revision,
        })
      note({ record: draft, before: shortOf(before, before.dropped), after: shortOf(clause, dropped) })
      return { draft, duty, revision }
    },
  }),
  'editions.addDuty': action({
    summary: ['给岗位加一条公司自己的职责', 'Add a duty of the company’s own to a position'],
    who: editors,
    about: 'company',
    input: addDutyInput,
    async run({ db, actor, now, note }, { draft, position, terms }) {
      await takeTurns(db)
      const head = await held(db, draft, 'edit')
      if ('refused' in head) return head
      const no = checkTerms(position, terms, undefined, wayPositions)
      if (no) return no
      const duty = `${positionCodes[position]}-C${await nextOwnNumber(db, position)}`
      const clause = clauseFrom(duty, position, terms)
      await addDraftClause(db, { draft, clause, by: actor.person, at: now })
      note({ record: draft, after: shortOf(clause, false) })
      return { draft, duty, revision: 0 }
    },
  }),
  'editions.saveProfile': action({
    summary: ['保存草稿里的任职要求', 'Save what a position asks for in a draft'],
    who: editors,
    about: 'company',
    input: saveProfileInput,
    async run({ db, actor, now, note }, { draft, position, basedOn, requirements }) {
      const head = await held(db, draft, 'edit')
      if ('refused' in head) return head
      const before = (await draftProfiles(db, draft)).find((p) => p.position === position)
      if (!before) return refuse('notFound')
      const saved = { draft, position, requirements, basedOn, by: actor.person, at: now }
      const revision = await saveDraftProfile(db, saved)
      if (revision === undefined)
        return refuse('changedMeanwhile', {
          theirs: before,
          yours: requirements,
          revision: before.revision,
        })
      note({ record: draft, before: before.requirements, after: requirements })
      return { draft, position, revision }
    },
  }),
  'editions.submit': action({
    summary: ['提交草稿待批', 'Hand a draft in'],
    who: editors,
    about: 'company',
    input: submitInput,
    async run({ db, actor, now, note }, { draft, words }) {
      const head = await held(db, draft, 'submit')
      if ('refused' in head) return head
      await insertStep(db, { draft, kind: 'submitted', by: actor.person, at: now, words: words || null })
      note({ record: draft, before: { state: head.state }, after: { state: 'submitted' } })
      return { id: draft }
    },
  }),
  'editions.return': action({
    summary: ['退回草稿', 'Return a draft'],
    who: deciders,
    about: 'company',
    input: returnInput,
    async run({ db, actor, now, note }, { draft, words }) {
      const head = await held(db, draft, 'return')
      if ('refused' in head) return head
      await insertStep(db, { draft, kind: 'returned', by: actor.person, at: now, words })
      note({ record: draft, before: { state: head.state }, after: { state: 'returned' }, reason: words })
      return { id: draft }
    },
  }),
  'editions.dropDraft': action({
    summary: ['放弃草稿', 'Give a draft up'],
    who: editors,
    about: 'company',
    input: draftInput,
    async run({ db, actor, now, note }, { draft }) {
      const head = await held(db, draft, 'drop')
      if ('refused' in head) return head
      await insertStep(db, { draft, kind: 'dropped', by: actor.person, at: now, words: null })
      note({ record: draft, before: { state: head.state, name: head.name }, after: { state: 'dropped' } })
      return { id: draft }
    },
  }),
})

export async function held(
  db: Db,
  draft: string,
  what: keyof typeof mayWhen,
): Promise<DraftHead | Refusal<'notFound' | NotNow>> {
  const head = await holdDraft(db, draft)
  if (!head) return refuse('notFound')
  return checkState(what, head.state) ?? head
}

const shippedOf = (duty: string) => (isOwn(duty) ? undefined : shipped.byId.get(duty))

function clauseFrom(duty: string, position: DutyPosition, { own, ...terms }: Terms): Clause {
  return { duty, position, ...terms, ...(own && isOwn(duty) ? { own } : {}) }
}
/** What the audit keeps of a clause: enough to read what was changed. */
const shortOf = ({ duty, title, help, calendar, minutes, weight, own }: Clause, dropped: boolean) => ({
  duty,
  title: title[0],
  help: help[0],
  calendar,
  minutes,
  weight,
  ...(own ? { provedBy: own.provedBy } : {}),
  ...(dropped ? { dropped } : {}),
})
