import type { Command } from 'commander'
import { clausesOf } from '../../business/duties/clauses.ts'
import { readConfig } from '../config.ts'
import { openHouse } from '../house.ts'

export function registerDuties(program: Command): void {
  program
    .command('duties')
    .description(
      'The 74 clauses of the job descriptions: what proves each, or what it awaits, and its last 30 days · 岗位职责条款',
    )
    .option('--json', 'a JSON array, one object a duty')
    .option('--own', 'with the duties of the company’s own · 连同公司自加的职责')
    .action(async (options: { json?: boolean; own?: boolean }) => {
      const house = await openHouse(readConfig())
      try {
        const now = new Date()
        const today = await house.directory.dayAt(house.database, undefined, now)
        const all = await clausesOf(house.database, { stores: null, areas: null }, today, now)
        const clauses = all.clauses.filter((c) => options.own || !c.own)
        if (options.json) {
          const lines = clauses.map((c) =>
            JSON.stringify({
              id: c.id,
              live: c.live,
              kind: c.kind,
              cadence: c.cadence,
              provedBy: c.provedBy,
              instances30d: c.instances30d,
              inTimeRate: c.inTimeRate,
            }),
          )
          console.log(`[\n${lines.join(',\n')}\n]`)
          return
        }
        for (const c of clauses) {
          const rate =
            c.inTimeRate === null
              ? ''
              : ` ${(c.inTimeRate * 100).toFixed(0)} % (${c.counts.inTime}/${c.ratedOf})`
          const excused = c.counts.excused === 0 ? '' : ` 免 excused ${c.counts.excused}`
          const state = c.live ? `● ${c.provedBy.join(' | ')}` : `○ 待 awaits ${c.awaits.join(', ')}`
          console.log(
            `${c.id.padEnd(7)} ${c.kind.padEnd(10)} ${c.cadence.join('+').padEnd(18)} ${state}  ${c.instances30d}${rate}${excused}  ${c.title[0]} · ${c.title[1]}`,
          )
        }
        console.log(
          `${clauses.filter((c) => c.live).length} live, ${clauses.filter((c) => !c.live).length} awaiting`,
        )
      } finally {
        await house.close()
      }
    })
}
