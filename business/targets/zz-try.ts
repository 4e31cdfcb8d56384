import { testDatabase } from '../../platform/database/testing.ts'
import { makeTestChain, TestDoor } from './test-chain.ts'
import { targetInvariants } from './invariants.ts'
const db = await testDatabase()
const chain = await makeTestChain(db)
const t = new TestDoor(db)
const check = async (s: string) => { for (const i of targetInvariants) { const r = await db.query(i.sql); if (r.length) console.log(s, 'BROKEN', i.name, r.length, r[0]) } console.log(s, 'ok') }
const day = '2026-11-23'
let at = performance.now(); const lap = (s: string) => { console.log(s, Math.round(performance.now() - at), 'ms'); at = performance.now() }
const p: any = await t.sees('targets.proposeYear', chain.director, day, { year: 2027, total: 10_000_000_00 })
lap('propose')
console.log(p.expected, p.total, p.historyUntil, JSON.stringify(p.company[10], null, 1).slice(0, 1800))
const saved: any = await t.does('targets.saveYear', chain.director, day, { year: 2027, basedOn: null, lines: p.lines.map((l: any) => ({ child: l.child, months: l.months })), origin: 'proposal' })
await t.does('targets.submitYear', chain.director, day, { version: saved.id })
console.log(await t.does('targets.decideYear', chain.generalManager, day, { version: saved.id, decision: 'approve' }))
lap('approve')
for (const area of chain.areas) {
  const pa: any = await t.sees('targets.proposeArea', area.manager, day, { area: area.id, year: 2027 })
  lap('propose area')
  const sa: any = await t.does('targets.saveArea', area.manager, day, { area: area.id, year: 2027, basedOn: null, lines: pa.lines })
  console.log(await t.does('targets.releaseArea', area.manager, day, { version: sa.id }))
  lap('release area')
}
await check('released')
const s = chain.stores[0]!
const m: any = await t.sees('targets.storeMonth', s.manager, day, { store: s.id, month: '2027-03' })
console.log(m.target.days, m.target.basis.why.slice(0, 3), m.staff, m.versions)
await t.does('targets.saveStoreMonth', s.manager, day, { store: s.id, month: '2027-03', basedOn: m.target.id, days: m.target.days, people: m.staff.map((x: any) => ({ person: x.person, factor: x.factor, off: [3] })).filter((x: any) => x.factor > 0).map((x: any, i: number) => ({ ...x, off: [i + 1] })) })
await check('split')
const y: any = await t.sees('targets.year', chain.director, '2027-03-11', { year: 2027 })
const lines = y.inForce.lines.map((l: any) => ({ child: l.child, months: l.months.map((a: number, i: number) => i >= 2 ? a + 1234567 + i : a) }))
const v2: any = await t.does('targets.saveYear', chain.director, '2027-03-11', { year: 2027, basedOn: y.latest.id, lines, reason: '上调' })
await t.does('targets.submitYear', chain.director, '2027-03-11', { version: v2.id })
console.log(await t.does('targets.decideYear', chain.generalManager, '2027-03-11', { version: v2.id, decision: 'approve' }))
lap('cascade')
await check('cascaded')
const m2: any = await t.sees('targets.storeMonth', s.manager, '2027-03-11', { store: s.id, month: '2027-03' })
console.log(m2.target.days.map((a: number, i: number) => a - m.target.days[i]), m2.target.people.map((x: any) => [x.name, x.total]), m2.versions.length)
console.log(JSON.stringify(await t.sees('targets.places', s.manager, '2027-03-11', { month: '2027-03' })))
console.log(JSON.stringify(await t.sees('targets.myDays', s.associates[0]!, '2027-03-11', { month: '2027-03' })).slice(0, 300))
const v: any = await t.sees('targets.versions', chain.areas[0]!.manager, day, { year: 2027, area: chain.areas[0]!.id })
console.log(JSON.stringify(v).slice(0, 900))
