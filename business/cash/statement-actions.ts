import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { action, operations } from '../../platform/server/door.ts'
import { openDifference } from './closing-tables.ts'
import { enter, entriesOf, holdTill } from './ledger-tables.ts'
import { matchAll, matchEntries, type Ours, type Theirs } from './match-rules.ts'
import { bookkeepers } from './reach.ts'
import { entry, undone } from './rules.ts'
import { closeInput, matchInput, statementInput, unmatchInput } from './shape.ts'
import { mostRows, type RejectedRow, readStatement } from './statement-rules.ts'
import {
  findLine,
  findMatch,
  isLineMatched,
  openLines,
  oursOpen,
  recordClosing,
  recordLines,
  recordMatch,
  recordStatement,
  recordUnmatch,
  storesNamed,
} from './statement-tables.ts'
import { cashWords } from './words.ts'

/** Ours of so many days back may still be what a line shows. */
export const matchBack = 62

export const statementOperations = operations(cashWords, {
  'cash.enterStatement': action({
    summary: ['录入对账单并自动勾对', 'Enter a statement; what is certain is matched'],
    who: bookkeepers,
    about: 'company',
    input: statementInput,
    async run({ db, actor, today, now, note }, { id, name, text }) {
      const read = readStatement(text)
      if (!read) return refuse('columnsUnknown', {}, 'text')
      if (read.rows.length === 0) return refuse('statementEmpty', {}, 'text')
      const isNew = await recordStatement(db, { id, name, by: actor.person, at: now })
      if (!isNew) return refuse('alreadyEntered')
      const stores = await storesNamed(db, [...new Set(read.rows.map((r) => r.store))])
      const named = new Map(stores.flatMap((s) => [[s.name, s.id] as const, [s.code, s.id] as const]))
      const lines: Theirs[] = []
      const rejected: RejectedRow[] = [...read.rejected]
      for (const { row, store, ...rest } of read.rows) {
        const known = named.get(store)
        if (known) lines.push({ store: known, id: newId(), ...rest })
        else rejected.push({ row, why: 'rowStore', text: store })
      }
      const entered = await recordLines(db, id, lines)
      let matched = 0
      const withTill = stores
        .filter((s) => s.begunOn)
        .map((s) => s.id)
        .sort()
      for (const store of withTill) matched += await matchStore(db, store, today, now, actor.person)
      note({ record: id, after: { name, entered, matched, rejected: rejected.length } })
      return {
        id,
        entered,
        known: lines.length - entered,
        matched,
        rejected: rejected.slice(0, 50),
        mostRows,
      }
    },
  }),
  'cash.match': action({
    summary: ['人工勾对', 'Match a statement line by hand'],
    who: bookkeepers,
    about: (_db, { store }) => ({ store }),
    input: matchInput,
    async run({ db, actor, today, now, note }, { store, line, to, words }) {
      if (!(await holdTill(db, store))) return refuse('notFound')
      const theirs = await findLine(db, store, line)
      if (!theirs) return refuse('notFound')
      if (await isLineMatched(db, store, line)) return refuse('alreadyMatched')
      if (!(await openDifference(db, store, 'line', line, theirs.tender))) return refuse('alreadyClosed')
      const open = await oursOpen(db, store, addDays(today, -matchBack))
      const ours = open.find((o) =>
        'deposit' in to
          ? o.deposit === to.deposit
          : o.day === to.day && o.tender === theirs.tender && !o.deposit,
      )
      if (!ours || ours.tender !== theirs.tender) return refuse('notFound')
      if (ours.amount !== theirs.amount && !words) return refuse('sayWhy', {}, 'words')
      const id = await pair(db, theirs, ours, { by: actor.person, at: now }, words, true)
      note({
        record: id,
        after: { line, ours: ours.amount, theirs: theirs.amount },
        ...(words ? { reason: words } : {}),
      })
      return { id }
    },
  }),
  'cash.unmatch': action({
    summary: ['取消勾对', 'Take a match back'],
    who: bookkeepers,
    about: (_db, { store }) => ({ store }),
    input: unmatchInput,
    async run({ db, actor, now, note }, { store, match, words }) {
      await holdTill(db, store)
      const known = await findMatch(db, store, match)
      if (!known) return refuse('notFound')
      if (known.isClosed) return refuse('alreadyClosed')
      const by = { by: actor.person, at: now }
      await recordUnmatch(db, { store, match, words, ...by })
      await enter(db, store, undone(await entriesOf(db, store, match)), { cause: match, ...by })
      note({ record: match, reason: words })
      return { id: match }
    },
  }),
  'cash.closeDifference': action({
    summary: ['了结差异', 'Close a difference'],
    who: bookkeepers,
    about: (_db, { store }) => ({ store }),
    input: closeInput,
    async run({ db, actor, now, note }, { store, kind, about, tender, why, words }) {
      const till = await holdTill(db, store)
      const open = await openDifference(db, store, kind, about, tender)
      if (!open) return refuse('notFound')
      if (kind !== 'line' && !till) return refuse('notFound')
      const by = { by: actor.person, at: now }
      const id = newId()
      await recordClosing(db, { store, id, kind, about, tender, amount: open.amount, why, words, ...by })
      if (kind === 'variance' || kind === 'match')
        await enter(db, store, entry('closing', open.day, tender, ['company', 'difference'], open.amount), {
          cause: id,
          ...by,
        })
      if (kind === 'deposit')
        await enter(db, store, entry('closing', open.day, tender, ['transit', 'company'], open.amount), {
          cause: id,
          ...by,
        })
      note({ record: about, day: open.day, after: { kind, tender, amount: open.amount, why }, reason: words })
      return { id, amount: open.amount }
    },
  }),
})

async function matchStore(db: Db, store: string, today: Day, now: Date, person: string): Promise<number> {
  await holdTill(db, store)
  const pairs = matchAll(await openLines(db, store), await oursOpen(db, store, addDays(today, -matchBack)))
  for (const { line, ours } of pairs) await pair(db, line, ours, { by: person, at: now }, null, false)
  return pairs.length
}

async function pair(
  db: Db,
  line: Theirs,
  ours: Ours,
  { by, at }: { by: string; at: Date },
  words: string | null,
  isByHand: boolean,
): Promise<string> {
  const id = newId()
  await recordMatch(db, { id, line, ours, words, by: isByHand ? by : null, at })
  await enter(db, line.store, matchEntries(line.day, line.tender, ours.amount, line.amount), {
    cause: id,
    by,
    at,
  })
  return id
}
