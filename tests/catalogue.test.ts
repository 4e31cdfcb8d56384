import { expect, test } from 'vitest'
import { testDatabase } from '../platform/database/testing.ts'

/** Facts are kept by store; what is not listed here must carry store_id first in its keys, or a later move to shards is impossible. */
const reference = new Set([
  'company',
  'area',
  'mall',
  'store',
  'store_area',
  'store_selling_area',
  'store_closed_day',
  'person',
  'appointment',
  'delegation',
  'leave',
  'notice',
  'leave_delegation',
  'calendar_day',
  'calendar_event',
  'style',
  'style_price',
  'style_cost',
  'sku',
  'target_version',
  'target_line',
  'target_decision',
  'target_in_force',
  'import',
  'import_rejection',
  'import_mapping',
  'import_file',
  'session',
  'credential',
  'wrong_try',
  'subject_key',
  'second_factor',
  'recovery_code',
  'used_challenge',
  'device',
  'device_person',
  'pin',
  'api_token',
  'audit_anchor',
  'idempotency_key',
  'migration',
  'migrations',
  'stored_file',
  'load_setting',
  'cash_setting',
  'cash_statement',
  'take_analysis',
  'stock_report',
  'stock_report_review',
  'depot_stock',
  'style_markdown',
  'markdown_plan',
  'markdown_line',
  'markdown_step',
  'markdown_decision',
  'markdown_stop',
  'transfer_freight',
  'buy_plan',
  'buy_plan_line',
  'buy_plan_decision',
  'purchase_order',
  'purchase_line',
  'purchase_arrival',
  'purchase_arrival_line',
  'purchase_cancellation',
  'rebalance_round',
  'rebalance_decision',
  'rebalance_bundle',
  'rebalance_line',
  'attendance_place_rule',
  'roster_rule',
  'roster_limit',
  'check_edition',
  'check_item',
  'display_edition',
  'display_page',
  'display_point',
  'visit_edition',
  'visit_section',
  'visit_item',
  'duty_edition',
  'duty_clause',
  'duty_profile',
  'duty_draft',
  'duty_draft_clause',
  'duty_draft_profile',
  'duty_draft_step',
  'duty_import',
  'duty_import_line',
])

test('every fact table is keyed by store first, in each unique constraint and each link to another fact table', async () => {
  const db = await testDatabase()
  const keys = await db.query<{
    table: string
    constraint: string
    kind: string
    first: string | null
    other: string | null
    columns: string[]
  }>(
    `select c.conrelid::regclass::text as "table", c.conname as "constraint", c.contype::text as kind, c.confrelid::regclass::text as other,
       array_agg(a.attname::text order by k.i) as columns, min(a.attname) filter (where k.i = 1) as first
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
     cross join unnest(c.conkey) with ordinality k (attnum, i)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
     where c.contype in ('p', 'u', 'f') group by c.oid, c.conrelid, c.conname, c.contype, c.confrelid`,
  )
  const facts = keys.filter((k) => !reference.has(k.table))
  expect(facts.length).toBeGreaterThan(20)
  const wrong = facts.filter(
    (k) => (k.kind !== 'f' || !reference.has(k.other ?? '')) && k.first !== 'store_id',
  )
  expect(wrong.map((k) => `${k.table}.${k.constraint} (${k.columns.join(', ')})`)).toEqual([])
  const triggers = await db.query(`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and n.nspname = 'public'`)
  expect(triggers).toEqual([])
  await db.close()
})
