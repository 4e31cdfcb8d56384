import type { Actor } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { seePhoto, takePhoto } from '../../../platform/photos/operations.ts'
import { keepPhotos } from '../../../platform/photos/tables.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { checkReview, itemsFor } from '../editions/rules.ts'
import { editionOperations } from './edition-actions.ts'
import { editionsOn, insertEdition } from './edition-tables.ts'
import { keepers, reviewers, viewers } from './reach.ts'
import {
  checkAnswers,
  checkMoment,
  checkSlot,
  flagsOf,
  leastSeconds,
  sampleOf,
  windowOf,
  wrongBefore,
} from './rules.ts'
import { handInInput, isOwnKind, mayWhen, mendInput, sendBackInput, sheetInput } from './shape.ts'
import { isShipped, shippedFrom } from './shipped.ts'
import {
  insertReview,
  insertSheet,
  lastWrong,
  mendFinding,
  type SheetSeen,
  type Slot,
  sheetById,
  standingOf,
} from './tables.ts'
import { checkViews } from './views.ts'
import { checkWords } from './words.ts'

/** Photographs of what checklists look at. */
const subject = 'check'

const checkActions = operations(checkWords, {
  'checks.takePhoto': takePhoto({
    summary: ['给检查项拍照', 'Take a photo for a checklist'],
    who: keepers,
    subject,
    isCoded: true,
  }),
  'checks.photo': seePhoto({
    summary: ['检查表的照片', 'A photo of a checklist'],
    who: viewers,
    subject,
  }),
  'checks.handIn': action({
    summary: ['交检查表', 'Hand in a checklist'],
    mayWait: true,
    who: keepers,
    about: (_db, { store }) => ({ store }),
    input: handInInput,
    async run({ db, actor, today, now, note }, { id, store, day = today, kind, zone, round, ...input }) {
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const edition = (await editionsOn(db, day)).get(kind)!
      if (edition.id !== input.edition) return refuse('editionChanged')
      const unplaced = checkSlot(kind, edition, zone, round, isAssociate(actor, store))
      if (unplaced) return unplaced
      const keeper = isOwnKind(kind) ? actor.person : companyWide
      const slot: Slot = { store, day, kind, zone: zone ?? '', round: round ?? 0, keeper }
      const latest = await standingOf(db, slot)
      if (latest?.id === id) return answerOf(latest)
      const asked = { kind, round: slot.round, basedOn: input.basedOn }
      const no = checkMoment(asked, latest, seen, { day, today, now })
      if (no) return no
      const items = itemsFor(edition, seen.kind)
      const wrong = checkAnswers(items, input.answers, sampleOf(items, store, day))
      if (wrong) return wrong
      const count = input.answers.filter((a) => !a.inOrder).length
      const flags = flagsOf(input.seconds, items.length, count, await lastWrong(db, slot, wrongBefore))
      if (isShipped(edition.id))
        await insertEdition(db, edition, { by: null, at: new Date(`${shippedFrom}T00:00:00Z`), words: null })
      const photos = input.answers.flatMap((a) => a.photo ?? [])
      if (!(await keepPhotos(db, { store, subject, ids: photos, at: now }))) return refuse('photoGone')
      const version = (latest?.version ?? 0) + 1
      const isIn = await insertSheet(db, {
        ...slot,
        id,
        version,
        edition: edition.id,
        storeKind: seen.kind,
        by: actor.person,
        at: now,
        seconds: input.seconds,
        leastSeconds: leastSeconds(items.length),
        dueAt: windowOf(kind, slot.round, seen, day).dueAt,
        flags,
        answers: input.answers,
        corrected: say(checkWords.corrected, 'zh'),
      })
      if (!isIn) return refuse('changedMeanwhile')
      note({
        record: id,
        day,
        after: { kind, zone, round, version, wrong: count, seconds: input.seconds, flags },
      })
      return answerOf((await sheetById(db, store, id))!)
    },
  }),
  'checks.mend': action({
    summary: ['整改完成', 'Say that a finding is mended'],
    mayWait: true,
    who: keepers,
    about: (_db, { store }) => ({ store }),
    input: mendInput,
    async run({ db, actor, now, note }, { store, id, words, photo }) {
      const became = await mendFinding(db, { store, id, by: actor.person, at: now, words, photo })
      if (became === 'none') return refuse('notFound')
      if (became === 'already') return refuse('mendedAlready')
      if (became === 'unseen') return refuse('photoWanted', { item: words }, 'photo')
      if (photo && !(await keepPhotos(db, { store, subject, ids: [photo], at: now })))
        return refuse('photoGone', {}, 'photo')
      note({ record: id, after: { mended: true }, reason: words })
      return { id }
    },
  }),
  'checks.open': action({
    summary: ['打开检查表（记下看过）', 'Open a checklist; who has looked is recorded'],
    who: reviewers,
    about: (_db, { store }) => ({ store }),
    input: sheetInput,
    async run({ db, actor, now, note }, { store, id }) {
      const sheet = await held(db, store, id)
      if (!sheet) return refuse('notFound')
      note({ record: id, day: sheet.day })
      const as = reviewingAs(actor, sheet)
      if (as)
        await insertReview(db, { store, sheet: id, kind: 'opened', by: actor.person, at: now, words: null })
      return { ...answerOf(sheet), as }
    },
  }),
  'checks.confirm': action({
    summary: ['确认检查表', 'Confirm a checklist'],
    who: reviewers,
    about: (_db, { store }) => ({ store }),
    input: sheetInput,
    run: (context, input) => review(context, input, 'confirm', null),
  }),
  'checks.sendBack': action({
    summary: ['退回检查表重做', 'Send a checklist back'],
    who: reviewers,
    about: (_db, { store }) => ({ store }),
    input: sendBackInput,
    run: (context, input) => review(context, input, 'sendBack', input.words),
  }),
})

