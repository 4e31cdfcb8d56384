import { z } from 'zod'
import { addDays, mondayOf, weekOf } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import {
  seeCompanyPhoto,
  seePhoto,
  takeCompanyPhoto,
  takePhoto,
} from '../../../platform/photos/operations.ts'
import { keepPhotos } from '../../../platform/photos/tables.ts'
import { type ActionContext, action, operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { editionActs } from '../editions/actions.ts'
import { checkReview, itemsFor } from '../editions/rules.ts'
import { editionInput } from '../editions/shape.ts'
import { insertManual, manualEditions, manualOn, noManual } from './edition-tables.ts'
import { keepers, makers, readers, reviewers, viewers } from './reach.ts'
import { checkManual, checkPages, scoreOf } from './rules.ts'
import { checkInput, kinds, mayWhen, mendInput, oneInput, publishInput, sendBackInput } from './shape.ts'
import { checkById, holdCheck, insertCheck, insertReview, mendFinding, standsBeside } from './tables.ts'
import { displayViews } from './views.ts'
import { displayWords } from './words.ts'

const editions = editionActs({
  tables: manualEditions,
  kinds,
  shipped: () => noManual,
  check: checkManual,
  insert: insertManual,
})
/** Photographs of stores, and pictures of the manual. */
const [ofStore, ofManual] = ['display', 'manual']

const displayActions = operations(displayWords, {
  'displays.takePicture': takeCompanyPhoto({
    summary: ['上传陈列手册的图片', 'Take in a picture of the display manual'],
    who: makers,
    subject: ofManual,
  }),
  'displays.picture': seeCompanyPhoto({
    summary: ['陈列手册的图片', 'A picture of the display manual'],
    who: readers,
    subject: ofManual,
  }),
  'displays.publish': action({
    summary: ['发布陈列手册', 'Publish a display manual'],
    who: makers,
    about: 'company',
    input: publishInput,
    async run(context, { words, ...edition }) {
      const { db, now } = context
      const ids = [...new Set(edition.items.map((p) => p.picture))]
      const kept = { store: companyWide, subject: ofManual, ids, at: now, again: true }
      if (!(await keepPhotos(db, kept))) return refuse('pictureGone')
      return editions.publish(context, { words, edition })
    },
  }),
  'displays.withdraw': action({
    summary: ['撤回还没生效的陈列手册', 'Withdraw a display manual that has not begun'],
    who: makers,
    about: 'company',
    input: editionInput,
    run: editions.withdraw,
  }),
  'displays.editions': view({
    summary: ['陈列手册的版本', 'Editions of the display manual'],
    who: { ...makers, generalManager: 'company' },
    about: 'company',
    input: z.strictObject({}),
    run: editions.read,
  }),
  'displays.takePhoto': takePhoto({
    summary: ['拍本店陈列', 'Take a photo of the store’s display'],
    who: keepers,
    subject: ofStore,
    isCoded: true,
  }),
  'displays.photo': seePhoto({
    summary: ['本店陈列照片', 'A photo of a store’s display'],
    who: viewers,
    subject: ofStore,
  }),
  'displays.check': action({
    summary: ['按手册对照陈列并打分', 'Hold the store against the display manual, with photos and scores'],
    mayWait: true,
    who: keepers,
    about: (_db, { store }) => ({ store }),
    input: checkInput,
    async run({ db, actor, today, now, note }, { id, store, seconds, words, pages, ...input }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const before = await checkById(db, store, id)
      if (before) return { id, store, day: before.day, edition: before.edition, score: before.score }
      const manual = await manualOn(db, today)
      if (!manual) return refuse('noManual')
      if (manual.id !== input.edition) return refuse('manualChanged')
      const wrong = checkPages(itemsFor(manual, seen.kind), pages)
      if (wrong) return wrong
      const photos = pages.flatMap((p) => p.photo ?? [])
      if (!(await keepPhotos(db, { store, subject: ofStore, ids: photos, at: now })))
        return refuse('photoGone')
      const score = scoreOf(pages)!
      const isIn = await insertCheck(db, {
        id,
        store,
        day: today,
        edition: manual.id,
        storeKind: seen.kind,
        by: actor.person,
        at: now,
        seconds,
        score,
        words,
        pages,
        seenInOrder: say(displayWords.seenInOrder, 'zh'),
      })
      if (!isIn) return refuse('changedMeanwhile')
      note({ record: id, day: today, after: { score, pages: pages.length, seconds } })
      return { id, store, day: today, edition: manual.id, score }
    },
  }),
  'displays.mend': action({
    summary: ['陈列整改完成（附照片）', 'Say, with a photo, that a display is mended'],
    mayWait: true,
    who: keepers,
    about: (_db, { store }) => ({ store }),
    input: mendInput,
    async run({ db, actor, now, note }, { store, id, words, photo }) {
      if (!photo) return refuse('photoWanted', { page: words }, 'photo')
      if (!(await keepPhotos(db, { store, subject: ofStore, ids: [photo], at: now })))
        return refuse('photoGone', {}, 'photo')
      const became = await mendFinding(db, { store, id, by: actor.person, at: now, words, photo })
      if (became === 'none') return refuse('notFound')
      if (became === 'already') return refuse('mendedAlready')
      note({ record: id, after: { mended: true }, reason: words })
      return { id }
    },
  }),
  'displays.confirm': action({
    summary: ['确认陈列对照', 'Confirm a store’s check by the manual'],
    who: reviewers,
    about: (_db, { store }) => ({ store }),
    input: oneInput,
    run: (context, input) => review(context, input, 'confirm', null),
  }),
  'displays.sendBack': action({
    summary: ['退回陈列对照重做', 'Send a store’s check by the manual back'],
    who: reviewers,
    about: (_db, { store }) => ({ store }),
    input: sendBackInput,
    run: (context, input) => review(context, input, 'sendBack', input.words),
  }),
})

export const displayOperations = { ...displayActions, ...displayViews }

async function review(
  { db, actor, now, note }: ActionContext,
  { store, id }: { store: string; id: string },
  kind: 'confirm' | 'sendBack',
  words: string | null,
) {
  await holdCheck(db, store, id)
  const check = await checkById(db, store, id)
  if (!check) return refuse('notFound')
  const no = checkReview(mayWhen[kind], check, actor.person, 'ownCheck')
  if (no) return no
  const state = kind === 'confirm' ? 'confirmed' : 'sentBack'
  await insertReview(db, { store, check: id, kind: state, by: actor.person, at: now, words })
  note({
    record: id,
    day: check.day,
    before: { state: check.state },
    after: { state },
    ...(words ? { reason: words } : {}),
  })
  const monday = mondayOf(check.day)
  const beside = await standsBeside(db, { ...check, from: monday, to: addDays(monday, 6) })
  return { id, store, day: check.day, week: weekOf(check.day), edition: check.edition, beside }
}
