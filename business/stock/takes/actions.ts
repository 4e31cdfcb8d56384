import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { beginSkus, catchUp, findBook, holdStock, movedSince, post } from '../ledger-tables.ts'
import { managers, shopFloor } from '../reach.ts'
import { analysisOperations } from './analysis.ts'
import { acceptEntries } from './entry-rules.ts'
import {
  bookLines,
  explain,
  findLine,
  freezeLines,
  holdScope,
  knownRecount,
  linesOf,
  recordRecount,
  sealOf,
} from './line-tables.ts'
import { checkMonth, checkSubmitted, may, mustRecount, varianceOf } from './rules.ts'
import {
  cancelInput,
  countInput,
  decideInput,
  explainInput,
  handInInput,
  planInput,
  recountInput,
  submitInput,
  takeInput,
} from './shape.ts'
import {
  categoriesKnown,
  categoriesOf,
  countedIn,
  entriesKnown,
  findTake,
  findZone,
  holdTake,
  insertEntries,
  insertTake,
  isMonthTaken,
  putSheet,
  recordStep,
  sheetsMissing,
  workingIn,
} from './tables.ts'
import { takeViews } from './views.ts'
import { takeWords } from './words.ts'

const takeActions = operations(takeWords, {
  'takes.plan': action({
    summary: ['排一次盘点：范围、分区、谁盘', 'Plan a stocktake: what, in which zones, by whom'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: planInput,
    async run({ db, actor, today, now, note }, { id, store, month, categories, zones, words }) {
      const book = await findBook(db, store)
      if (!book) return refuse('bookNotBegun')
      if (await findTake(db, store, id)) return { id, month }
      const no = checkMonth(month, today) ?? namedTwice(zones)
      if (no) return no
      if (await isMonthTaken(db, store, month)) return refuse('monthTaken', { month }, 'month')
      const known = await categoriesKnown(db, categories ?? [])
      const strange = categories?.find((c) => !known.has(c))
      if (strange) return refuse('categoryUnknown', { category: strange }, 'categories')
      const people = [...new Set(zones.flatMap((z) => z.people))]
      if ((await workingIn(db, store, people, today)).size < people.length)
        return refuse('notHere', {}, 'zones')
      const by = { by: actor.person, at: now }
      if (!(await insertTake(db, { store, id, month, categories, words, day: today, ...by, zones })))
        return refuse('takeRuns')
      note({ record: id, after: { month, categories, zones: zones.map((z) => z.name) } })
      return { id, month }
    },
  }),
  'takes.count': action({
    summary: ['盘点：扫码或手输（盲盘）', 'Count in a stocktake, by scan or typing, blind'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: countInput,
    /** Entries that cannot be taken are named each with its reason; the others are in. */
    async run({ db, actor, now, note }, { store, take, zone, entries }) {
      const held = await holdTake(db, store, take, 'share')
      if (!held || !(await findZone(db, store, take, zone))) return refuse('notFound')
      const ids = entries.flatMap((e) => (e.undoes ? [e.id, e.undoes] : [e.id]))
      const known = await entriesKnown(db, store, take, ids)
      const isNew = entries.some((e) => !known.some((k) => k.id === e.id))
      const no = isNew ? may('count', held.state) : undefined
      if (no) return no
      const { accepted, refused } = acceptEntries(
        entries,
        { zone, known, begun: new Date(held.at), now, categories: held.categories },
        await categoriesOf(
          db,
          entries.map((e) => e.sku),
        ),
      )
      await insertEntries(db, { store, take, zone, by: actor.person, now, entries: accepted })
      const counted = await countedIn(db, { store, take, zone, by: actor.person })
      note({ record: take, after: { zone, entries: accepted.length, refused: refused.length } })
      return { take, zone, refused, ...counted }
    },
  }),
  'takes.handIn': action({
    summary: ['交盘点单', 'Hand in one’s counting sheet of a zone'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: handInInput,
    async run({ db, actor, now, note }, { store, take, zone, isEmpty }) {
      const held = await holdTake(db, store, take, 'share')
      if (!held || !(await findZone(db, store, take, zone))) return refuse('notFound')
      const no = may('count', held.state)
      if (no) return no
      const { own, all } = await countedIn(db, { store, take, zone, by: actor.person })
      if (isEmpty && all > 0) return refuse('notEmpty')
      if (!isEmpty && own === 0) return refuse('nothingCounted')
      await putSheet(db, { store, take, zone, by: actor.person, pieces: own, at: now })
      note({ record: take, after: { zone, pieces: own } })
      return { take, zone, month: held.month, person: actor.person, pieces: own }
    },
  }),
  'takes.close': action({
    summary: ['初盘结束，对账出差异', 'Close the first count and hold it against the books'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: takeInput,
    async run({ db, actor, today, now, language, note }, { store, take }) {
      const held = await holdTake(db, store, take, 'update')
      if (!held) return refuse('notFound')
      const no = may('close', held.state)
      if (no) return no
      const missing = await sheetsMissing(db, store, take)
      if (missing.length > 0)
        return refuse('sheetsMissing', {
          names: missing
            .map((m) => (m.person ? `${m.zone} ${m.person}` : m.zone))
            .join(say(takeWords.comma, language)),
        })
      const book = (await findBook(db, store))!
      await catchUp(db, [store], book.begunOn < today ? today : book.begunOn)
      await holdScope(db, store, take, held.categories)
      const { categories, at: begun } = held
      await freezeLines(db, { store, take, categories, begun, now, day: today })
      await recordStep(db, { store, take, step: 'closed', words: null, by: actor.person, at: now })
      const lines = await linesOf(db, store, take)
      const again = lines.filter(mustRecount).length
      note({ record: take, after: { ...varianceOf(lines), again } })
      return { id: take, ...varianceOf(lines), again }
    },
  }),
  'takes.recount': action({
    summary: ['复盘一个 SKU', 'Count one SKU of a stocktake again'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: recountInput,
    async run({ db, actor, today, now, note }, { store, take, id, sku, counted }) {
      const found = await settling(db, store, take)
      if (isRefusal(found)) return found
      const known = await knownRecount(db, store, take, id)
      if (known) return { id: take, ...known }
      if (!(await findLine(db, store, take, sku))) return refuse('lineUnknown', {}, 'sku')
      const book = (await findBook(db, store))!
      await catchUp(db, [store], book.begunOn < today ? today : book.begunOn)
      await beginSkus(db, store, [sku])
      const stock = (await holdStock(db, store, [sku])).get(sku)!
      const since = (await movedSince(db, store, [sku], now)).get(sku) ?? 0
      const expected = stock.onHand - since
      await recordRecount(db, { store, take, id, sku, counted, expected, by: actor.person, at: now })
      note({ record: take, after: { sku, counted, expected } })
      return { id: take, sku, counted, expected }
    },
  }),
  'takes.explain': action({
    summary: ['写差异原因和责任人', 'Say why pieces differ, and who was in charge'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: explainInput,
    async run({ db, today, note }, { store, take, skus, cause, person, words }) {
      const found = await settling(db, store, take)
      if (isRefusal(found)) return found
      if (person && !(await workingIn(db, store, [person], today)).has(person))
        return refuse('notHere', {}, 'person')
      const said = await explain(db, { store, take, skus, cause, person, words })
      if (said === 0) return refuse('noDifference', {}, 'skus')
      note({ record: take, after: { cause, person, skus: said }, ...(words ? { reason: words } : {}) })
      return { id: take, said }
    },
  }),
  'takes.submit': action({
    summary: ['上交盘点结果', 'Hand a stocktake up to the area manager'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: submitInput,
    async run({ db, actor, now, note }, { store, take, words }) {
      const found = await settling(db, store, take)
      if (isRefusal(found)) return found
      const lines = await linesOf(db, store, take)
      const no = checkSubmitted(lines)
      if (no) return no
      const seal = await sealOf(db, store, take)
      await recordStep(db, { store, take, step: 'submitted', words, seal, by: actor.person, at: now })
      note({ record: take, after: { ...varianceOf(lines), seal }, ...(words ? { reason: words } : {}) })
      const isWhole = found.categories === null
      return { id: take, month: found.month, isWhole, seal, ...varianceOf(lines) }
    },
  }),
  'takes.decide': action({
    summary: ['复核盘点：批准调整或退回', 'Review a stocktake: approve its adjustment, or send it back'],
    who: { areaManager: 'area' },
    about: (_db, { store }) => ({ store }),
    input: decideInput,
    async run({ db, actor, today, now, note }, { store, take, approve, words }) {
      const held = await holdTake(db, store, take, 'update')
      if (!held) return refuse('notFound')
      const no = may('decide', held.state)
      if (no) return no
      if (!approve && !words) return refuse('sayWhy', {}, 'words')
      const by = { by: actor.person, at: now }
      if (!approve) {
        await recordStep(db, { store, take, step: 'sentBack', words, ...by })
        note({ record: take, after: { step: 'sentBack' }, reason: words! })
        return { id: take, month: held.month, state: 'sentBack' as const, adjusted: 0, pieces: 0 }
      }
      const book = (await findBook(db, store))!
      await catchUp(db, [store], book.begunOn < today ? today : book.begunOn)
      await holdScope(db, store, take, held.categories)
      const booked = await bookLines(db, { store, take, day: today, by: actor.person, now })
      const moves = booked.map((l) => ({ ...l, kind: 'count' as const, held: 0 }))
      await post(db, store, moves, { cause: take, ...by, day: today })
      const seal = await sealOf(db, store, take)
      await recordStep(db, { store, take, step: 'approved', words, seal, ...by })
      const pieces = moves.reduce((sum, m) => sum + m.quantity, 0)
      note({
        record: take,
        after: { step: 'approved', adjusted: moves.length, pieces },
        ...(words ? { reason: words } : {}),
      })
      return { id: take, month: held.month, state: 'approved' as const, adjusted: moves.length, pieces }
    },
  }),
  'takes.cancel': action({
    summary: ['作废一次盘点', 'Give a stocktake up'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: cancelInput,
    async run({ db, actor, now, note }, { store, take, words }) {
      const held = await holdTake(db, store, take, 'update')
      if (!held) return refuse('notFound')
      const no = may('cancel', held.state)
      if (no) return no
      await recordStep(db, { store, take, step: 'cancelled', words, by: actor.person, at: now })
      note({ record: take, reason: words })
      return { id: take }
    },
  }),
})

/** A take whose first count is closed and that has not been handed up, held. */
async function settling(db: Parameters<typeof holdTake>[0], store: string, take: string) {
  const held = await holdTake(db, store, take, 'update')
  if (!held) return refuse('notFound')
  return may('settle', held.state) ?? held
}

function namedTwice(zones: readonly { readonly name: string }[]): Refusal<'zoneTwice'> | undefined {
  const names = zones.map((z) => z.name)
  const twice = names.findIndex((name, i) => names.indexOf(name) < i)
  return twice < 0 ? undefined : refuse('zoneTwice', { name: names[twice]! }, `zones.${twice}.name`)
}

export const takeOperations = { ...takeActions, ...analysisOperations, ...takeViews }
