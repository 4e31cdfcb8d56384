import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { numberOf } from '../arrival-actions.ts'
import { limitsNow } from '../open-to-buy/limits.ts'
import { merchandisers } from '../reach.ts'
import { beyondOf, checkOrder, lacksWhy, sumBeyond, takeIn } from './rules.ts'
import { arriveInput, cancelInput, placeInput } from './shape.ts'
import {
  arrivalKnown,
  cancellationKnown,
  holdLines,
  recordArrival,
  recordCancellation,
  recordOrder,
  skusNamed,
  stylesOrdered,
} from './tables.ts'
import { purchaseViews } from './views.ts'
import { purchaseWords } from './words.ts'

const purchaseActions = operations(purchaseWords, {
  'purchases.place': action({
    summary: ['向厂家下采购订单', 'Order goods of a maker'],
    who: merchandisers,
    about: 'company',
    input: placeInput,
    async run({ db, actor, today, now, note }, input) {
      const no = checkOrder(input, today)
      if (no) return no
      const styles = await stylesOrdered(
        db,
        input.lines.flatMap((l) => l.style ?? []),
        today,
      )
      const unknown = input.lines.findIndex(
        (l) => l.style && !styles.some((s) => s.style === l.style && s.colors.includes(l.color!)),
      )
      if (unknown >= 0) return refuse('styleUnknown', {}, `lines.${unknown}`)
      // Of a style the goods file says category and tag price.
      const lines = input.lines.map((l) => {
        const known = styles.find((s) => s.style === l.style)
        return known ? { ...l, category: known.category, tag: known.tag ?? l.tag } : l
      })
      const beyond = sumBeyond(beyondOf(lines, input.due, await limitsNow(db, today)))
      if (lacksWhy(beyond, input.words)) return refuse('beyondWhyMissing', {}, 'words')
      const number = numberOf('CG', today, input.id)
      const pieces = lines.reduce((n, l) => n + l.pieces, 0)
      await recordOrder(db, { ...input, lines, number, beyond, day: today, by: actor.person, at: now })
      note({
        record: input.id,
        after: { number, maker: input.maker, due: input.due, pieces, beyond },
        ...(input.words ? { reason: input.words } : {}),
      })
      return { id: input.id, number, pieces, beyond }
    },
  }),
  'purchases.arrive': action({
    summary: [
      '厂家到货：按送货单点进总仓',
      'A maker has delivered: count it into the warehouse by the delivery note',
    ],
    who: merchandisers,
    about: 'company',
    input: arriveInput,
    async run({ db, actor, today, now, note }, { id, order, note: paper, lines }) {
      const standing = await holdLines(db, order)
      if (standing.length === 0) return refuse('notFound')
      const pieces = lines.reduce((n, l) => n + l.pieces, 0)
      if (await arrivalKnown(db, id)) return { id, order, pieces }
      const skus = new Map(
        (
          await skusNamed(
            db,
            lines.map((l) => l.sku),
          )
        ).map((k) => [k.sku, k]),
      )
      const strange = lines.findIndex((l) => !skus.has(l.sku))
      if (strange >= 0) return refuse('styleUnknown', {}, `lines.${strange}.sku`)
      const taken = takeIn(
        standing,
        lines.map((l) => ({ ...skus.get(l.sku)!, ...l })),
      )
      if (isRefusal(taken)) return taken
      await recordArrival(db, { id, order, note: paper, day: today, by: actor.person, at: now, lines })
      note({ record: order, after: { arrival: id, pieces, paper } })
      return { id, order, pieces }
    },
  }),
  'purchases.cancel': action({
    summary: ['取消采购订单里还没到的', 'Cancel what of an order has not come'],
    who: merchandisers,
    about: 'company',
    input: cancelInput,
    async run({ db, actor, today, now, note }, { id, order, line, words }) {
      const standing = await holdLines(db, order)
      if (standing.length === 0) return refuse('notFound')
      if (await cancellationKnown(db, order, id)) return { id, order }
      if (line !== null && !standing.some((l) => l.line === line)) return refuse('lineUnknown', {}, 'line')
      const off = await recordCancellation(db, {
        ...{ id, order, line, words },
        ...{ day: today, by: actor.person, at: now },
      })
      if (off.length === 0) return refuse('nothingOpen')
      note({ record: order, after: { pieces: off.reduce((n, o) => n + o.pieces, 0) }, reason: words })
      return { id, order }
    },
  }),
})

export const purchaseOperations = { ...purchaseActions, ...purchaseViews }
