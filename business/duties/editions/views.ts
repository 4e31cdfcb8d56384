import { z } from 'zod'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { awaitedBy, isLive, shipped } from '../catalogue/catalogue.ts'
import { type DutyPosition, isOwn } from '../catalogue/codes.ts'
import { editionOn, findEditions, findProfiles } from '../edition-tables.ts'
import { readersAndSelf, seenBy } from '../readers.ts'
import { changesBetween, describedIn, forecastOf } from './changes.ts'
import { deciders, editors, mayDecide } from './draft-actions.ts'
import {
  clausesOfEdition,
  draftClauses,
  draftProfiles,
  editionHistory,
  findDraft,
  openDrafts,
} from './draft-tables.ts'
import { loadsSeen } from './load.ts'
import { proofWords } from './proof-words.ts'
import { clauseReaders, mayRead } from './readers.ts'
import { concernedInput, differenceInput, draftInput, dutyPositions, mayWhen, previewInput } from './shape.ts'
import { loadSheet } from './sheets.ts'
import { concernedOn, latestToday, peopleConcerned } from './tables.ts'
import { ways, waysFor } from './ways.ts'
import { editionWords } from './words.ts'

const nothing = z.strictObject({})

export const editionViews = operations(editionWords, {
  'editions.list': view({
    summary: ['岗位职责的各版与草稿', 'Editions of the job descriptions, and drafts'],
    who: clauseReaders,
    about: 'company',
    input: nothing,
    async run({ db, actor, today, now }) {
      const history = await editionHistory(db)
      const inForce = history.find((e) => e.withdrawnAt === null && e.from <= today)
      const isEditor = actor.appointments.some((a) => a.position in editors)
      return {
        today,
        earliest: addDays(await latestToday(db, now), 1),
        inForce: inForce?.id ?? null,
        /** The next one first. */
        coming: history.filter((e) => e.withdrawnAt === null && e.from > today).reverse(),
        history,
        drafts: isEditor ? await openDrafts(db) : [],
        isEditor,
        mayDecide: mayDecide(actor),
      }
    },
  }),
  'editions.draft': view({
    summary: ['一份草稿', 'A draft'],
    who: editors,
    about: 'company',
    input: draftInput,
    async run({ db, actor }, { draft }) {
      const head = await findDraft(db, draft)
      if (!head) return refuse('notFound')
      const base = (await findEditions(db)).find((e) => e.id === head.begunFrom)
      const clauses = await draftClauses(db, draft)
      const changes = changesBetween(
        { clauses: base?.clauses ?? new Map(), profiles: await findProfiles(db, base?.id) },
        {
          clauses: new Map(clauses.filter((c) => !c.dropped).map((c) => [c.duty, c])),
          profiles: await draftProfiles(db, draft),
        },
      )
      return {
        ...head,
        mayEdit: (mayWhen.edit as readonly string[]).includes(head.state),
        mayDecide: mayDecide(actor),
        clauses: clauses.map((c) => ({
          ...c,
          /** What it is proved by and may be asked for; null for a duty of the company's own. */
          shipped: shippedTerms(c.duty),
          changed: changes.clauses.find((change) => change.duty === c.duty)?.fields ?? null,
          isNew: !base?.clauses.has(c.duty),
        })),
        profiles: await draftProfiles(db, draft),
        changedProfiles: changes.profiles.map((p) => p.position),
        changes: { appears: changes.appears, changes: changes.changes, lapses: changes.lapses },
        ways: dutyPositions.flatMap((position) =>
          waysFor(position).map((name) => ({ position, name: name as string, says: ways[name].says })),
        ),
      }
    },
  }),
  'editions.preview': view({
    summary: [
      '草稿执行后会怎样：差异、涉及谁、哪里超时',
      'What a draft would bring about: differences, for whom, whom it overloads',
    ],
    who: editors,
    about: 'company',
    input: previewInput,
    async run({ db, actor, now }, { draft, from }) {
      const head = await findDraft(db, draft)
      if (!head) return refuse('notFound')
      const earliest = addDays(await latestToday(db, now), 1)
      const { next: _, ...forecast } = await forecastOf(db, head, from ?? earliest)
      return { head, earliest, from: from ?? earliest, mayDecide: mayDecide(actor), ...forecast }
    },
  }),
  'editions.difference': view({
    summary: ['两版岗位职责的差异', 'What differs between two editions'],
    who: clauseReaders,
    about: 'company',
    input: differenceInput,
    async run({ db, actor }, { from, to }) {
      const history = await editionHistory(db)
      const [a, b] = [history.find((e) => e.id === from), history.find((e) => e.id === to)]
      if (!a || !b) return refuse('notFound')
      const described = async (id: string) => ({
        clauses: new Map((await clausesOfEdition(db, id)).map((c) => [c.duty, c])),
        profiles: await findProfiles(db, id),
      })
      const all = changesBetween(await described(from), await described(to))
      const read = <T extends { position: DutyPosition }>(list: readonly T[]): T[] =>
        list.filter((c) => mayRead(actor, c.position))
      return {
        from: a,
        to: b,
        ...all,
        clauses: read(all.clauses),
        profiles: read(all.profiles),
        concerned: read(await concernedOn(db, b.from)),
      }
    },
  }),
  'editions.coming': view({
    summary: ['我的职责将有什么变化', 'What will change of one’s own duties'],
    who: clauseReaders,
    about: 'company',
    input: nothing,
    async run({ db, actor, today }) {
      const editions = await findEditions(db)
      const next = editions.findLast((e) => e.from > today)
      if (!next) return { edition: null, clauses: [], profiles: [] }
      const all = changesBetween(
        await describedIn(db, editionOn(editions, today)),
        await describedIn(db, next),
      )
      const own = (position: DutyPosition) => actor.appointments.some((a) => a.position === position)
      const sees = actor.appointments.some((a) => a.position in editors) ? () => true : own
      return {
        edition: { id: next.id, from: next.from, replaces: editionOn(editions, today)?.id ?? null },
        clauses: all.clauses.filter((c) => sees(c.position)),
        profiles: all.profiles.filter((p) => sees(p.position)),
      }
    },
  }),
  'editions.concerned': view({
    summary: ['一个岗位在某天涉及哪些人', 'Who holds a position on a day'],
    who: { ...editors, ...deciders },
    about: 'company',
    input: concernedInput,
    async run({ db, today }, { position, day }) {
      return { day: day ?? today, people: await peopleConcerned(db, position, day ?? today) }
    },
  }),
  'editions.load': view({
    summary: ['职责工时：每人每天要多少分钟', 'Minutes of duties a person-day'],
    who: readersAndSelf,
    about: 'company',
    input: nothing,
    run: ({ db, scope, today }) => loadsSeen(db, seenBy(scope), today),
    sheet: loadSheet,
  }),
})

function shippedTerms(id: string) {
  const duty = isOwn(id) ? undefined : shipped.byId.get(id)
  if (!duty) return null
  return {
    title: duty.title,
    help: duty.help,
    live: isLive(duty),
    proofSays: isLive(duty) ? duty.proofs.map((p) => proofWords(p.action)) : [],
    awaits: awaitedBy(duty),
    indicators: 'indicators' in duty ? duty.indicators : [],
    calendar: duty.calendar,
    isFixed: isLive(duty) && (duty.checks !== undefined || duty.each !== undefined),
  }
}
