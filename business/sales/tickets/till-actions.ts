import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { addDays, type Day, localDay } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { tokenHash } from '../../../platform/server/http.ts'
import { idInput } from '../../organization/shape.ts'
import { administrators, sellers } from './reach.ts'
import { recordTicket } from './record-tables.ts'
import { oldestDays } from './rules.ts'
import { type TillTicketInput, tillInput } from './shape.ts'
import { findForTicket, findForTill, findOriginals, findStoreByCode } from './tables.ts'
import { decideTillTicket } from './ticket-rules.ts'
import { endToken, findTokens, insertToken, storeOfToken } from './token-tables.ts'
import { ticketWords } from './words.ts'

/** What became of one ticket of a till's batch. A refused one may be sent again, mended, under the same key. */
export type TillAnswer =
  | {
      readonly key: string
      readonly became: 'written' | 'known'
      readonly id: string
      readonly number: string
      readonly day: Day
      readonly net: Money
    }
  | {
      readonly key: string
      readonly became: 'refused'
      readonly why: keyof typeof ticketWords
      readonly sentence: string
      readonly field: string | null
    }

export const tillOperations = operations(ticketWords, {
  'sales.till': action({
    summary: [
      '收银机上传小票（一批至多 200 张，可重复上传）',
      'Tickets from a till: up to 200 a call, safe to repeat',
    ],
    who: sellers,
    about: async (db, { store }, actor) => {
      const id = store === undefined ? actor.onlyStore : await findStoreByCode(db, store)
      return id === undefined ? undefined : { store: id }
    },
    input: tillInput,
    async run({ db, actor, now, language, note }, { store: code, tickets }) {
      const twice = tickets.findIndex((t, i) => tickets.findIndex((u) => u.key === t.key) < i)
      if (twice >= 0) return refuse('keyTwice', { key: tickets[twice]!.key }, `tickets.${twice}.key`)
      const store = code === undefined ? actor.onlyStore : await findStoreByCode(db, code)
      const facts = store && (await findForTill(db, askedOf(store, tickets, now)))
      if (!store || !facts) return refuse('notFound')
      const known = new Map(facts.known.map((k) => [k.key, k]))
      const idOf = new Map(facts.known.map((k) => [k.key, k.id]))
      const answers = new Map<string, TillAnswer>()
      // In the order of sale: a return finds its sale though both came in one batch, and batches lock days in one order.
      for (const ticket of [...tickets].sort((a, b) => Date.parse(a.soldAt) - Date.parse(b.soldAt))) {
        const before = known.get(ticket.key)
        if (before) {
          answers.set(ticket.key, { became: 'known', ...before })
          continue
        }
        const named = ticket.lines.flatMap((l) => idOf.get(l.returnOf?.key ?? '') ?? [])
        const decided = decideTillTicket(
          ticket,
          newId(),
          facts,
          await findOriginals(db, store, named),
          idOf,
          { store, person: actor.person, now },
        )
        if (isRefusal(decided)) {
          const { refused: why, facts: told, field } = decided
          answers.set(ticket.key, {
            key: ticket.key,
            became: 'refused',
            why,
            sentence: say(ticketWords[why], language, told),
            field: field ?? null,
          })
          continue
        }
        const recorded = await recordTicket(db, decided.ticket, now)
        if (recorded.became !== 'written') return refuse('changedMeanwhile')
        const { id, day, net } = decided.ticket
        idOf.set(ticket.key, id)
        answers.set(ticket.key, { key: ticket.key, became: 'written', id, number: recorded.number, day, net })
      }
      const all = tickets.map((t) => answers.get(t.key)!)
      const count = (became: TillAnswer['became']): number => all.filter((a) => a.became === became).length
      const counts = { written: count('written'), known: count('known'), refused: count('refused') }
      note({ store, after: counts })
      return { ...counts, tickets: all }
    },
  }),
  'sales.makeToken': action({
    summary: ['给收银机发接口令牌（只显示一次）', 'Make a token for a till; it is shown once'],
    who: administrators,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({
      id: idInput,
      name: z.string().trim().min(1, { error: 'nameMissing' }).max(60),
      store: idInput,
      person: idInput,
    }),
    stepUp: true,
    secret: ['token'],
    async run({ db, actor, now, today, note }, { id, name, store, person }) {
      const facts = await findForTicket(db, { store, since: today, id, skus: [], people: [person] })
      if (!facts?.staff.some((s) => s.from <= today && (s.to === null || s.to >= today)))
        return refuse('notOfStore', { day: today }, 'person')
      const token = randomBytes(32).toString('base64url')
      await insertToken(db, { id, hash: tokenHash(token), name, store, person, by: actor.person, at: now })
      note({ record: id, store, after: { name, person } })
      return { id, token }
    },
  }),
  'sales.revokeToken': action({
    summary: ['停用接口令牌', 'Revoke a token'],
    who: administrators,
    about: async (db, { id }) => {
      const store = await storeOfToken(db, id)
      return store === undefined ? undefined : { store }
    },
    input: z.strictObject({ id: idInput }),
    async run({ db, actor, now, note }, { id }) {
      if (!(await endToken(db, id, actor.person, now))) return refuse('tokenRevoked')
      note({ record: id })
      return { id }
    },
  }),
  'sales.tokens': view({
    summary: ['接口令牌清单', 'Tokens'],
    who: administrators,
    about: 'company',
    input: z.strictObject({}),
    run: async ({ db }) => ({ tokens: await findTokens(db) }),
  }),
})

function askedOf(
  store: string,
  tickets: readonly TillTicketInput[],
  now: Date,
): Parameters<typeof findForTill>[1] {
  const lines = tickets.flatMap((t) => t.lines)
  return {
    store,
    since: recently(now),
    barcodes: [...new Set(lines.flatMap((l) => l.barcode ?? []))],
    jobNumbers: [...new Set(tickets.flatMap((t) => t.credits.map((c) => c.jobNumber)))],
    keys: [...new Set([...tickets.map((t) => t.key), ...lines.flatMap((l) => l.returnOf?.key ?? [])])],
  }
}

/** From where on closed days matter for a ticket that may still come. */
export const recently = (now: Date): Day => addDays(localDay(now, 'UTC'), -oldestDays - 2)
