import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { a } from '../page-words.ts'
import type { AttendanceState } from '../shape.ts'
import type { PersonDay } from './api.ts'

const tones: Record<AttendanceState, 'plain' | 'done' | 'late' | 'missed' | 'excused'> = {
  off: 'plain',
  away: 'excused',
  notYet: 'plain',
  there: 'done',
  inTime: 'done',
  late: 'late',
  early: 'late',
  noOut: 'late',
  missing: 'missed',
  extra: 'plain',
}
/** How a day stands, with its minutes; what was accepted is shown as such. */
export function StateChip({ of: d }: { of: PersonDay }) {
  const say = useSay()
  const said =
    d.state === 'late'
      ? say(a.late, { minutes: d.lateMinutes })
      : d.state === 'early'
        ? say(a.early, { minutes: d.earlyMinutes })
        : say(a[`s_${d.state}`])
  return (
    <>
      <Chip tone={d.exception?.accepted ? 'excused' : tones[d.state]}>{said}</Chip>
      {d.waited ? <Chip>{say(a.waited)}</Chip> : null}
    </>
  )
}
