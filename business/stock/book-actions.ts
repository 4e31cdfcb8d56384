import { newId } from '../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { action, operations } from '../../platform/server/door.ts'
import { instantOf } from '../sales/reports/rules.ts'
import { checkCountedAt, checkOpeningDay } from './book-rules.ts'
import {
  clockOf,
  countedAfter,
  findEvent,
  knownCount,
  recordCount,
  recordEvent,
  recordEventTakenBack,
} from './book-tables.ts'
import {
  beginBook,
  beginSkus,
  catchUp,
  findBook,
  holdStock,
  movedSince,
  post,
  unknownSkus,
} from './ledger-tables.ts'
import { managers, merchandisers, shopFloor } from './reach.ts'
import { checkEvent, countMove, moveOf, namedOnce, undone } from './rules.ts'
import { samplesOfSku } from './sample-tables.ts'
import { countInput, noteInput, openInput, takeBackInput } from './shape.ts'
import { stockWords } from './words.ts'

export const bookOperations = operations(stockWords, {
  'stock.open': action({
    summary: ['启用库存账（期初库存）', 'Begin a store’s stock book with its opening balance'],
    who: { ...managers, ...merchandisers },
    about: (_db, { store }) => ({ store }),
    input: openInput,
    async run({ db, actor, today, now, note }, { id, store, day, lines }) {
      const known = await findBook(db, store)
      if (known?.openingId === id) return { id, begunOn: known.begunOn, ...totalOf(lines) }
      if (known) return refuse('bookBegunAlready', { day: known.begunOn })
      const no = (day && checkOpeningDay(day, today)) ?? namedOnce(lines)
      if (no) return no
      if (
        (
          await unknownSkus(
            db,
            lines.map((l) => l.sku),
          )
        ).length > 0
      )
        return refuse('skuUnknown', {}, 'lines')
      const clock = await clockOf(db, store)
      if (!clock) return refuse('notFound')
      const begunOn = day ?? today
      const begunAt = day ? instantOf(day, clock.cutOffMinutes, clock.timeZone) : now
      const by = { by: actor.person, at: now }
      if (!(await beginBook(db, { store, id, begunAt, begunOn, source: day ? 'file' : 'count', ...by })))
        return refuse('changedMeanwhile')
      const moves = lines
        .filter((l) => l.quantity > 0)
        .map((l) => ({ sku: l.sku, kind: 'opening' as const, quantity: l.quantity, held: 0 }))
      await beginSkus(
        db,
        store,
        lines.map((l) => l.sku),
      )
      await post(db, store, moves, { cause: id, by: actor.person, at: begunAt, day: begunOn })
      await catchUp(db, [store], begunOn)
      note({ record: id, day: begunOn, after: totalOf(lines) })
      return { id, begunOn, ...totalOf(lines) }
    },
  }),
  'stock.note': action({
    summary: ['登记库存事项：破损、缺失、留货、样衣', 'Note damaged, missing, put-aside and sample pieces'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: noteInput,
    async run({ db, actor, today, now, note }, { store, isSample, ...event }) {
      if (!(await findBook(db, store))) return refuse('bookNotBegun')
      if (event.why === 'other' && !event.words) return refuse('sayWhy', {}, 'words')
      const stock = (await holdStock(db, store, [event.sku])).get(event.sku)
      const isKnown = await findEvent(db, store, event.id)
      if (isKnown) return { id: event.id, sku: event.sku }
      const leaves = event.kind === 'damage' || event.kind === 'missing'
      const samples = isSample && leaves ? await samplesOfSku(db, store, event.sku) : undefined
      const no =
        checkEvent(stock ?? { onHand: 0, held: 0 }, event.kind, event.quantity) ??
        (samples !== undefined && samples < event.quantity
          ? refuse('notSoManyHeld', { has: samples }, 'quantity')
          : undefined)
      if (no) return no
      // A sample is brought back before it leaves the books, else it would stand among the samples for ever.
      for (const e of samples === undefined
        ? [event]
        : [{ ...event, id: newId(), kind: 'sampleBack' as const }, event]) {
        const by = { by: actor.person, at: now, day: today }
        await recordEvent(db, { store, ...e, ...by })
        await post(db, store, [moveOf(e.sku, e.kind, e.quantity)], { cause: e.id, ...by })
      }
      note({ record: event.id, after: event, ...(event.words ? { reason: event.words } : {}) })
      return { id: event.id, sku: event.sku }
    },
  }),
  'stock.takeBack': action({
    summary: ['撤回一条库存事项', 'Take a stock matter back that was noted wrongly'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: takeBackInput,
    async run({ db, actor, today, now, note }, { id, store, event, words }) {
      const found = await findEvent(db, store, event)
      if (!found) return refuse('notFound')
      if (found.takenBack === id) return { id, event }
      if (found.takenBack) return refuse('alreadyTakenBack')
      const stock = (await holdStock(db, store, [found.sku])).get(found.sku)!
      if (stock.held - found.held < 0) return refuse('notSoManyHeld', { has: stock.held })
      await recordEventTakenBack(db, { store, event, id, words, by: actor.person, at: now })
      await post(db, store, [undone(found)], { cause: id, by: actor.person, at: now, day: today })
      note({
        record: event,
        reason: words,
        before: { kind: found.kind, quantity: found.quantity, held: found.held },
      })
      return { id, event }
    },
  }),
  'stock.count': action({
    summary: ['清点 SKU 并调整库存', 'Count SKUs; what differs is adjusted'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: countInput,
    async run({ db, actor, today, now, note }, { id, store, countedAt, lines, words }) {
      const known = await knownCount(db, store, id)
      if (known.length > 0) return { id, lines: known }
      const book = await findBook(db, store)
      if (!book) return refuse('bookNotBegun')
      const at = checkCountedAt(countedAt, new Date(book.begunAt), now)
      if (isRefusal(at)) return at
      const skus = lines.map((l) => l.sku)
      const no = namedOnce(lines)
      if (no) return no
      if ((await unknownSkus(db, skus)).length > 0) return refuse('skuUnknown', {}, 'lines')
      await catchUp(db, [store], book.begunOn < today ? today : book.begunOn)
      await beginSkus(db, store, skus)
      const stock = await holdStock(db, store, skus)
      const since = await movedSince(db, store, skus, at)
      const later = await countedAfter(db, store, skus, at)
      const counted = lines.map((l) => ({
        ...l,
        expected: stock.get(l.sku)!.onHand - (since.get(l.sku) ?? 0),
        superseded: later.has(l.sku),
      }))
      await recordCount(db, {
        store,
        id,
        day: today,
        countedAt: at,
        words,
        by: actor.person,
        at: now,
        lines: counted,
      })
      const moves = counted.flatMap((l) => countMove(l.sku, l) ?? [])
      await post(db, store, moves, { cause: id, by: actor.person, at, day: today })
      note({ record: id, after: { skus: lines.length, adjusted: moves.length } })
      return { id, lines: counted }
    },
  }),
})

const totalOf = (lines: readonly { readonly quantity: number }[]): { skus: number; pieces: number } => ({
  skus: lines.length,
  pieces: lines.reduce((sum, l) => sum + l.quantity, 0),
})
