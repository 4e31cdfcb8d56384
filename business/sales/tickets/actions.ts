import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { reversers, sellers } from './reach.ts'
import { recordTicket, recordTraffic } from './record-tables.ts'
import {
  checkReversal,
  checkTraffic,
  checkUndo,
  momentOfReversal,
  numberedFrom,
  type Reversible,
  reversalOf,
} from './rules.ts'
import { reverseInput, type Ticket, ticketInput, trafficInput, undoInput } from './shape.ts'
import {
  findForTicket,
  findHourCounts,
  findKnown,
  findOriginals,
  findReversible,
  findStore,
  type KnownTicket,
} from './tables.ts'
import { decideTicket } from './ticket-rules.ts'
import { recently } from './till-actions.ts'
import { ticketWords } from './words.ts'

export const ticketOperations = operations(ticketWords, {
  'sales.ticket': action({
    summary: ['开单（销售与退货）', 'Record a ticket of sales and returns'],
    mayWait: true,
    often: true,
    who: sellers,
    about: (_db, { store }) => ({ store }),
    input: ticketInput,
    async run({ db, actor, now, arrived, note }, input) {
      const facts = await findForTicket(db, {
        store: input.store,
        since: recently(arrived),
        id: input.id,
        skus: input.lines.flatMap((l) => l.sku ?? []),
        people: input.credits.map((c) => c.person),
      })
      if (!facts) return refuse('notFound')
      if (facts.known) return { ...facts.known, movedFrom: null, repeated: true }
      const originals = await findOriginals(db, input.store, [...new Set(input.returns.map((r) => r.ticket))])
      // Of a ticket that waited on the phone the house reckons itself when it was sold; on which day it falls is decided now.
      const sold = now < arrived ? { ...input, soldAt: now.toISOString() } : input
      const maker = { store: input.store, person: actor.person, now: arrived }
      const decided = decideTicket(sold, facts, originals, maker)
      if (isRefusal(decided)) return decided
      const kept = await keep(db, decided.ticket, arrived)
      if (isRefusal(kept)) return kept
      note({
        record: input.id,
        day: kept.day,
        after: { number: kept.number, net: kept.net, units: decided.ticket.units },
      })
      return { ...kept, movedFrom: decided.movedFrom, repeated: false }
    },
  }),
  'sales.reverse': action({
    summary: ['冲销整张小票', 'Reverse a whole ticket'],
    who: reversers,
    about: (_db, { store }) => ({ store }),
    input: reverseInput,
    async run(context, input) {
      const known = await findKnown(context.db, input.store, input.id)
      if (known) return { ...known, repeated: true }
      const found = await findReversible(context.db, input.store, input.ticket)
      const no = checkReversal(found)
      return no ?? turnRound(context, input, found!, input.reason)
    },
  }),
  'sales.undo': action({
    summary: ['撤回自己刚开的小票', 'Take back a ticket that you have just made'],
    who: sellers,
    about: (_db, { store }) => ({ store }),
    input: undoInput,
    async run(context, input) {
      const known = await findKnown(context.db, input.store, input.id)
      if (known) return { ...known, repeated: true }
      const found = await findReversible(context.db, input.store, input.ticket)
      const no = checkReversal(found) ?? checkUndo(found!, context.actor.person, context.now)
      return no ?? turnRound(context, input, found!, ticketWords.undone[context.language === 'zh' ? 0 : 1])
    },
  }),
  'sales.traffic': action({
    summary: [
      '录客流与试穿（负数为更正）',
      'Enter traffic and try-ons of an hour; a negative number corrects',
    ],
    mayWait: true,
    who: sellers,
    about: (_db, { store }) => ({ store }),
    input: trafficInput,
    async run({ db, actor, now, today, note }, input) {
      const day = input.day ?? today
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const no = checkTraffic(await findHourCounts(db, input.store, day, input.hour), input)
      if (no) return no
      const open = await recordTraffic(db, { ...input, day, by: actor.person, source: 'typed' }, now)
      if (!open) return refuse('dayClosed', { day }, 'day')
      note({
        record: input.id,
        day,
        after: { hour: input.hour, traffic: input.traffic, tryOns: input.tryOns },
      })
      return { id: input.id, day }
    },
  }),
})

/** Writes, or says why it could not be: then the door rolls everything back. */
async function keep(db: Db, ticket: Ticket, now: Date): Promise<KnownTicket | Refusal<'changedMeanwhile'>> {
  const recorded = await recordTicket(db, ticket, now)
  if (recorded.became === 'crossed') return refuse('changedMeanwhile')
  const day: Day = recorded.became === 'known' ? recorded.day : ticket.day
  return { id: ticket.id, number: recorded.number, day, net: ticket.net }
}

async function turnRound(
  { db, actor, now, note }: ActionContext,
  { id, store }: { id: string; store: string },
  found: Reversible,
  reason: string,
) {
  const at = await findStore(db, store, found.ticket.day)
  if (!at) return refuse('notFound')
  const moment = momentOfReversal(at, found.ticket, now)
  if (isRefusal(moment)) return moment
  const reversal = reversalOf(found.ticket, {
    id,
    reason,
    day: moment.day,
    hour: moment.hour,
    soldAt: moment.soldAt,
    madeBy: actor.person,
    source: 'phone',
    numbered: numberedFrom(at.code, moment.day),
  })
  const kept = await keep(db, reversal, now)
  if (isRefusal(kept)) return kept
  note({
    record: id,
    day: kept.day,
    reason,
    before: { number: found.number, net: found.ticket.net },
    after: { number: kept.number, net: kept.net },
  })
  return { ...kept, repeated: false }
}
