import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { seePhoto, takePhoto } from '../../platform/photos/operations.ts'
import { keepPhotos } from '../../platform/photos/tables.ts'
import { action, operations } from '../../platform/server/door.ts'
import { leaveDepot } from './depot-tables.ts'
import { findBook, post, unknownSkus } from './ledger-tables.ts'
import { deciders, merchandisers, shopFloor, viewers } from './reach.ts'
import { namedOnce, settle, take } from './rules.ts'
import { answerInput, deliverInput, type Move, receiveInput, type Taking } from './shape.ts'
import {
  holdShipment,
  knownAnswer,
  knownReceipt,
  linesOf,
  openPieces,
  recordAnswer,
  recordReceipt,
  recordShipment,
} from './shipment-tables.ts'
import { stockWords } from './words.ts'

/** PH261126-7F3A21: what the paper in the box says, made from the notice itself so that sending it again changes nothing. */
export const numberOf = (prefix: 'PH' | 'DB' | 'TH' | 'CG', day: Day, id: string): string =>
  `${prefix}${day.slice(2).replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`

/** Rejected goods are given so long to come back to the store that sent them. */
const backWithin = 3

/** Photographs of what differed when goods came. */
const subject = 'arrival'

export const arrivalOperations = operations(stockWords, {
  'stock.takePhoto': takePhoto({
    summary: ['给到货差异拍照', 'Take a photo of what differs in an arrival'],
    who: shopFloor,
    subject,
  }),
  'stock.photo': seePhoto({
    summary: ['到货差异的照片', 'The photo of a difference'],
    who: viewers,
    subject,
  }),
  'stock.deliver': action({
    summary: ['配货：总部发货通知', 'Send goods out to stores, with a delivery notice each'],
    who: merchandisers,
    about: 'company',
    input: deliverInput,
    async run({ db, actor, today, now, note }, { dueOn, carrier, words, notices }) {
      if (dueOn < today) return refuse('dueInPast', { today }, 'dueOn')
      const skus = notices.flatMap((n) => n.lines.map((l) => l.sku))
      for (const notice of notices) {
        const no = namedOnce(notice.lines)
        if (no) return no
      }
      if ((await unknownSkus(db, skus)).length > 0) return refuse('skuUnknown', {}, 'notices')
      const made: { id: string; store: string; number: string }[] = []
      const sent: { sku: string; quantity: number }[] = []
      for (const { id, store, lines } of notices) {
        const number = numberOf('PH', today, id)
        const head = { store, id, number, from: null, sentBackBy: null, dueOn, carrier, words }
        // A notice that is there already has left the warehouse already.
        if (await recordShipment(db, { ...head, by: actor.person, at: now, lines })) sent.push(...lines)
        made.push({ id, store, number })
      }
      await leaveDepot(db, sent, now)
      const pieces = notices.reduce((sum, n) => sum + n.lines.reduce((s, l) => s + l.quantity, 0), 0)
      note({ after: { dueOn, stores: notices.length, pieces } })
      return { notices: made, pieces }
    },
  }),
  'stock.receive': action({
    summary: ['收货：逐行点收，差异写原因', 'Receive goods line by line; differences with their reason'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: receiveInput,
    async run({ db, actor, today, now, note }, { id, store, shipment, last, lines, words }) {
      if (!(await findBook(db, store))) return refuse('bookNotBegun')
      const head = await holdShipment(db, store, shipment)
      if (!head) return refuse('notFound')
      if (await knownReceipt(db, store, id)) return { id, shipment, onTime: today <= head.dueOn }
      const no = namedOnce(lines)
      if (no) return no
      const standing = await linesOf(db, store, shipment)
      if (standing.every((l) => l.inTransit === 0)) return refuse('alreadyReceived')
      const known = new Set(standing.map((l) => l.sku))
      const strange = lines.filter((l) => !known.has(l.sku)).map((l) => l.sku)
      if ((await unknownSkus(db, strange)).length > 0) return refuse('skuUnknown', {}, 'lines')
      const takings = takingsOf(standing, lines, last)
      if (isRefusal(takings)) return takings
      if (takings.length === 0) return refuse('nothingCame', {}, 'lines')
      const ids = takings.flatMap((t) => t.photo ?? [])
      if (!(await keepPhotos(db, { store, subject, ids, at: now }))) return refuse('photoGone', {}, 'lines')
      const by = { by: actor.person, at: now }
      await recordReceipt(db, { store, id, shipment, day: today, last, words, ...by, lines: takings })
      await post(db, store, takings.flatMap(moveIn), { cause: id, ...by, day: today })
      const differs = takings.filter((t) => t.rejected + t.missing + t.surplus > 0).length
      note({
        record: shipment,
        after: { receipt: id, taken: takings.reduce((sum, t) => sum + t.taken, 0), differs, last },
        ...(words ? { reason: words } : {}),
      })
      return { id, shipment, onTime: today <= head.dueOn }
    },
  }),
  'stock.answer': action({
    summary: ['答复到货差异', 'Answer what differed in a shipment'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: answerInput,
    async run({ db, actor, today, now, note }, { id, store, shipment, sku, about, answer, words }) {
      const head = await holdShipment(db, store, shipment)
      if (!head) return refuse('notFound')
      if (await knownAnswer(db, store, id)) return { id, shipment, sku }
      const quantity = await openPieces(db, store, shipment, sku, about)
      if (quantity === 0) return refuse('nothingOpen')
      const settled = settle(about, answer, quantity)
      if (isRefusal(settled)) return settled
      if ((answer === 'writeOff' || answer === 'lost') && !words) return refuse('sayWhy', {}, 'words')
      const by = { by: actor.person, at: now }
      await recordAnswer(db, { store, id, shipment, sku, about, quantity, answer, words, day: today, ...by })
      const cause = { cause: id, ...by, day: today }
      const moves = [
        { at: store, pieces: settled.receiver },
        ...(head.from ? [{ at: head.from, pieces: settled.sender }] : []),
      ].filter((m) => m.pieces !== 0)
      // Two stores are always locked in the same order.
      for (const m of moves.sort((a, b) => (a.at < b.at ? -1 : 1)))
        await post(db, m.at, [{ sku, kind: 'answer', quantity: m.pieces, held: 0 }], cause)
      if (head.from && settled.back > 0) {
        const back = newId()
        await recordShipment(db, {
          store: head.from,
          id: back,
          number: numberOf('TH', today, back),
          from: store,
          sentBackBy: id,
          dueOn: addDays(today, backWithin),
          carrier: null,
          words,
          ...by,
          lines: [{ sku, quantity }],
        })
      }
      note({ record: shipment, after: { sku, about, quantity, answer }, ...(words ? { reason: words } : {}) })
      return { id, shipment, sku }
    },
  }),
})

function takingsOf(
  standing: Awaited<ReturnType<typeof linesOf>>,
  lines: readonly (Parameters<typeof take>[1] & { readonly sku: string; readonly photo: string | null })[],
  last: boolean,
) {
  const said = new Map(lines.map((l, i) => [l.sku, { line: l, i }]))
  const nothing = { shipped: 0, inTransit: 0, received: 0, rejected: 0, missing: 0, surplus: 0 }
  const known = new Set(standing.map((l) => l.sku))
  const all = [
    ...standing,
    ...lines.filter((l) => !known.has(l.sku)).map((l) => ({ sku: l.sku, ...nothing })),
  ]
  const takings: Taking[] = []
  for (const line of all) {
    const mine = said.get(line.sku)
    if (!mine && !(last && line.inTransit > 0)) continue
    const came = mine?.line ?? { arrived: 0, rejected: 0, reason: 'notArrived', words: null }
    const taking = take(line, came, last)
    if (isRefusal(taking)) return { ...taking, field: mine ? `lines.${mine.i}` : 'lines' }
    const photo = mine?.line.photo ?? null
    const differs = taking.rejected + taking.missing + taking.surplus > 0
    if (photo && !differs) return refuse('photoOfNothing', {}, `lines.${mine!.i}.photo`)
    if (taking.received > 0 || differs) takings.push({ ...taking, photo })
  }
  return takings
}

const moveIn = (t: Taking): Move[] =>
  t.taken > 0 ? [{ sku: t.sku, kind: 'receipt', quantity: t.taken, held: 0 }] : []
