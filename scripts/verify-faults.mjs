// `npm run verify:faults`: tills write while servers, databases and networks fail; nothing acknowledged may be lost.
// `--faults N` (100), `--writes N` (20000), `--engine pglite|postgres|both`.
import { parseArgs } from 'node:util'
import { register } from 'tsx/esm/api'
import { buildIfStale, checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
buildIfStale((text) => console.log(text))
register()
const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '100' },
    writes: { type: 'string', default: '20000' },
    engine: { type: 'string', default: 'both' },
  },
})
const { runFaults } = await import('../tests/faults/run.ts')
const [faults, writes] = [Number(values.faults), Number(values.writes)]
const asked = { postgres: [faults * 0.8, writes * 0.9], pglite: [faults * 0.2, writes * 0.1] }
const engines = values.engine === 'both' ? ['postgres', 'pglite'] : [values.engine]
const runs = []
for (const engine of engines) {
  const [some, most] = engines.length === 1 ? [faults, writes] : asked[engine]
  console.log(`── ${engine}: ${some} faults, ${most} acknowledged writes`)
  const run = await runFaults({
    engine,
    faults: Math.ceil(some),
    between: Math.ceil(most / some),
    width: 8,
    progress: (text) => console.log(`   ${text}`),
  })
  if (run) runs.push(run)
  else console.log('   no PostgreSQL on this machine: NOT RUN')
}
console.log('── a server that answers before it commits')
const early = await runFaults({
  engine: 'postgres',
  faults: 20,
  between: 20,
  untilLost: true,
  only: ['kill -9 of the server', 'the database crashes and recovers'],
  words: ['--import', 'tsx', 'tests/faults/answers-early.ts'],
})
const sum = (of) => runs.reduce((total, run) => total + of(run), 0)
const broken = runs.flatMap((run) => run.broken)
const caught = early !== undefined && early.lost > 0
const figures = [
  [
    `acknowledged writes: ${sum((r) => r.acknowledged)} (asked: ${writes})`,
    sum((r) => r.acknowledged) >= writes,
  ],
  [`faults: ${sum((r) => r.faults)} (asked: ${faults})`, sum((r) => r.faults) >= faults],
  [
    `lost: ${sum((r) => r.lost)}, twice: ${sum((r) => r.twice)}, half done: ${sum((r) => r.halfDone)} (asked: 0)`,
    sum((r) => r.lost + r.twice + r.halfDone) === 0,
  ],
  [`invariants broken: ${broken.length === 0 ? 'none' : broken.join(', ')}`, broken.length === 0],
  [
    `the server that answers early: ${caught ? `caught, ${early.lost} lost after ${early.faults} faults` : 'NOT caught'}`,
    caught,
  ],
]
for (const run of runs)
  for (const [name, times] of Object.entries(run.byFault)) console.log(`   ${run.engine}: ${name} × ${times}`)
for (const [text, holds] of figures) console.log(`${holds ? '✓' : '✗'} ${text}`)
console.log(
  'Not among these faults: an fsync that reports an error, a disk filled under PostgreSQL, a clock that jumps.',
)
process.exit(figures.every(([, holds]) => holds) && runs.length === engines.length ? 0 : 1)
