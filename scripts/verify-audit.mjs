// `npm run verify:audit`: tampers a thousand times with audit chains that hold, and counts how often it is found.
import { register } from 'tsx/esm/api'
import { checkNode, installPackages } from './prepare.mjs'

checkNode()
installPackages((text) => console.log(text))
register()
const { tamper, writtenChains } = await import('../tests/audit/tampering.ts')
const times = Number(process.argv[2] ?? 1_000)
const { db, chains } = await writtenChains()
const runs = await tamper(db, chains, times)
await db.close()
for (const { kind, tried, found, missed } of runs) {
  console.log(
    `${found === tried ? '✓' : '✗'} ${kind}: found ${found} of ${tried}${missed.length > 0 ? ` — ${missed.join('; ')}` : ''}`,
  )
}
const [tried, found] = [runs.reduce((n, r) => n + r.tried, 0), runs.reduce((n, r) => n + r.found, 0)]
console.log(`tamperings found: ${found} of ${tried} (asked: all of 1,000)`)
console.log(
  'Not told by the database alone: lines cut off since the last anchor with the head wound back to match.',
)
process.exit(found === tried && tried >= times ? 0 : 1)
