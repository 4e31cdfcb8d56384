import { testDatabase } from '../../platform/database/testing.ts'
import { newId } from '../../platform/kinds/id.ts'
import { TestDoor, broken } from './test-chain.ts'
const db = await testDatabase()
const N = Number(process.argv[2] ?? 1000)
await db.query("insert into company (name) values ('大')")
const area = newId()
await db.query("insert into area (id, code, name, search, pinyin, opened_on) values ($1,'A','A','','a','2020-01-01')", [area])
const stores = Array.from({ length: N }, () => newId())
await db.query("insert into store (id, code, name, search, pinyin, kind, city, time_zone, opened_on) select id, 'S' || row_number() over (), 'S', '', '', 'street', 'X', 'Asia/Shanghai', '2020-01-01' from jsonb_array_elements_text($1::jsonb) as x (t), lateral (select x.t::uuid as id) y", [JSON.stringify(stores)])
await db.query("insert into store_area select id, '2020-01-01', $1::uuid from store", [area])
await db.query("insert into sales_store_day (store_id, day, net, sale_tickets, units) select s.id, d::date, 300000 + (random() * 200000)::int, 5, 9 from store s, generate_series('2025-11-01'::date, '2026-11-22', interval '1 day') d")
const person = async (position: any, extra: any) => { const id = newId(); await db.query("insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, 'x', '', '', '2020-01-01')", [id, id.slice(-8)]); return { id, actor: { person: id, name: 'x', language: 'zh' as const, device: 't', appointments: [{ position, areaStores: [], ...extra }] } } }
const od = await person('operationsDirector', {}), gm = await person('generalManager', {})
const t = new TestDoor(db)
let at = performance.now(); const lap = (s: string) => { console.log(s, Math.round(performance.now() - at), 'ms'); at = performance.now() }
const months = Array.from({ length: 12 }, (_, i) => 1_000_000_000 + i * 7)
const y: any = await t.does('targets.saveYear', od, '2026-11-23', { year: 2027, basedOn: null, lines: [{ child: area, months }] })
await t.does('targets.submitYear', od, '2026-11-23', { version: y.id }); await t.does('targets.decideYear', gm, '2026-11-23', { version: y.id, decision: 'approve' })
lap('year')
const p: any = await t.sees('targets.proposeArea', od, '2026-11-23', { area, year: 2027 }); lap('propose area')
const s: any = await t.does('targets.saveArea', od, '2026-11-23', { area, year: 2027, basedOn: null, lines: p.lines }); lap('save area')
console.log(await t.does('targets.releaseArea', od, '2026-11-23', { version: s.id })); lap('release')
const v2: any = await t.does('targets.saveYear', od, '2027-03-11', { year: 2027, basedOn: y.id, lines: [{ child: area, months: months.map((m, i) => i >= 2 ? m + 50_000_000 : m) }] })
await t.does('targets.submitYear', od, '2027-03-11', { version: v2.id }); lap('v2')
console.log(await t.does('targets.decideYear', gm, '2027-03-11', { version: v2.id, decision: 'approve' })); lap('cascade')
console.log(await broken(db)); lap('verify')
process.exit(0)
