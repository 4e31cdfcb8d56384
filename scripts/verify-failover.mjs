// `npm run verify:failover`: etcd, Patroni and HAProxy on loopback, two servers before one database, its leader killed
// under load. `--times N` (3).
import { parseArgs } from 'node:util'
import { register } from 'tsx/esm/api'
import { buildIfStale, checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
buildIfStale((text) => console.log(text))
register()
const { values } = parseArgs({ options: { times: { type: 'string', default: '3' } } })
const { missingPrograms } = await import('../tests/failover/cluster.ts')
const missing = missingPrograms()
if (missing.length > 0) {
  console.log(
    `NOT RUN: ${missing.join(', ')} missing. Debian: apt-get install patroni etcd-server haproxy postgresql`,
  )
  process.exit(1)
}
const { runFailovers } = await import('../tests/failover/run.ts')
const run = await runFailovers(Number(values.times), (text) => console.log(text))
const figures = [
  [`failovers under load: ${run.failovers}`, run.failovers > 0],
  [`longest until served again: ${run.longest.toFixed(1)} s (asked: 30)`, run.longest <= 30],
  [
    `acknowledged: ${run.acknowledged}; lost: ${run.lost}, twice: ${run.twice}, half done: ${run.halfDone} (asked: 0)`,
    run.lost + run.twice + run.halfDone === 0,
  ],
  [`invariants broken: ${run.broken.length === 0 ? 'none' : run.broken.join(', ')}`, run.broken.length === 0],
  [`servers told live of a ticket at the other: ${run.toldLive} (asked: 2)`, run.toldLive === 2],
]
for (const [text, holds] of figures) console.log(`${holds ? '✓' : '✗'} ${text}`)
process.exit(figures.every(([, holds]) => holds) ? 0 : 1)
