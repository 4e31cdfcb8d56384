import type { WhoTable } from '../access/who.ts'
import { companyWide } from '../kinds/id.ts'
import { isRefusal, refuse } from '../kinds/refusal.ts'
import type { Sentence } from '../kinds/words.ts'
import { FileAnswer } from '../server/answer.ts'
import { type ActionContext, action, type Context, view } from '../server/door.ts'
import { codeOfDay } from './code.ts'
import { pictureType, readPicture } from './picture.ts'
import { type PhotoSize, seeCompanyInput, seeInput, takeCompanyInput, takeInput } from './shape.ts'
import { photos } from './store.ts'
import { insertPhoto, photoById } from './tables.ts'

interface Declared {
  readonly summary: Sentence
  readonly who: WhoTable
  /** Of which kind of record the photographs are. */
  readonly subject: string
}
interface Taken extends Declared {
  /** Whether the store's code of the day is to be in it. */
  readonly isCoded?: boolean
}
/** A phone's clock may be so far ahead. */
const ahead = 5 * 60_000

/** Takes a photograph of a store in: like any act it may wait in a phone without signal, and is done once. */
export const takePhoto = ({ summary, who, subject, isCoded = false }: Taken) =>
  action({
    summary,
    mayWait: true,
    who,
    about: (_db, { store }) => ({ store }),
    input: takeInput,
    prepare: (_context, { picture }) => made(picture),
    run: async (context, input, ready) => {
      const { db, keys, today } = context
      const code = isCoded ? await codeOfDay(db, keys, input.store, today) : null
      return taken(context, subject, input, { ...ready, code })
    },
  })
/** What only headquarters show. */
export const takeCompanyPhoto = ({ summary, who, subject }: Declared) =>
  action({
    summary,
    who,
    about: 'company',
    input: takeCompanyInput,
    prepare: (_context, { picture }) => made(picture),
    run: (context, input, ready) =>
      taken(context, subject, { store: companyWide, ...input }, { ...ready, code: null }),
  })

/** The bytes, for those who may see the records of its kind in the store. */
export const seePhoto = ({ summary, who, subject }: Declared) =>
  view({
    summary,
    who,
    about: (_db, { store }) => ({ store }),
    input: seeInput,
    run: (context, { store, id, size }) => seen(context, subject, store, id, size),
  })
export const seeCompanyPhoto = ({ summary, who, subject }: Declared) =>
  view({
    summary,
    who,
    about: 'company',
    input: seeCompanyInput,
    run: (context, { id, size }) => seen(context, subject, companyWide, id, size),
  })

/** Both sizes are on the disk before the act begins: what it then answers is not lost. */
async function made(picture: string) {
  const read = await readPicture(Buffer.from(picture, 'base64'))
  if (isRefusal(read)) return read
  const { large, small, ...rest } = read
  const [hash, smallHash] = await Promise.all([photos().keep(large), photos().keep(small)])
  return { ...rest, bytes: large.length, hash, smallHash }
}
type Made = Exclude<Awaited<ReturnType<typeof made>>, { refused: string }>

async function taken(
  { db, actor, now, note }: ActionContext,
  subject: string,
  { store, id, takenAt }: { store: string; id: string; takenAt: string },
  ready: Made & { readonly code: number | null },
) {
  const before = await photoById(db, store, id)
  if (before) {
    const isSame = before.by === actor.person && before.hash === ready.hash && before.subject === subject
    return isSame ? { id, takenAt: before.takenAt } : refuse('photoIdTaken')
  }
  const by = new Date(Math.min(Date.parse(takenAt), now.getTime() + ahead))
  await insertPhoto(db, {
    ...ready,
    store,
    id,
    subject,
    by: actor.person,
    at: now,
    takenAt: by,
  })
  note({ record: id, after: { subject, hash: ready.hash } })
  return { id, takenAt: by.toISOString() }
}

async function seen({ db }: Context, subject: string, store: string, id: string, size: PhotoSize) {
  const found = await photoById(db, store, id)
  if (!found || found.subject !== subject) return refuse('photoNotFound')
  const hash = size === 'small' ? found.smallHash : found.hash
  return new FileAnswer(`${id}.webp`, pictureType, await photos().read(hash), 'shown')
}
