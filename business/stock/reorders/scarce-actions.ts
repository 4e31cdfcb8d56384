import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { numberOf } from '../arrival-actions.ts'
import { holdDepot, leaveDepot } from '../depot-tables.ts'
import { merchandisers } from '../reach.ts'
import { recordShipment } from '../shipment-tables.ts'
import { findRequest, holdStore, recordDecision } from './request-tables.ts'
import { checkShares, weekAsked } from './rules.ts'
import { competing, scarceAmong } from './scarce.ts'
import { asksWaiting } from './scarce-tables.ts'
import { nothing, shareInput } from './shape.ts'
import { reorderWords } from './words.ts'

/** Requests older than two weeks wait for their store to ask anew. */
const daysBack = 14

export const scarceOperations = operations(reorderWords, {
  'reorders.scarce': view({
    summary: [
      '不够分的尺码：谁要多少，建议怎么分',
      'Sizes that several stores want and too few are there of, with a split',
    ],
    who: merchandisers,
    about: 'company',
    input: nothing,
    async run({ db, today }) {
      const all = await asksWaiting(db, addDays(weekAsked(today), -daysBack), null)
      const among = competing(scarceAmong(all))
      // What another request asks for alone is no matter of these; what is scarce for one of them only is.
      const scarce = scarceAmong(all.filter((a) => among.has(a.request)))
      return {
        today,
        sizes: scarce,
        requests: [...among].map((request) => {
          const own = all.filter((a) => a.request === request)
          const { store, code, storeName, storeNameEn } = own[0]!
          return {
            request,
            store,
            code,
            storeName,
            storeNameEn,
            asked: own.reduce((n, a) => n + a.asked, 0),
          }
        }),
      }
    },
  }),
  'reorders.shareOut': action({
    summary: [
      '不够分的一起答复：几张要货单一次批完',
      'Answer requests that compete for the same sizes, all at once',
    ],
    who: merchandisers,
    about: 'company',
    input: shareInput,
    async run({ db, actor, today, now, note }, { dueOn, words, requests }) {
      if (dueOn < today) return refuse('dueInPast', { today }, 'dueOn')
      const inOrder = requests
        .map((r, i) => ({ ...r, i }))
        .sort((a, b) => (a.store < b.store ? -1 : a.store > b.store ? 1 : 0))
      for (const { store, request, i } of inOrder) {
        await holdStore(db, store)
        const found = await findRequest(db, store, request)
        if (!found) return refuse('notFound', {}, `requests.${i}.request`)
        if (found.isDecided) return refuse('decidedAlready', {}, `requests.${i}.request`)
        if (found.isReplaced) return refuse('replaced', {}, `requests.${i}.request`)
      }
      const ids = requests.map((r) => r.request)
      const since = addDays(weekAsked(today), -daysBack)
      const asks = await asksWaiting(db, since, ids)
      const depot = await holdDepot(db, [...new Set(asks.map((a) => a.sku))])
      const standing = asks.map((a) => ({ ...a, depot: depot.get(a.sku) ?? null }))
      const scarce = scarceAmong(standing)
      const grants = checkShares(standing, scarce, requests, words)
      if ('refused' in grants) return grants
      let pieces = 0
      for (const { store, request } of inOrder) {
        const lines = grants.filter((g) => g.request === request)
        const granted = lines.flatMap((l) => (l.granted > 0 ? [{ sku: l.sku, quantity: l.granted }] : []))
        pieces += granted.reduce((n, l) => n + l.quantity, 0)
        const by = { by: actor.person, at: now }
        const shipment = granted.length > 0 ? request : null
        if (shipment) {
          const number = numberOf('PH', today, request)
          const head = {
            store,
            id: request,
            number,
            from: null,
            sentBackBy: null,
            dueOn,
            carrier: null,
            words,
          }
          await recordShipment(db, { ...head, ...by, lines: granted })
          await leaveDepot(db, granted, now)
        }
        await recordDecision(db, { store, request, shipment, words, day: today, ...by, lines })
      }
      note({
        after: { requests: requests.length, sizes: scarce.length, granted: pieces },
        ...(words ? { reason: words } : {}),
      })
      return { requests: requests.length, sizes: scarce.length, pieces }
    },
  }),
})
