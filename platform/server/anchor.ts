import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Database, Db } from '../database/database.ts'
import type { Invariant } from '../database/verify.ts'
import type { Day } from '../kinds/day.ts'

export interface Anchor {
  readonly day: Day
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/**
 * Anchors every audit chain as it stands: once a day, after the day is over. The heads that moved since the anchor
 * before are kept beside it. Undefined when the day is anchored already. Chains go on being written meanwhile.
 */
export async function anchorAudit(db: Db, day: Day, now: Date): Promise<Anchor | undefined> {
  const [made] = await db.query<Anchor>(
    `with moved as (
       select h.store_id, h.seq, h.hash from audit_head h
       left join lateral (select a.seq from audit_anchor_head a where a.store_id = h.store_id order by a.day desc limit 1) b on true
       where h.seq is distinct from b.seq and not exists (select 1 from audit_anchor x where x.day >= $1)
     ), kept as (
       insert into audit_anchor_head (store_id, day, seq, hash) select store_id, $1, seq, hash from moved
     ), summed as (
       select count(*)::int as chains, (select coalesce(sum(seq), 0)::bigint from audit_head) as lines,
         sha256(convert_to(coalesce(string_agg(store_id || ':' || seq || ':' || encode(hash, 'hex'), E'\\n' order by store_id), ''), 'UTF8')) as heads,
         coalesce((select hash from audit_anchor order by day desc limit 1), sha256(''::bytea)) as previous
       from moved
     )
     insert into audit_anchor (day, at, chains, lines, heads, previous, hash)
     select $1, $2, chains, lines, heads, previous, audit_anchor_hash(previous, $1, chains, lines, heads) from summed
     where not exists (select 1 from audit_anchor x where x.day >= $1)
     on conflict (day) do nothing returning day, encode(hash, 'hex') as hash`,
    [day, now.toISOString()],
  )
  return made
}

/** Writes an anchor's line where the database cannot reach it: one line a day, appended. */
export async function writeAnchorDown(file: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${anchor.day} ${anchor.hash}\n`, { flush: true })
}

/** Days whose anchor in the database is not the one that was written down. A file that is not there says nothing. */
export async function anchorsAgainst(db: Database, file: string): Promise<Day[]> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  const written = text.split('\n').flatMap((line) => {
    const [day, hash] = line.split(' ')
    return day && hash ? [{ day, hash }] : []
  })
  const wrong = await db.query<{ day: Day }>(
    `select w.day from unnest($1::date[], $2::text[]) as w (day, hash) left join audit_anchor a on a.day = w.day
     where encode(a.hash, 'hex') is distinct from w.hash order by 1`,
    [written.map((w) => w.day), written.map((w) => w.hash)],
  )
  return wrong.map((w) => w.day)
}

export const anchorInvariants: readonly Invariant[] = [
  {
    name: 'audit.anchored',
    says: ['锚住的审计行原样还在', 'Every anchored audit line is still there as it was'],
    sql: `select a.store_id, a.day, a.seq from audit_anchor_head a
      left join audit_line l on l.store_id = a.store_id and l.seq = a.seq where l.hash is distinct from a.hash`,
  },
  {
    name: 'audit.anchors',
    says: ['审计锚一日接一日，合得上各链', 'Each anchor follows from the one before and covers its chains'],
    sql: `select day from (
        select a.*, lag(hash, 1, sha256(''::bytea)) over (order by day) as expected_previous,
          (select count(*)::int from audit_anchor_head h where h.day = a.day) as expected_chains,
          (select sha256(convert_to(coalesce(string_agg(h.store_id || ':' || h.seq || ':' || encode(h.hash, 'hex'), E'\\n' order by h.store_id), ''), 'UTF8'))
            from audit_anchor_head h where h.day = a.day) as expected_heads
        from audit_anchor a) x
      where previous <> expected_previous or chains <> expected_chains or heads <> expected_heads
        or hash <> audit_anchor_hash(previous, day, chains, lines, heads)`,
  },
  {
    name: 'audit.anchorsOfNoDay',
    says: ['每个锚住的链头都属于一个锚', 'Every anchored head belongs to an anchor'],
    sql: `select h.store_id, h.day from audit_anchor_head h left join audit_anchor a on a.day = h.day where a.day is null`,
  },
]
