import { z } from 'zod'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { vitals } from '../../../platform/observe/vitals.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { findStanding } from './figures.ts'
import { judge, worst } from './rules.ts'
import type { Running } from './shape.ts'
import { healthWords } from './words.ts'

const shown = 8

export const healthOperations = operations(healthWords, {
  'health.now': view({
    keptNowhere: true,
    summary: ['系统状况：好不好，哪里要看', 'Health of the system: how it does, and what to look at'],
    who: { administrator: 'company', generalManager: 'company', operationsDirector: 'company' },
    about: 'company',
    input: z.strictObject({}),
    /** The process that answers speaks for itself; what the database knows holds for all of them. */
    async run({ db, now }) {
      const own = vitals()
      const house = own.watched?.database
      const standing = await findStanding(db, house?.engine ?? 'pglite', house?.readOnlyReason(), now)
      const running = runningNow(own.recent.since(15, Date.now()), own.recent.since(60, Date.now()))
      const { lateMs, memory } = own.process()
      const process: Running = {
        ...running,
        lateMs,
        memoryMb: Math.round(memory / 1_048_576),
        sinceMinutes: Math.floor((Date.now() - own.since) / 60_000),
      }
      const findings = judge(standing, process)
      return {
        now: now.toISOString(),
        level: worst(findings),
        findings,
        engine: house?.engine ?? 'pglite',
        process,
        listeners: own.watched?.listeners() ?? 0,
        slowest: [...own.recent.since(60, Date.now())]
          .map(([name, t]) => ({
            name,
            title: title(name, own.watched?.titleOf),
            requests: t.n,
            meanMs: t.ms / t.n,
            worstMs: t.worst,
            slow: t.slow,
          }))
          .sort((a, b) => b.worstMs - a.worstMs)
          .slice(0, shown),
      }
    },
  }),
})

/** What stands before the colon says enough. */
const title = (name: string, titleOf: ((name: string) => Sentence | undefined) | undefined): Sentence => {
  const [zh, en] = titleOf?.(name) ?? [name, name]
  const short = (text: string): string => text.split(/[：:]/)[0]!
  return [short(zh), short(en)]
}
type Seen = ReturnType<ReturnType<typeof vitals>['recent']['since']>
function runningNow(quarter: Seen, hour: Seen): Pick<Running, 'requests' | 'slow' | 'faults' | 'turned'> {
  const sum = (of: Seen, field: 'n' | 'slow' | 'faults' | 'turned'): number =>
    [...of.values()].reduce((all, t) => all + t[field], 0)
  return {
    requests: sum(quarter, 'n'),
    slow: sum(quarter, 'slow'),
    turned: sum(quarter, 'turned'),
    faults: sum(hour, 'faults'),
  }
}
