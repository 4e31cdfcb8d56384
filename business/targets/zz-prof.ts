import { calendarOf } from './forecast/calendar.ts'
import { proposeYear } from './forecast/propose.ts'
import { addDays, daysThrough } from '../../platform/kinds/day.ts'
const N = Number(process.argv[2] ?? 200)
const days = daysThrough('2025-11-01' as any, '2026-11-22' as any)
const stores = Array.from({ length: N }, (_, i) => ({ store: 's' + i, name: 's' + i, kind: 'street', city: 'X', area: 'A', history: new Map(days.map((d, k) => [d, 300000 + ((k * 7919 + i * 13) % 200000)])) as any, opens: '2020-01-01' as any, closures: [] }))
let t = performance.now()
const planner = proposeYear({ year: 2027, stores, campaigns: [], calendar: calendarOf('china') } as any)
console.log('propose', performance.now() - t); t = performance.now()
for (const s of stores) for (let m = 1; m <= 12; m++) planner.dayWeights(s.store, `2027-${String(m).padStart(2, '0')}` as any)
console.log('weights', performance.now() - t)
