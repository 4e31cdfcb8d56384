import type { Actor } from '../../../platform/access/who.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { seePhoto, takePhoto } from '../../../platform/photos/operations.ts'
import { keepPhotos } from '../../../platform/photos/tables.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { deadlineOf } from '../../sales/reports/rules.ts'
import { itemsFor } from '../editions/rules.ts'
import { correctionOperations } from './correction-actions.ts'
import { editionOperations } from './edition-actions.ts'
import { editionOn, insertEdition } from './edition-tables.ts'
import {
  areTaken,
  type FindingSeen,
  findingById,
  holdFinding,
  openFindings,
  recordMove,
} from './finding-tables.ts'
import { planOperations } from './plan-actions.ts'
import { menders, viewers, visitingAs, visitors } from './reach.ts'
import { checkFindings, checkMove, checkScores, hoursToVerify, scoreOf } from './rules.ts'
import { type MoveKind, mendInput, moveInput, submitInput, verifyInput } from './shape.ts'
import { isShipped, shippedFrom } from './shipped.ts'
import { insertVisit, peopleOf, visitById } from './tables.ts'
import { visitViews } from './views.ts'
import { visitWords } from './words.ts'

/** More than a store can have open: each thing to look at is open once at most. */
export const mostOpen = 200

/** Photographs of what visits find, before and after. */
const subject = 'visit'

const visitActions = operations(visitWords, {
  'visits.takePhoto': takePhoto({
    summary: ['给巡店问题、整改拍照', 'Take a photo of a finding, or of its mending'],
    who: { ...visitors, ...menders },
    subject,
  }),
  'visits.photo': seePhoto({
    summary: ['巡店问题的照片', 'A photo of a finding'],
    who: viewers,
    subject,
  }),
  'visits.submit': action({
    summary: [
      '交巡店记录：打分、问题、谁改、何时改好',
      'Hand in a visit: scores, findings, who mends what by when',
    ],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: submitInput,
    async run({ db, actor, today, now, note }, { id, store, kind, scores, findings, ...input }) {
      const [seen] = await storesOf(db, [store], null, today)
      const as = visitingAs(actor, store)
      if (!seen || !as) return refuse('notFound')
      const before = await visitById(db, store, id)
      if (before)
        return { id, store, day: before.day, score: before.score, as, area: before.area, findings: [] }
      const edition = await editionOn(db, kind, today)
      if (edition.id !== input.edition) return refuse('editionChanged')
      const items = itemsFor(edition, seen.kind)
      const open = new Set((await openFindings(db, [store], mostOpen)).map((f) => f.code))
      const unscored = checkScores(items, scores, findings, open)
      if (unscored) return unscored
      const people = new Set((await peopleOf(db, store, today)).map((p) => p.id))
      const astray = checkFindings(items, scores, findings, { open, people, today })
      if (astray) return astray
      // A finding is named by its id alone where duties tell of it.
      if (
        await areTaken(
          db,
          findings.map((f) => f.id),
        )
      )
        return refuse('changedMeanwhile')
      const photos = findings.flatMap((f) => f.photo ?? [])
      if (!(await keepPhotos(db, { store, subject, ids: photos, at: now }))) return refuse('photoGone')
      const score = scoreOf(edition.sections, items, scores).total!
      if (isShipped(edition.id))
        await insertEdition(db, edition, { by: null, at: new Date(`${shippedFrom}T00:00:00Z`), words: null })
      // Until the store shuts on the day; found after that on the same day, until a day later.
      const due = findings.map((f) => {
        const { closesAt } = deadlineOf(seen, f.due)
        return { ...f, dueAt: closesAt > now ? closesAt : new Date(now.getTime() + 86_400_000) }
      })
      const isIn = await insertVisit(db, {
        id,
        store,
        day: today,
        kind,
        edition: edition.id,
        storeKind: seen.kind,
        area: seen.area,
        by: actor.person,
        as,
        at: now,
        seconds: input.seconds,
        score,
        words: input.words,
        scores,
        findings: due,
      })
      if (!isIn) return refuse('changedMeanwhile')
      note({ record: id, day: today, after: { kind, score, findings: findings.length } })
      return {
        id,
        store,
        day: today,
        score,
        as,
        area: seen.area,
        findings: due.map((f) => ({ id: f.id, ...deadlinesOf(f.dueAt) })),
      }
    },
  }),
  'visits.mend': action({
    summary: ['整改完成，请复核', 'Say that a finding is mended, to be looked at'],
    who: menders,
    about: (_db, { store }) => ({ store }),
    input: mendInput,
    run: (context, input) => move(context, input, 'mended', input.photo),
  }),
  'visits.verify': action({
    summary: ['复核通过', 'Verify that a finding is mended'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: verifyInput,
    run: (context, input) => move(context, input, 'verified'),
  }),
  'visits.sendBack': action({
    summary: ['复核不过，退回再改', 'Send a finding back to be mended again'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: moveInput,
    run: (context, input) => move(context, input, 'sentBack'),
  }),
  'visits.withdraw': action({
    summary: ['撤回问题', 'Withdraw a finding'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: moveInput,
    run: (context, input) => move(context, input, 'withdrawn'),
  }),
})

export const visitOperations = {
  ...visitActions,
  ...correctionOperations,
  ...planOperations,
  ...editionOperations,
  ...visitViews,
}

/** Until when the store is to mend, and its area manager to have seen it mended. */
const deadlinesOf = (dueAt: Date) => ({
  dueAt: dueAt.toISOString(),
  verifyBy: new Date(dueAt.getTime() + hoursToVerify * 3_600_000).toISOString(),
})

async function move(
  { db, actor, now, note }: ActionContext,
  { store, id, words }: { store: string; id: string; words: string | null },
  kind: MoveKind,
  photo: string | null = null,
) {
  await holdFinding(db, store, id)
  const finding = await findingById(db, store, id)
  if (!finding) return refuse('notFound')
  const no = checkMove(kind, finding, moverOf(actor, store), lastMender(finding))
  if (no) return no
  if (kind === 'mended' && finding.wantsPhoto && !photo)
    return refuse('photoWanted', { item: finding.says }, 'photo')
  if (photo && !(await keepPhotos(db, { store, subject, ids: [photo], at: now })))
    return refuse('photoGone', {}, 'photo')
  await recordMove(db, { store, id, kind, by: actor.person, at: now, words, photo })
  note({
    record: id,
    day: finding.day,
    before: { state: finding.state },
    after: { move: kind },
    ...(words ? { reason: words } : {}),
  })
  return { id, store, area: finding.area }
}
const moverOf = (actor: Actor, store: string) => ({ person: actor.person, as: visitingAs(actor, store) })
const lastMender = ({ moves }: FindingSeen): string | null =>
  moves.findLast((m) => m.kind === 'mended')?.by ?? null
