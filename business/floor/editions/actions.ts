import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { ActionContext } from '../../../platform/server/door.ts'
import type { Edition } from './shape.ts'
import type { EditionTables, Made } from './tables.ts'

/** Published editions looked through for one of the same day. */
const mostEditions = 100

interface Way<E extends Edition, No extends Refusal> {
  readonly tables: EditionTables<E>
  readonly kinds: readonly E['kind'][]
  shipped(kind: E['kind']): E
  check(edition: NoInfer<E>, today: Day, standing: readonly NoInfer<E>[]): No | undefined
  /** False where somebody has published one for the same day just now. */
  insert(db: Db, edition: E, made: Made): Promise<boolean>
}
/** The shipped one reads the same before and after somebody's first use has put it into the books. */
function unmade<E extends Edition>(kept: E): E {
  const {
    words: _words,
    byName: _byName,
    at: _at,
    ...edition
  } = kept as E & Record<'words' | 'byName' | 'at', unknown>
  return edition as unknown as E
}

/** What is done with editions of whatever is looked at in stores: published for a day to come, withdrawn before it, read. */
export const editionActs = <E extends Edition, No extends Refusal>(way: Way<E, No>) => ({
  async publish(
    { db, actor, today, now, note }: ActionContext,
    { words, edition }: { words: string | null; edition: E },
  ) {
    const { id, kind, from, items } = edition
    const before = await way.tables.byId(db, id)
    if (before) return { id, kind: before.kind, from: before.from }
    const no = way.check(edition, today, await way.tables.published(db, mostEditions))
    if (no) return no
    if (!(await way.insert(db, edition, { by: actor.person, at: now, words })))
      return refuse('dayTaken', { day: from }, 'from')
    note({ record: id, after: { kind, from, items: items.length }, ...(words ? { reason: words } : {}) })
    return { id, kind, from }
  },

  async withdraw({ db, actor, today, now, note }: ActionContext, { id }: { id: string }) {
    const edition = await way.tables.byId(db, id)
    if (!edition) return refuse('notFound')
    if (!(await way.tables.withdraw(db, { id, today, by: actor.person, at: now })))
      return refuse('begunAlready')
    note({ record: id, before: { kind: edition.kind, from: edition.from } })
    return { id }
  },

  async read({ db, today }: { db: Db; today: Day }) {
    const published = await way.tables.published(db, mostEditions)
    const inForce = await way.tables.inForce(db, way.kinds, today)
    return {
      today,
      kinds: way.kinds.map((kind) => {
        const shipped = way.shipped(kind)
        const own = published.filter((e) => e.kind === kind)
        const current: E = inForce.find((e) => e.kind === kind) ?? shipped
        const isShipped = current.id === shipped.id
        const before = own.filter((e) => e.from <= today && e.id !== current.id)
        return {
          kind,
          current: { ...(isShipped ? unmade(current) : current), isShipped },
          planned: own.filter((e) => e.from > today).reverse(),
          earlier: [
            ...before.map(({ id, from }) => ({ id, from, isShipped: false })),
            ...(isShipped ? [] : [{ id: shipped.id, from: shipped.from, isShipped: true }]),
          ],
        }
      }),
    }
  },
})
