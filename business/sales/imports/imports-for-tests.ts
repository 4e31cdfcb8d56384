import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll } from 'vitest'
import type { Actor, Position } from '../../../platform/access/who.ts'
import type { Database } from '../../../platform/database/database.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { keepUploadsIn, type Uploads } from '../../../platform/files/uploads.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { Keys, newKey } from '../../../platform/secrets/keys.ts'
import { Door } from '../../../platform/server/perform.ts'
import { OrganizationDirectory } from '../../organization/directory.ts'
import { importOperations } from './actions.ts'
import type { LeaseTimes } from './lease.ts'
import type { Preview } from './preview.ts'
import { startImportRunner } from './runner.ts'
import type { ImportSettings } from './shape.ts'
import type { ImportRow } from './tables.ts'

export let db: Database
export let folder: string
export let keys: Keys
/** A process that is silent for a second and a half is taken for dead. */
export const quick: LeaseTimes = { silence: 1_500, beat: 300, look: 250 }
export let uploads: Uploads
let door: Door
export let stopRunner: () => Promise<void>
export const now = new Date('2026-11-20T04:00:00Z')
const actorOf = (position: string): Actor => ({
  person: position === 'finance' ? finance : newId(),
  name: position,
  language: 'zh',
  device: 'test',
  appointments: [{ position: position as Position, areaStores: [] }],
})
export const finance = newId()

/** A company with a finance post, its database and the door, for the tests of one file; called at its top level. */
export function openImportHouse(open: () => Promise<Database> = testDatabase): void {
  beforeAll(async () => {
    db = await open()
    folder = await mkdtemp(join(tmpdir(), 'jingwei-imports-'))
    uploads = keepUploadsIn(folder)
    keys = new Keys(newKey())
    door = new Door(db, importOperations as never, new OrganizationDirectory(), keys)
    await db.query(`insert into company (name) values ('测试')`)
    await db.query(
      `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'F1', '财务', '', '', '2020-01-01')`,
      [finance],
    )
    stopRunner = await startImportRunner(db, { uploads, keys, clock: () => now, lease: quick })
  })
  afterAll(async () => {
    await stopRunner()
    await db.close()
    await rm(folder, { recursive: true, force: true })
  })
}

export async function ask(name: string, input: unknown, kind: 'view' | 'action', position = 'finance') {
  return door.perform(
    name,
    input,
    {
      actor: actorOf(position),
      language: 'zh',
      address: '',
      now,
      ...(kind === 'action' ? { key: newId() } : {}),
    },
    kind,
  )
}
export async function answered<T>(name: string, input: unknown, kind: 'view' | 'action'): Promise<T> {
  const outcome = await ask(name, input, kind)
  if (!outcome.ok) throw new Error(outcome.problem.title)
  return outcome.answer as T
}
export async function send(text: string, name = '文件.csv'): Promise<string> {
  const upload = await uploads.take(Readable.from([Buffer.from(text)]), name, finance, now)
  if (isRefusal(upload)) throw new Error(upload.refused)
  return upload.id
}
export async function preview(file: string, settings?: Partial<ImportSettings>): Promise<Preview> {
  for (;;) {
    const answer = await answered<{ state: string; preview: Preview }>(
      'imports.preview',
      { file, ...(settings ? { settings } : {}) },
      'view',
    )
    if (answer.state === 'ready') return answer.preview
  }
}
export async function bring(
  text: string,
  settings?: Partial<ImportSettings>,
): Promise<ImportRow & { rejected: { why: string; count: number }[] }> {
  const file = await send(text)
  const seen = await preview(file, settings)
  const { id } = await answered<{ id: string }>('imports.run', { file, settings: seen.settings }, 'action')
  return ended(id)
}
export async function ended(id: string): Promise<ImportRow & { rejected: { why: string; count: number }[] }> {
  for (;;) {
    const row = await answered<ImportRow & { rejected: { why: string; count: number }[] }>(
      'imports.one',
      { id },
      'view',
    )
    if (row.state !== 'running') return row
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
export const wipe = async () => {
  for (const { id } of await db.query<{ id: string }>(
    `select id from import where state = 'done' and kind in ('ticketLines', 'storeDays') order by at desc, id desc`,
  )) {
    await answered('imports.undo', { id, reason: '测试' }, 'action')
  }
}
/** Every total recomputed from the tickets; empty when the books agree with themselves. */
export const disagreements = () =>
  db.query(`
    select 'day' as what from (select store_id, day, sum(net) n, sum(units) u, sum(sale_tickets) k, sum(returned) r from ticket group by 1, 2) t
      full join sales_store_day d using (store_id, day) where (n, u, k, r) is distinct from (d.net, d.units::bigint, d.sale_tickets::bigint, d.returned)
    union all select 'month' from (select store_id, left(day::text, 7) as month, sum(net) n, sum(units) u from ticket group by 1, 2) t
      full join sales_store_month m using (store_id, month) where (n, u) is distinct from (m.net, m.units::bigint)
    union all select 'style' from (select t.store_id, t.day, l.style, coalesce(l.color, '') as color, sum(l.net) n, sum(l.quantity) u
        from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id group by 1, 2, 3, 4) t
      full join sales_style_day s using (store_id, day, style, color) where (n, u) is distinct from (s.net, s.units::bigint)
    union all select 'person' from (select t.store_id, t.day, c.person_id, sum(c.net) n from ticket t
        join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id group by 1, 2, 3) t
      full join sales_person_day p using (store_id, day, person_id) where n is distinct from p.net
    union all select 'lines' from (select t.id, t.net, sum(l.net) n from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id
        where t.kind <> 'dayTotal' group by 1, 2) x where net <> n`)
