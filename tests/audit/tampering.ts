import { Random } from '../../demo/random.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { verify } from '../../platform/database/verify.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { anchorAudit, anchorInvariants } from '../../platform/server/anchor.ts'
import { appendAudit, auditInvariants } from '../../platform/server/audit.ts'

export interface TamperRun {
  readonly kind: string
  readonly tried: number
  readonly found: number
  /** What was changed and not found, at most five. */
  readonly missed: readonly string[]
}

const stores = 5
const linesEach = 40
/** Lines written before the day was anchored. */
const anchoredLines = 30

/** A few chains, anchored while they grow, as a day's work leaves them. */
export async function writtenChains(): Promise<{ db: Database; chains: string[] }> {
  const db = await testDatabase()
  const chains = Array.from({ length: stores }, () => newId())
  for (let n = 1; n <= linesEach; n++) {
    for (const store of chains) {
      await appendAudit(db, {
        store,
        at: new Date(Date.UTC(2026, 10, 20, 1, n)),
        day: '2026-11-20' as Day,
        actor: newId(),
        onBehalfOf: n % 7 === 0 ? newId() : null,
        device: 'web',
        action: n % 3 === 0 ? 'sales.ticket' : 'reports.submit',
        record: n % 5 === 0 ? null : newId(),
        detail: { before: { amount: n * 100 }, after: { amount: n * 101 }, reason: `第 ${n} 件` },
      })
    }
    if (n === anchoredLines / 2) await anchorAudit(db, '2026-11-19' as Day, new Date())
    if (n === anchoredLines) await anchorAudit(db, '2026-11-20' as Day, new Date())
  }
  return { db, chains }
}

type Tamper = (db: Db, random: Random, chain: string) => Promise<string>
const at = (random: Random, most = linesEach): number => random.whole(1, most)

const flips: readonly (readonly [column: string, value: string])[] = [
  ['at', "at + interval '1 second'"],
  ['day', 'day + 1'],
  ['actor_id', "'11111111-1111-7111-8111-111111111111'"],
  ['on_behalf_of', "coalesce(on_behalf_of, '11111111-1111-7111-8111-111111111111')::uuid"],
  ['device', "device || '.'"],
  ['action', "action || 'x'"],
  ['record', "coalesce(record, '') || '0'"],
  ['detail', `jsonb_set(detail, '{after,amount}', '1')`],
  ['hash', "decode(repeat('00', 32), 'hex')"],
  ['previous', "decode(repeat('ff', 32), 'hex')"],
]

export const tamperings: Readonly<Record<string, Tamper>> = {
  'flip one value': async (db, random, chain) => {
    const [column, value] = random.pick(flips)
    const seq = at(random)
    const before = await db.query<{ value: string | null }>(
      `select ${column}::text as value from audit_line where store_id = $1 and seq = $2`,
      [chain, seq],
    )
    await db.query(`update audit_line set ${column} = ${value} where store_id = $1 and seq = $2`, [
      chain,
      seq,
    ])
    const [after] = await db.query<{ value: string | null }>(
      `select ${column}::text as value from audit_line where store_id = $1 and seq = $2`,
      [chain, seq],
    )
    if (after?.value === before[0]?.value) {
      await db.query(`update audit_line set device = device || '.' where store_id = $1 and seq = $2`, [
        chain,
        seq,
      ])
    }
    return `${column} of line ${seq}`
  },
  'rewrite a line with its hash': async (db, random, chain) => {
    const seq = at(random)
    await db.query(`update audit_line set detail = '{"after":{}}' where store_id = $1 and seq = $2`, [
      chain,
      seq,
    ])
    await db.query(
      `update audit_line set hash = audit_hash(previous, store_id, seq, at, day, actor_id, on_behalf_of, device, action, record, detail)
       where store_id = $1 and seq = $2`,
      [chain, seq],
    )
    return `line ${seq}`
  },
  'delete a line': async (db, random, chain) => {
    const seq = at(random)
    await db.query('delete from audit_line where store_id = $1 and seq = $2', [chain, seq])
    return `line ${seq}`
  },
  'delete a line and close the gap': async (db, random, chain) => {
    const seq = at(random, linesEach - 1)
    await db.query('delete from audit_line where store_id = $1 and seq = $2', [chain, seq])
    for (let next = seq + 1; next <= linesEach; next++)
      await db.query('update audit_line set seq = seq - 1 where store_id = $1 and seq = $2', [chain, next])
    return `line ${seq}`
  },
  'swap two lines': async (db, random, chain) => {
    const [one, other] = [at(random, linesEach - 1), linesEach]
    await db.query(
      `update audit_line a set action = b.action, record = b.record, detail = b.detail, at = b.at, actor_id = b.actor_id from audit_line b
       where a.store_id = $1 and b.store_id = $1 and ((a.seq = $2 and b.seq = $3) or (a.seq = $3 and b.seq = $2))`,
      [chain, one, other],
    )
    return `lines ${one} and ${other}`
  },
  'cut the end off': async (db, random, chain) => {
    const from = random.whole(2, linesEach)
    await db.query('delete from audit_line where store_id = $1 and seq >= $2', [chain, from])
    return `from line ${from}`
  },
  'cut the end off and wind the head back, past an anchor': async (db, random, chain) => {
    const from = random.whole(2, anchoredLines)
    await rewind(db, chain, from)
    return `from line ${from}`
  },
  'rewrite a whole chain from a line on': async (db, random, chain) => {
    const from = at(random, anchoredLines)
    await rewriteFrom(db, chain, from)
    return `from line ${from}`
  },
  'remove a chain': async (db, _random, chain) => {
    await db.query('delete from audit_line where store_id = $1', [chain])
    await db.query('delete from audit_head where store_id = $1', [chain])
    return 'all of it'
  },
  'change an anchor': async (db, random) => {
    const day = random.pick(['2026-11-19', '2026-11-20'])
    await db.query(`update audit_anchor set heads = sha256(heads) where day = $1`, [day])
    return day
  },
  'forget an anchored head': async (db, _random, chain) => {
    await db.query(`delete from audit_anchor_head where store_id = $1 and day = '2026-11-19'`, [chain])
    return 'head of the first anchor'
  },
}

