import type { Scope } from '../../platform/access/who.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { action, operations } from '../../platform/server/door.ts'
import { numberOf } from './arrival-actions.ts'
import { findBook, holdStock, post } from './ledger-tables.ts'
import { deciders, managers, shopFloor } from './reach.ts'
import { may, namedOnce, stateOf } from './rules.ts'
import { cancelInput, decideInput, pickInput, proposeInput, shipInput } from './shape.ts'
import { recordShipment } from './shipment-tables.ts'
import { checkPicked, checkProposal } from './transfer-rules.ts'
import { holdTransfer, recordPicked, recordStep, recordTransfer, transferLines } from './transfer-tables.ts'
import { stockWords } from './words.ts'

export const transferOperations = operations(stockWords, {
  'stock.propose': action({
    summary: ['提出调拨', 'Propose a transfer to another store'],
    who: { ...managers, ...deciders },
    about: (_db, { store }) => ({ store }),
    input: proposeInput,
    async run({ db, actor, scope, today, now, note }, { id, store, to, why, words, lines }) {
      if (to === store) return refuse('sameStore', {}, 'to')
      if (why === 'other' && !words) return refuse('sayWhy', {}, 'words')
      if (!(await findBook(db, store)) || !(await findBook(db, to))) return refuse('bookNotBegun', {}, 'to')
      const no =
        namedOnce(lines) ??
        checkProposal(
          await holdStock(
            db,
            store,
            lines.map((l) => l.sku),
          ),
          lines,
        )
      const known = await holdTransfer(db, store, id)
      if (known) return { id, number: known.number, state: stateOf(known.steps, known.isReceived) }
      if (no) return no
      const by = { by: actor.person, at: now }
      const number = numberOf('DB', today, id)
      await recordTransfer(db, { store, id, number, to, why, words, day: today, ...by, lines })
      // Whoever may decide has decided by proposing.
      const decides =
        actor.appointments.some((a) => a.position in deciders) && reaches(scope, store) && reaches(scope, to)
      if (decides) await recordStep(db, { store, transfer: id, step: 'approved', words: null, ...by })
      note({ record: id, after: { to, why, lines }, ...(words ? { reason: words } : {}) })
      return { id, number, state: decides ? ('approved' as const) : ('proposed' as const) }
    },
  }),
  'stock.decide': action({
    summary: ['审批调拨', 'Approve or refuse a transfer'],
    who: deciders,
    about: (_db, { store }) => ({ store }),
    input: decideInput,
    async run({ db, actor, scope, now, note }, { store, transfer, approve, words }) {
      const found = await holdTransfer(db, store, transfer)
      if (!found) return refuse('notFound')
      const no = may('decide', stateOf(found.steps, found.isReceived))
      if (no) return no
      if (!reaches(scope, found.to)) return refuse('otherArea')
      if (!approve && !words) return refuse('sayWhy', {}, 'words')
      const step = approve ? ('approved' as const) : ('refused' as const)
      await recordStep(db, { store, transfer, step, words, by: actor.person, at: now })
      note({ record: transfer, after: { step }, ...(words ? { reason: words } : {}) })
      return { id: transfer, state: step }
    },
  }),
  'stock.pick': action({
    summary: ['拣货', 'Pick the pieces of a transfer'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: pickInput,
    async run({ db, actor, now, note }, { store, transfer, lines }) {
      const found = await holdTransfer(db, store, transfer)
      if (!found) return refuse('notFound')
      const no =
        may('pick', stateOf(found.steps, found.isReceived)) ??
        namedOnce(lines) ??
        checkPicked(await transferLines(db, store, transfer), lines)
      if (no) return no
      await recordPicked(db, store, transfer, lines)
      await recordStep(db, { store, transfer, step: 'picked', words: null, by: actor.person, at: now })
      note({ record: transfer, after: { picked: lines.reduce((sum, l) => sum + l.picked, 0) } })
      return { id: transfer, state: 'picked' as const }
    },
  }),
  'stock.ship': action({
    summary: ['调拨发出', 'Send a transfer on its way'],
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: shipInput,
    async run({ db, actor, today, now, note }, { store, transfer, carrier, dueOn }) {
      const found = await holdTransfer(db, store, transfer)
      if (!found) return refuse('notFound')
      const no = may('ship', stateOf(found.steps, found.isReceived))
      if (no) return no
      if (dueOn < today) return refuse('dueInPast', { today }, 'dueOn')
      const lines = (await transferLines(db, store, transfer)).flatMap((l) =>
        l.picked ? [{ sku: l.sku, quantity: l.picked }] : [],
      )
      if (lines.length === 0) return refuse('nothingPicked')
      const by = { by: actor.person, at: now }
      await recordStep(db, { store, transfer, step: 'shipped', words: carrier, ...by })
      await post(
        db,
        store,
        lines.map((l) => ({ sku: l.sku, kind: 'transferOut', quantity: -l.quantity, held: 0 })),
        { cause: transfer, ...by, day: today },
      )
      const head = { store: found.to, id: transfer, number: found.number, from: store, sentBackBy: null }
      await recordShipment(db, { ...head, dueOn, carrier, words: null, ...by, lines })
      note({ record: transfer, after: { lines, dueOn } })
      return { id: transfer, state: 'shipped' as const }
    },
  }),
  'stock.cancel': action({
    summary: ['取消调拨', 'Cancel a transfer that is not on its way yet'],
    who: { ...managers, ...deciders },
    about: (_db, { store }) => ({ store }),
    input: cancelInput,
    async run({ db, actor, now, note }, { store, transfer, words }) {
      const found = await holdTransfer(db, store, transfer)
      if (!found) return refuse('notFound')
      const no = may('cancel', stateOf(found.steps, found.isReceived))
      if (no) return no
      await recordStep(db, { store, transfer, step: 'cancelled', words, by: actor.person, at: now })
      note({ record: transfer, reason: words })
      return { id: transfer, state: 'cancelled' as const }
    },
  }),
})

const reaches = (scope: Scope, store: string): boolean =>
  scope.stores === 'all' || scope.stores.includes(store)
