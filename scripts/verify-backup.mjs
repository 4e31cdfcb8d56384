// `npm run verify:backup`: backups taken while tills write, restored elsewhere on either engine, every book read there.
import { register } from 'tsx/esm/api'
import { buildIfStale, checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
buildIfStale((text) => console.log(text))
register()
const { runBackup } = await import('../tests/backup/run.ts')
let holds = true
for (const [from, into] of [
  ['pglite', 'pglite'],
  ['pglite', 'postgres'],
  ['postgres', 'postgres'],
  ['postgres', 'pglite'],
]) {
  const run = await runBackup(from, into, 200)
  const isWhole = run && run.lost + run.twice + run.halfDone + run.broken.length === 0
  if (!isWhole) holds = false
  console.log(
    run
      ? `${isWhole ? '✓' : '✗'} ${from} → ${into}: ${run.acknowledged} acknowledged before, ${run.meanwhile} meanwhile; lost ${run.lost}, twice ${run.twice}, ` +
          `half done ${run.halfDone}, invariants broken: ${run.broken.join(', ') || 'none'} (asked: 0)`
      : `✗ ${from} → ${into}: NOT RUN, no PostgreSQL on this machine`,
  )
}
process.exit(holds ? 0 : 1)