/** Lines gone and the head set back, so that the chain alone looks whole. */
async function rewind(db: Db, chain: string, from: number): Promise<void> {
  await db.query('delete from audit_line where store_id = $1 and seq >= $2', [chain, from])
  await db.query(
    `update audit_head h set seq = l.seq, hash = l.hash, previous = l.previous from audit_line l
     where h.store_id = $1 and l.store_id = $1 and l.seq = $2`,
    [chain, from - 1],
  )
}

/** A line changed and everything after it hashed again, the head too: only the anchors can tell. */
async function rewriteFrom(db: Db, chain: string, from: number): Promise<void> {
  await db.query(`update audit_line set device = device || '!' where store_id = $1 and seq = $2`, [
    chain,
    from,
  ])
  for (let seq = from; seq <= linesEach; seq++) {
    await db.query(
      `update audit_line l set previous = coalesce((select hash from audit_line p where p.store_id = l.store_id and p.seq = l.seq - 1),
         sha256(convert_to(l.store_id::text, 'UTF8'))) where store_id = $1 and seq = $2`,
      [chain, seq],
    )
    await db.query(
      `update audit_line set hash = audit_hash(previous, store_id, seq, at, day, actor_id, on_behalf_of, device, action, record, detail)
       where store_id = $1 and seq = $2`,
      [chain, seq],
    )
  }
  await db.query(
    `update audit_head h set hash = l.hash, previous = l.previous from audit_line l
     where h.store_id = $1 and l.store_id = $1 and l.seq = h.seq`,
    [chain],
  )
}

class PutBack extends Error {}

/** Tampers `times` times with chains that hold, each time put back, and counts how often the invariants tell. */
export async function tamper(
  db: Database,
  chains: readonly string[],
  times: number,
  seed = 7,
): Promise<TamperRun[]> {
  const random = new Random(seed)
  const kinds = Object.keys(tamperings)
  const runs = new Map<string, { tried: number; found: number; missed: string[] }>(
    kinds.map((kind) => [kind, { tried: 0, found: 0, missed: [] }]),
  )
  const invariants = [...auditInvariants, ...anchorInvariants]
  for (let n = 0; n < times; n++) {
    const kind = kinds[n % kinds.length]!
    const run = runs.get(kind)!
    await db
      .transaction(async (t) => {
        const what = await tamperings[kind]!(t, random, random.pick(chains))
        const told = (await verify(t as Database, invariants)).some((v) => v.count > 0)
        run.tried += 1
        if (told) run.found += 1
        else if (run.missed.length < 5) run.missed.push(what)
        throw new PutBack()
      })
      .catch((thrown: unknown) => {
        if (!(thrown instanceof PutBack)) throw thrown
      })
  }
  return [...runs].map(([kind, run]) => ({ kind, ...run }))
}