export const checkOperations = { ...checkActions, ...editionOperations, ...checkViews }

const isAssociate = (actor: Actor, store: string): boolean =>
  actor.appointments.some((a) => a.position === 'salesAssociate' && a.store === store)
const answerOf = ({ id, day, kind, round, version, by, wrong, flags }: SheetSeen) => ({
  id,
  day,
  kind,
  round,
  version,
  by,
  wrong,
  flags,
})

/** In which position somebody looks after a sheet; nobody does so with his own. */
function reviewingAs(actor: Actor, { store, by }: SheetSeen): 'storeManager' | 'areaManager' | null {
  if (by === actor.person) return null
  const isManager = actor.appointments.some((a) => a.position === 'storeManager' && a.store === store)
  return isManager ? 'storeManager' : 'areaManager'
}

/** Reviews of one sheet follow one another. */
async function held(db: Db, store: string, id: string): Promise<SheetSeen | undefined> {
  await db.query('select 1 from check_sheet where store_id = $1 and id = $2 for update', [store, id])
  return sheetById(db, store, id)
}

async function review(
  { db, actor, now, note }: ActionContext,
  { store, id }: { store: string; id: string },
  kind: 'confirm' | 'sendBack',
  words: string | null,
) {
  const sheet = await held(db, store, id)
  if (!sheet) return refuse('notFound')
  if ((await standingOf(db, sheet))?.id !== id) return refuse('superseded')
  const no = checkReview(mayWhen[kind], sheet, actor.person, 'ownSheet')
  if (no) return no
  const state = kind === 'confirm' ? 'confirmed' : 'sentBack'
  await insertReview(db, { store, sheet: id, kind: state, by: actor.person, at: now, words })
  note({
    record: id,
    day: sheet.day,
    before: { state: sheet.state },
    after: { state },
    ...(words ? { reason: words } : {}),
  })
  return { ...answerOf(sheet), as: reviewingAs(actor, sheet) }
}
