import type { z } from 'zod'
import type { Actor, WhoTable } from '../../../platform/access/who.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations, view } from '../../../platform/server/door.ts'
import { drawerNow } from '../../cash/books.ts'
import { hasPin, isStillPin, withPin } from '../../organization/access/device-tables.ts'
import { checkPinOf } from '../../organization/access/pin-check.ts'
import { staffBetween } from '../../roster/week/tables.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { checkTaken, differencesOf, stateOf } from './rules.ts'
import { giveInput, type SignedHow, seeInput, takeByPinInput, takeInput, withdrawInput } from './shape.ts'
import * as t from './tables.ts'
import { handoverWords } from './words.ts'

const staff = { salesAssociate: 'store', storeManager: 'store' } as const satisfies WhoTable
const lookers = {
  ...staff,
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
const daysBack = 14

export const handoverOperations = operations(handoverWords, {
  'handovers.give': action({
    summary: ['交班：点现金钥匙，交代事项', 'Hand a shift over: cash and keys counted, what is open'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: giveInput,
    async run({ db, actor, today, now, note }, { id, store, to, cash, keys, words, lines }) {
      if (to === actor.person) return refuse('oneself', {}, 'to')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      await t.holdHandovers(db, store)
      if (await t.handoverById(db, store, id)) return { id, day: today }
      if (!(await staffBetween(db, store, today, today)).some((p) => p.person === to))
        return refuse('notHere', {}, 'to')
      const open = (await t.handoversOf(db, store, today)).some(
        (h) => stateOf(h) === 'given' && h.givenBy === actor.person,
      )
      if (open) return refuse('openAlready')
      const books = await drawerNow(db, store, today)
      await t.insertHandover(db, {
        store,
        id,
        day: today,
        by: actor.person,
        how: howOf(actor),
        at: now,
        to,
        cash,
        books,
        keys,
        words,
        lines,
      })
      note({
        record: id,
        day: today,
        after: { to, cash, books, keys, lines: lines.length, signed: howOf(actor) },
      })
      return { id, day: today }
    },
  }),
  'handovers.take': action({
    summary: ['接班：自己点过，签收', 'Take a shift over: counted oneself, signed'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: takeInput,
    run: (context, counted) =>
      taken(context, counted, context.actor.person, { how: howOf(context.actor), beside: null }),
  }),
  'handovers.takeByPin': action({
    summary: [
      '接班：在同事手机上用自己的 PIN 签收',
      'Take a shift over: signed by PIN on a colleague’s phone',
    ],
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: takeByPinInput,
    async prepare(context, { store, id, pin }) {
      const given = await t.handoverById(context.db, store, id)
      if (!given) return refuse('notFound')
      const { taker: person } = given
      if (person === context.actor.person) return refuse('ownPhone')
      if (!(await hasPin(context.db, person))) return refuse('noPin', {}, 'pin')
      return checkPinOf(context, { person, store, pin }, context.actor.person, 'handovers.takeByPin')
    },
    async run(context, { store, id, cash, keys, words }, { hash }) {
      const given = await t.handoverById(context.db, store, id)
      if (!given) return refuse('notFound')
      if (!(await isStillPin(context.db, given.taker, hash))) return refuse('pinWrong', {}, 'pin')
      const beside = { how: 'beside', beside: context.actor.person } as const
      return taken(context, { store, id, cash, keys, words }, given.taker, beside)
    },
  }),
  'handovers.withdraw': action({
    summary: ['撤回交班', 'Take a handover back'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: withdrawInput,
    async run({ db, actor, now, note }, { store, id }) {
      await t.holdHandovers(db, store)
      const given = await t.handoverById(db, store, id)
      if (!given) return refuse('notFound')
      if (given.givenBy !== actor.person) return refuse('notYours')
      if (stateOf(given) !== 'given') return refuse('takenAlready')
      await t.withdrawHandover(db, store, id, now)
      note({ record: id, day: given.day, after: { withdrawn: true } })
      return { id, day: given.day }
    },
  }),
  'handovers.ofStore': view({
    summary: ['交接班：等谁接、近两周的差异', 'Handovers: who is to take over, differences of two weeks'],
    who: lookers,
    about: (_db, { store }) => ({ store }),
    input: seeInput,
    async run({ db, actor, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const all = await t.handoversOf(db, store, addDays(today, -daysBack))
      return {
        today,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        colleagues: (await staffBetween(db, store, today, today)).filter((p) => p.person !== actor.person),
        /** Keys that the last handover ended with, to begin with; of one that waits nothing is told before it is counted. */
        lastKeys: all.find((h) => stateOf(h) === 'taken')?.takenKeys ?? null,
        /** Of those to whom something waits: who may sign by PIN on a colleague's phone. */
        withPin: await withPin(
          db,
          all.flatMap((h) => (stateOf(h) === 'given' ? [h.taker] : [])),
        ),
        // Who is to take over counts before she sees what was counted.
        handovers: all.map((h) =>
          h.taker === actor.person && stateOf(h) === 'given'
            ? { ...h, cash: null, books: null, keys: null, differences: null }
            : { ...h, differences: differencesOf(h) },
        ),
      }
    },
  }),
})

const howOf = (actor: Actor): 'own' | 'pin' => (actor.proof?.by === 'pin' ? 'pin' : 'own')

/** She who takes over signs what she counted, by her own sign-in or by her PIN beside a colleague. */
async function taken(
  { db, now, note }: ActionContext,
  { store, id, cash, keys, words }: z.output<typeof takeInput>,
  taker: string,
  signed: { readonly how: SignedHow; readonly beside: string | null },
) {
  await t.holdHandovers(db, store)
  const given = await t.handoverById(db, store, id)
  if (!given) return refuse('notFound')
  const no = checkTaken(given, taker, { cash, keys, words })
  if (no) return no
  await t.takeHandover(db, { store, id, cash, keys, words, at: now, ...signed })
  const after = (await t.handoverById(db, store, id))!
  note({
    record: id,
    day: given.day,
    after: { counted: { cash, keys }, differences: differencesOf(after), taker, signed: signed.how },
    ...(words ? { reason: words } : {}),
  })
  return { id, day: given.day, ...differencesOf(after) }
}
