import { cpus } from 'node:os'
import { type Duties, dutiesOf, profiles, shipped } from '../../business/duties/catalogue/catalogue.ts'
import type { Duty } from '../../business/duties/catalogue/types.ts'
import { beginDuties } from '../../business/duties/edition-tables.ts'
import { generateDuties } from '../../business/duties/generate.ts'
import { keepDuties } from '../../business/duties/settle.ts'
import type { Actor } from '../../platform/access/who.ts'
import type { Database } from '../../platform/database/database.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { openPostgres } from '../../platform/database/postgres.ts'
import { postgresForTests } from '../../platform/database/postgres-for-tests.ts'
import { migrationsFolder } from '../../platform/database/testing.ts'
import { addDays, type Day, dayOf } from '../../platform/kinds/day.ts'
import { testDoor } from '../door.ts'
import { type ChainSize, layDownChain } from './chain.ts'

const full = { areas: 400, stores: 10_000, associatesPerStore: 5 }
/** The day on which next month's plans open. */
const measured = dayOf('2026-11-21')
/** Days before it that have been lived through. */
const history = 7
const samples = 60
/** When every store of the chain has begun its day. */
const begun = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/**
 * One day of duties for 10,000 stores and 60,000 people, and the page of one person, on a PostgreSQL of its own that keeps
 * what it is told (fsync on). First with the clauses that are live, then as if each of the 72 that something can prove were.
 */
export async function benchDuties(size: ChainSize = full): Promise<void> {
  const server = await postgresForTests({ durable: true, sharedBuffers: '256MB' })
  if (!server) return
  console.log(`duties, on ${cpus().length} × ${cpus()[0]?.model.trim()}`)
  const url = server.url
  try {
    for (const [called, duties] of [
      ['as shipped', shipped],
      ['every clause live', everyClauseLive],
    ] as const)
      await onDatabase(url, called.replaceAll(' ', '_'), (db) => measure(db, called, duties, size))
  } finally {
    await server.stop()
  }
}

async function onDatabase(url: string, name: string, work: (db: Database) => Promise<void>): Promise<void> {
  const admin = await openPostgres(url)
  await admin.script(`create database ${name}`)
  await admin.close()
  const database = await openPostgres(url.replace(/postgres$/, name), {
    statementLimit: 600_000,
    idleLimit: 600_000,
  })
  try {
    await migrate(database, migrationsFolder)
    await work(database)
  } finally {
    await database.close()
  }
}

async function measure(database: Database, called: string, duties: Duties, size: ChainSize): Promise<void> {
  const first = addDays(measured, -history)
  await layDownChain(database, size, { from: addDays(first, -1), to: addDays(measured, 2) })
  await database.transaction((db) => beginDuties(db, { from: first, now: begun(first) }, duties))
  for (let day = first; day < measured; day = addDays(day, 1)) {
    await generateDuties(database, begun(day), duties)
    await liveThrough(database, day)
  }
  await keepDuties(database, new Date(begun(measured).getTime() - 16 * 3_600_000), duties)
  await database.script('vacuum analyze')
  const before = await count(database)
  const cpu = process.cpuUsage()
  const [generated] = await timed(() => generateDuties(database, begun(measured), duties))
  const own = process.cpuUsage(cpu)
  const made = (await count(database)) - before
  const [kept] = await timed(() => keepDuties(database, begun(measured), duties))
  const [again] = await timed(() =>
    keepDuties(database, new Date(begun(measured).getTime() + 600_000), duties),
  )
  console.log(
    `  ${called}: one day of ${size.stores} stores and ${size.stores * (1 + size.associatesPerStore) + size.areas + 2} people: ${made} instances in ${seconds(generated)} ` +
      `(${Math.round(made / (generated / 1000))} a second, ${seconds((own.user + own.system) / 1000)} of it this program's own); the job over the day ${seconds(kept)}, again ten minutes later ${seconds(again)}`,
  )
  if (duties === shipped) await measurePages(database, called)
}

