import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { numberOf } from '../arrival-actions.ts'
import { holdDepot, leaveDepot, tellDepot } from '../depot-tables.ts'
import { unknownSkus } from '../ledger-tables.ts'
import { deciders, managers, merchandisers } from '../reach.ts'
import { recordShipment } from '../shipment-tables.ts'
import { proposeNow, recordMade } from './propose.ts'
import {
  askedLines,
  findRequest,
  holdStore,
  lastVersion,
  recordDecision,
  recordRequest,
} from './request-tables.ts'
import { checkGrant, checkRequest, readDepot, weekAsked } from './rules.ts'
import { scarceOperations } from './scarce-actions.ts'
import { decideInput, storeInput, submitInput, tellDepotInput } from './shape.ts'
import { findProposal, proposedSizes, slowSellers } from './tables.ts'
import { reorderViews } from './views.ts'
import { reorderWords } from './words.ts'

const reorderActions = operations(reorderWords, {
  'reorders.again': action({
    summary: [
      '按现在的库存重新算补货',
      'Have the week’s reorder proposed again, from the shelf as it is now',
    ],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    /** In the thread, before any transaction. */
    prepare: ({ db, today, now }, { store }) => proposeNow(db, store, today, now),
    async run({ db, today, now, note }, { store }, made) {
      if (!made) return refuse('bookNotBegun')
      const week = weekAsked(today)
      await holdStore(db, store)
      const id = await recordMade(db, store, week, made, now)
      note({ record: id, after: { week, pieces: made.inputs.pieces } })
      return { id, week }
    },
  }),
  'reorders.submit': action({
    summary: ['交本周要货单和滞销办法', 'Hand in the week’s request and the measures for slow sellers'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: submitInput,
    async run({ db, actor, today, now, note }, input) {
      const { id, store, proposal, words } = input
      await holdStore(db, store)
      const known = await findRequest(db, store, id)
      if (known) return { id, week: known.week, version: known.version }
      const week = weekAsked(today)
      const found = await findProposal(db, store, proposal)
      if (!found) return refuse('notFound')
      if (found.week !== week) return refuse('proposalOld')
      const sizes = await proposedSizes(db, store, proposal)
      const slow = await slowSellers(db, store, proposal)
      const no = checkRequest(sizes, slow, input)
      if (no) return no
      const proposedOf = new Map(sizes.map((s) => [s.sku, s.proposed]))
      const lines = input.lines
        .map((l) => ({ ...l, proposed: proposedOf.get(l.sku) ?? 0 }))
        .filter((l) => l.asked + l.proposed > 0)
        .map((l) => ({ ...l, why: l.asked < l.proposed ? l.why : null }))
      const skus = lines.map((l) => l.sku)
      if ((await unknownSkus(db, skus)).length > 0) return refuse('skuUnknown', {}, 'lines')
      const version = (await lastVersion(db, store, week)) + 1
      const factsOf = new Map(slow.map((s) => [`${s.style} ${s.color}`, s.facts]))
      const measures = input.slow.map((s) => ({ ...s, facts: factsOf.get(`${s.style} ${s.color}`)! }))
      const by = { by: actor.person, at: now, day: today }
      await recordRequest(db, { store, id, proposal, week, version, words, ...by, lines, slow: measures })
      note({
        record: id,
        after: {
          week,
          version,
          asked: lines.reduce((n, l) => n + l.asked, 0),
          proposed: lines.reduce((n, l) => n + l.proposed, 0),
          measures: input.slow.map(({ style, color, measure }) => ({ style, color, measure })),
        },
        ...(words ? { reason: words } : {}),
      })
      return { id, week, version }
    },
  }),
  'reorders.decide': action({
    summary: ['批要货单：全给、少给或不给', 'Grant a store’s request, in whole, in part or not'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: decideInput,
    async run({ db, actor, today, now, note }, { store, request, dueOn, lines, words }) {
      await holdStore(db, store)
      const found = await findRequest(db, store, request)
      if (!found) return refuse('notFound')
      if (found.isDecided) return refuse('decidedAlready')
      if (found.isReplaced) return refuse('replaced')
      if (dueOn < today) return refuse('dueInPast', { today }, 'dueOn')
      const depot = await holdDepot(
        db,
        lines.map((l) => l.sku),
      )
      const no = checkGrant(await askedLines(db, store, request), lines, depot, words)
      if (no) return no
      const granted = lines.flatMap((l) => (l.granted > 0 ? [{ sku: l.sku, quantity: l.granted }] : []))
      const by = { by: actor.person, at: now }
      // The notice bears the request's own id: what was granted and what is sent cannot be two things.
      const shipment = granted.length > 0 ? request : null
      if (shipment) {
        const number = numberOf('PH', today, request)
        const head = { store, id: request, number, from: null, sentBackBy: null, dueOn, carrier: null, words }
        await recordShipment(db, { ...head, ...by, lines: granted })
        await leaveDepot(db, granted, now)
      }
      await recordDecision(db, { store, request, shipment, words, day: today, ...by, lines })
      const pieces = granted.reduce((n, l) => n + l.quantity, 0)
      note({ record: request, after: { granted: pieces, shipment }, ...(words ? { reason: words } : {}) })
      return { id: request, week: found.week, shipment, pieces }
    },
  }),
  'reorders.tellDepot': action({
    summary: ['录总仓库存', 'Tell what headquarters’ warehouse holds'],
    who: merchandisers,
    about: 'company',
    input: tellDepotInput,
    async run({ db, actor, now, note }, { text }) {
      const { lines, unread } = readDepot(text)
      if (lines.length === 0) return refuse('depotNothing', {}, 'text')
      const told = new Set(await tellDepot(db, lines, actor.person, now))
      const unknown = lines.filter((l) => !told.has(l.barcode))
      const pieces = lines.filter((l) => told.has(l.barcode)).reduce((n, l) => n + l.pieces, 0)
      note({ after: { skus: told.size, pieces, unknown: unknown.length, unread: unread.length } })
      return { skus: told.size, pieces, unknown: unknown.slice(0, 50), unread: unread.slice(0, 50) }
    },
  }),
})

export const reorderOperations = { ...reorderActions, ...scarceOperations, ...reorderViews }
