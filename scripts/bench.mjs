// `npm run bench`: figures for speed, each as what it took and, where it can be, as a ratio within one run.
// `npm run bench -- duties splits` runs these parts only.
import { register } from 'tsx/esm/api'

register()
const parts = {
  splits: async () => (await import('../business/targets/split/bench.ts')).benchSplits(),
  tickets: async () => (await import('../tests/bench/tickets.ts')).benchTickets(),
  mixed: async () => (await import('../tests/bench/mixed.ts')).benchMixed(),
  imports: async () => (await import('../business/sales/imports/bench.ts')).benchImports(),
  engines: async () => (await import('../business/replenishment/bench.ts')).benchEngines(),
  duties: async () => (await import('../tests/bench/duties.ts')).benchDuties(),
}
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
for (const [name, run] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await run()
