import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { seatOf } from '../organization/shape.ts'
import type { Duties, LiveDuty } from './catalogue/catalogue.ts'
import { grouped } from './grouping.ts'
import { candidates, excuseWithoutSample, insertSamples } from './sample-tables.ts'
import { draw, riskOf } from './sampling-rules.ts'

/** Days back that a superior looks through: what fell due since he last did. */
const spans = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const

/** States the samples that superiors look through, and excuses those whose people had nothing to be looked at. */
export async function chooseSamples(db: Db, duties: Duties, today: Day, now: Date): Promise<void> {
  for (const duty of duties.live) {
    if (!duty.checks) continue
    const { checks, id } = duty
    const asked = { by: id, of: checks.duty, level: seatOf[duty.position], span: spanOf(duty) }
    const found = await candidates(db, asked, today, now)
    const drawn = [...grouped(found, (c) => c.byInstance).values()].flatMap((own) =>
      draw(
        own.map((c) => ({ ...c, risk: riskOf(c) })),
        checks,
      ),
    )
    if (drawn.length > 0) await insertSamples(db, drawn, now)
    await excuseWithoutSample(db, id, today, now)
  }
}

function spanOf(duty: LiveDuty): number {
  const [timing] = duty.calendar
  return timing.every === 'event' || timing.every === 'standing' ? 1 : spans[timing.every]
}