async function measurePages(database: Database, called: string): Promise<void> {
  const now = new Date(begun(measured).getTime() + 1_200_000)
  const { house } = await testDoor(now, database)
  // What one bare round trip takes just then: the machine may be busy with other things.
  const trips: number[] = []
  for (let i = 0; i < samples; i++) trips.push((await timed(() => database.query('select 1')))[0])
  console.log(`  ${called}: a bare round trip to the database: ${quantiles(trips)}`)
  for (const [who, kind] of [
    ['store manager', 'manager'],
    ['associate', 'associate'],
    ['area manager', 'areaManager'],
    ['operations director', 'director'],
    ['general manager', 'generalManager'],
  ] as const) {
    const actors = await actorsOf(database, kind, now)
    // What is red below is asked beside one's own duties, which never wait for it.
    for (const [view, what] of [
      ['duties.today', 'Today of'],
      ['duties.below', 'what is red below'],
    ] as const) {
      if (kind === 'associate' && view === 'duties.below') continue
      const took: number[] = []
      for (let i = -5; i < samples; i++) {
        const actor = actors[(i + 5) % actors.length]!
        const [milliseconds, outcome] = await timed(() =>
          house.door.perform(view, {}, { actor, language: 'zh', address: 'bench', now }, 'view'),
        )
        if (!outcome.ok) throw new Error(outcome.problem.title)
        if (i >= 0) took.push(milliseconds)
      }
      console.log(`  ${called}: ${what} a ${who}: ${quantiles(took)}`)
    }
  }
}

/** People by their appointments, as the door knows them. */
async function actorsOf(database: Database, kind: string, now: Date): Promise<Actor[]> {
  const { house } = await testDoor(now, database)
  const people = await database.query<{ id: string }>(
    'select id from person where job_number like $1 order by md5(job_number) limit 40',
    [`${kind}%`],
  )
  const actors: Actor[] = []
  for (const { id } of people) {
    const token = `bench-${id}`
    await database.query(
      `insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at)
       values ($1, $2, 'bench', $3, $3, $3::timestamptz + interval '1 day') on conflict do nothing`,
      [token, id, now.toISOString()],
    )
    const actor = await house.directory.actorOfSession(database, token, now)
    if (actor) actors.push(actor)
  }
  return actors
}

/** What people did of a day: nineteen of twenty in time, the rest not at all; reports have their words. */
async function liveThrough(database: Database, day: Day): Promise<void> {
  await database.query(
    `with done as (
       insert into duty_discharge (store_id, instance_id, at, by, role, action, proof_store, proof_seq)
       select i.store_id, i.id, i.due_at - interval '10 minutes' * (1 + abs(hashtext(i.id::text)) % 5), i.holder_id, 'holder', 'bench', i.store_id, 1
       from duty_instance i where i.day = $1 and i.cadence = 'day' and abs(hashtext(i.id::text)) % 20 <> 0
       returning store_id, instance_id, at
     ) update duty_instance s set settled_at = d.at from done d where s.store_id = d.store_id and s.id = d.instance_id`,
    [day],
  )
  await database.query(
    `insert into daily_report (store_id, day, id, submitted_by, submitted_at, due_at, figures, why, tomorrow)
     select i.store_id, i.day, i.id, i.holder_id, d.at, i.due_at, '{}', '客流' || i.id, '' from duty_instance i
     join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id where i.duty = 'SM-1.5' and i.day = $1`,
    [day],
  )
}

const everyClauseLive: Duties = dutiesOf(
  profiles.map((profile) => ({
    ...profile,
    duties: profile.duties.map((duty): Duty => {
      if ('proofs' in duty || duty.kind === 'standing') return duty
      const { id, title, help, kind, calendar, minutes, weight, lookedAfter, standIns, position } = duty
      const text = { id, title, help, kind, calendar, minutes, weight, lookedAfter, standIns, position }
      const [proof] = profiles.flatMap((p) => p.duties).flatMap((d) => ('proofs' in d ? d.proofs : []))
      return { ...text, proofs: [proof!], redo: false, page: { path: '/' } }
    }),
  })),
)

const count = async (database: Database): Promise<number> =>
  (await database.query<{ n: number }>('select count(*)::int as n from duty_instance'))[0]!.n
const quantiles = (took: number[]): string => {
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(share * (took.length - 1))]!.toFixed(1)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, least ${at(0)} ms`
}
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const answer = await work()
  return [performance.now() - started, answer]
}
