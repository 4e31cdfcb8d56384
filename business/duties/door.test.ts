import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { allOperations } from '../../app/operations.ts'
import { rolledBack } from '../../platform/database/testing.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { appendAudit } from '../../platform/server/audit.ts'
import type { Done } from '../../platform/server/outcome.ts'
import { liveDuties, provedBy } from './catalogue/catalogue.ts'
import { hearDone } from './discharge.ts'
import { dutyHouse } from './house-for-tests.ts'

const root = resolve(import.meta.dirname, '../..')
const sources = ['platform', 'business', 'app'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name) && !/test/.test(e.name))
    .map((e) => join(e.parentPath, e.name)),
)
const filesWith = (pattern: RegExp): string[] =>
  sources
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => file.slice(root.length + 1))
    .sort()

test('one file writes that something is done, and only what hears acts, or settles imported tickets, asks it to', () => {
  expect(filesWith(/(into|update|from)\s+duty_discharge\s+(\(|set|d using)/i)).toEqual([
    'business/duties/proof-tables.ts',
  ])
  expect(filesWith(/[^.\w]discharge\(db/)).toEqual([
    'business/duties/discharge.ts',
    'business/duties/reconcile.ts',
  ])
})

test('of every action of the house, none makes a duty done that does not name it as its proof', async () => {
  const h = await dutyHouse()
  await h.begin('2026-11-23')
  const { id: store, manager } = h.chain.stores[0]!
  const { id: area } = h.chain.areas[0]!
  const day = '2026-11-23' as Day
  await h.db.query(
    `insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total)
     select store_id, $2, person_id, 1, 1, 1 from appointment where store_id = $1`,
    [store, day],
  )
  await h.keep('2026-11-23T01:00:00Z')
  const everyone = [manager, h.chain.stores[0]!.associates[0]!, h.chain.areas[0]!.manager, h.chain.director]
  const actor = { ...manager.actor, appointments: everyone.flatMap((p) => p.actor.appointments) }
  const owed = await h.db.query<{ duty: string; store: string; id: string }>(
    'select distinct on (duty) duty, store_id as store, id from duty_instance where settled_at is null order by duty, (store_id = $1) desc',
    [store],
  )
  // Everything that is live and falls due by the calendar is open, or soon.
  // It is a Monday: what is due later in the week may open later, too.
  const byCalendar = liveDuties.filter((d) =>
    d.calendar.some((t) => t.every === 'day' || (t.every === 'week' && t.weekday - t.opensDays <= 1)),
  )
  for (const duty of byCalendar) expect(owed.map((o) => o.duty)).toContain(duty.id)
  const now = new Date('2026-11-23T14:00:00Z')
  const actions = Object.entries(allOperations).filter(([, o]) => o.kind === 'action')
  expect(actions.length).toBeGreaterThan(60)
  const instance = owed.find((o) => o.duty === 'SM-1.5')!
  for (const [action] of actions) {
    const record = newId()
    const input = {
      store,
      area,
      day,
      month: '2026-12',
      year: 2027,
      id: record,
      person: manager.id,
      version: record,
    }
    const done: Done = {
      action,
      actor,
      onBehalfOf: null,
      store,
      area,
      day,
      record,
      // As much as any act could bring: whatever a predicate looks for is there, though no act has left it.
      input: { ...input, instance: instance.id, people: [], words: '一', decision: 'approve', kind: 'day' },
      answer: { id: record, tickets: [], duty: 'SM-1.5', period: day },
      now,
      arrived: now,
    }
    const discharged = await rolledBack(h.db, async (db) => {
      for (const chain of [store, companyWide])
        await appendAudit(db, {
          store: chain,
          at: now,
          day,
          actor: manager.id,
          onBehalfOf: null,
          device: 'test',
          action,
          record,
          detail: {},
        })
      if (liveDuties.every((d) => !provedBy(d).includes(action) && !raises(d, action)))
        await hearDone(db, done)
      return db.query<{ duty: string }>(
        'select i.duty from duty_discharge d join duty_instance i on i.store_id = d.store_id and i.id = d.instance_id',
      )
    })
    expect([action, discharged]).toEqual([action, []])
  }
  await h.db.close()
})

const raises = (duty: (typeof liveDuties)[number], action: string): boolean =>
  duty.raisedBy?.some((r) => r.action === action) ?? false
