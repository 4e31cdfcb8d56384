import { newId } from '../../platform/kinds/id.ts'
import { formatMoney, type Money, subtract, zero } from '../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../platform/server/door.ts'
import type { Tender } from '../sales/tickets/shape.ts'
import { bringUpToDate, cashIn, dueFor } from './books.ts'
import { smallClosings } from './closing-tables.ts'
import {
  knownCount,
  lastCounted,
  type Movement,
  recordCount,
  recordExplanation,
  recordMovement,
  standingCount,
  standingLine,
} from './count-tables.ts'
import { findTerms } from './deposit-tables.ts'
import { balances, beginTill, enter, entriesOf, holdTill, setFloat } from './ledger-tables.ts'
import { cashiers, managers } from './reach.ts'
import {
  checkCount,
  checkEnough,
  countEntries,
  differenceOf,
  entry,
  floatEntries,
  linesOf,
  toSafe,
  undone,
  worth,
} from './rules.ts'
import {
  changeInput,
  countInput,
  type Entry,
  explainInput,
  floatInput,
  payInInput,
  payOutInput,
} from './shape.ts'
import { recordClosing } from './statement-tables.ts'
import { cashWords } from './words.ts'

export const tillOperations = operations(cashWords, {
  'cash.float': action({
    summary: ['设定备用金', 'Set the float of the till'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: floatInput,
    async run(context, { id, store, float, from, words }) {
      const { db, today, note } = context
      await beginTill(db, store, today)
      const till = (await holdTill(db, store))!
      const moved = await move(
        context,
        { id, store, kind: 'float', amount: float, why: from, words, receipt: null },
        {
          entries: floatEntries(today, till.float, float, from),
          leaves: from === 'safe' && float > till.float ? 'safe' : float < till.float ? 'till' : undefined,
          amount: Math.abs(float - till.float) as Money,
        },
      )
      if ('refused' in moved) return moved
      await setFloat(db, store, float)
      note({
        record: id,
        before: { float: till.float },
        after: { float },
        ...(words ? { reason: words } : {}),
      })
      return { id, float }
    },
  }),
  'cash.payIn': action({
    summary: ['收银机存入（有收据号）', 'Pay money into the till, with its receipt'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: payInInput,
    run: (context, input) =>
      move(
        context,
        { ...input, kind: 'payIn' },
        {
          entries: entry('payIn', context.today, 'cash', ['outside', 'till'], input.amount),
          leaves: undefined,
          amount: input.amount,
        },
      ),
  }),
  'cash.payOut': action({
    summary: ['收银机支出（有收据号）', 'Pay money out of the till, with its receipt'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: payOutInput,
    run: (context, input) =>
      move(
        context,
        { ...input, kind: 'payOut' },
        {
          entries: entry('payOut', context.today, 'cash', ['till', 'outside'], input.amount),
          leaves: 'till',
          amount: input.amount,
        },
      ),
  }),
  'cash.change': action({
    summary: ['收银机与保险柜之间调拨', 'Move money between till and safe'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: changeInput,
    run: (context, { to, ...input }) =>
      move(
        context,
        { ...input, kind: to === 'till' ? 'toTill' : 'toSafe', why: 'change', receipt: null },
        {
          entries: entry(
            'change',
            context.today,
            'cash',
            to === 'till' ? ['safe', 'till'] : ['till', 'safe'],
            input.amount,
          ),
          leaves: to === 'till' ? 'safe' : 'till',
          amount: input.amount,
        },
      ),
  }),
  'cash.count': action({
    summary: ['盘点当日收款（先点后看）', 'Count the till for the day, blind'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: countInput,
    async run({ db, actor, today, now, note }, { id, store, day = today, basedOn, pieces, tenders }) {
      const till = await holdTill(db, store)
      const known = await knownCount(db, store, id)
      if (known) return { id, ...known }
      const before = await standingCount(db, store, day)
      const counted = await lastCounted(db, store)
      const no = checkCount(
        till && { begunOn: till.begunOn, lastCounted: counted },
        day,
        today,
        basedOn,
        before,
      )
      if (no) return no
      const cause = { cause: id, by: actor.person, at: now }
      if (before) {
        const earlier = [
          ...(await entriesOf(db, store, before.id)),
          ...(await smallClosings(db, store, before.id)),
        ]
        const back = undone(earlier)
        const short = checkEnough('safeUsed', await cashIn(db, store, 'safe'), outOfSafe(back))
        if (short) return short
        await enter(db, store, back, cause)
      }
      await bringUpToDate(db, store, till!, day, cause)
      const handedIn = new Map<Tender, Money>(tenders.map((t) => [t.tender, t.amount as Money]))
      handedIn.set('cash', worth(pieces))
      const lines = linesOf(await balances(db, store, 'till'), handedIn)
      await enter(db, store, countEntries(day, lines, till!.float), cause)
      const version = basedOn + 1
      await recordCount(db, {
        store,
        id,
        day,
        version,
        moved: toSafe(worth(pieces), till!.float),
        due: await dueFor(db, store, day),
        by: actor.person,
        at: now,
        lines,
        pieces,
      })
      note({ record: id, day, after: { version, lines } })
      return { id, day, version }
    },
  }),
  'cash.explain': action({
    summary: ['说明长短款', 'Explain what is over or short'],
    mayWait: true,
    who: cashiers,
    about: (_db, { store }) => ({ store }),
    input: explainInput,
    async run({ db, actor, now, note }, { store, day, tender, why, words }) {
      await holdTill(db, store)
      const line = await standingLine(db, store, day, tender)
      if (!line) return refuse('notFound')
      const amount = differenceOf(line)
      if (amount === 0) return refuse('noDifference')
      if (line.explained) return refuse('alreadyExplained')
      if (why === 'other' && !words) return refuse('sayWhy', {}, 'words')
      const by = { by: actor.person, at: now }
      await recordExplanation(db, { store, count: line.count, tender, why, words, ...by })
      const { tolerance } = await findTerms(db)
      if (Math.abs(amount) <= tolerance) {
        const id = newId()
        const closing = {
          store,
          id,
          kind: 'variance',
          about: line.count,
          tender,
          amount,
          why: 'small',
          words: null,
        }
        await recordClosing(db, { ...closing, ...by })
        await enter(db, store, entry('closing', day, tender, ['company', 'difference'], amount), {
          cause: id,
          ...by,
        })
      }
      note({ record: line.count, day, after: { tender, amount, why }, ...(words ? { reason: words } : {}) })
      return { day, tender, amount }
    },
  }),
})

interface Moving {
  readonly entries: readonly Entry[]
  /** What must hold the amount, so that it can leave. */
  readonly leaves: 'till' | 'safe' | undefined
  readonly amount: Money
}
async function move(
  { db, actor, today, now, note }: ActionContext,
  input: Omit<Movement, 'by' | 'at'> & { readonly store: string },
  { entries, leaves, amount }: Moving,
): Promise<{ id: string } | Refusal<'tillNotBegun' | 'laterDayCounted' | 'tillTooSmall' | 'safeTooSmall'>> {
  const { id, store, kind, why, words, receipt } = input
  const till = await holdTill(db, store)
  if (!till) return refuse('tillNotBegun')
  // Only what waited on a phone is of a day that is over: once a later one is counted it would be missing there.
  const counted = await lastCounted(db, store)
  if (counted && counted > today) return refuse('laterDayCounted', { day: counted })
  const by = { by: actor.person, at: now }
  if (leaves === 'till') await bringUpToDate(db, store, till, today, { cause: id, ...by })
  const held = leaves ? await cashIn(db, store, leaves) : zero
  const no =
    leaves === 'till'
      ? checkEnough('tillTooSmall', held, amount)
      : leaves === 'safe'
        ? checkEnough('safeTooSmall', held, amount, { lack: `¥${formatMoney(subtract(amount, held))}` })
        : undefined
  if (no) return no
  const isNew = await recordMovement(db, {
    id,
    store,
    day: today,
    kind,
    amount: input.amount,
    why,
    words,
    receipt,
    ...by,
  })
  if (isNew) await enter(db, store, entries, { cause: id, ...by })
  note({
    record: id,
    after: { kind, amount: input.amount, why, receipt },
    ...(words ? { reason: words } : {}),
  })
  return { id }
}

const outOfSafe = (entries: readonly Entry[]): Money =>
  entries.reduce((sum, e) => sum + (e.from === 'safe' ? e.amount : 0), 0) as Money
