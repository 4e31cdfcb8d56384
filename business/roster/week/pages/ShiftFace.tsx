import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { zoneSaid } from '../../../organization/plans/words.ts'
import { clockOf } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { breachSaid } from '../said.ts'
import type { Shift } from '../shape.ts'
import { cellOf, shiftOf, type WeekSeen, type WorkerSeen } from './api.ts'

const wishSaid = { off: r.wishOff, early: r.wishEarly, late: r.wishLate } as const

/** A shift as its name and times in the colour of its kind; a day off, leave, and what she had wished for. */
export function ShiftFace({ seen, worker, day }: { seen: WeekSeen; worker: WorkerSeen; day: Day }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const cell = cellOf(seen.cells, worker.person, day)
  const shift = shiftOf(seen.shifts, cell?.code)
  const wish = seen.wishes.find((w) => w.person === worker.person && w.day === day)
  const broken = seen.breaches.filter((b) => b.person === worker.person && b.day === day)
  const said = broken.map((b) => breachSaid(b, worker.name, language)).join(' ')
  const isMet = wish && (wish.kind === 'off' ? !shift : shift?.kind === wish.kind || shift?.kind === 'short')
  return (
    <span
      className={`shift ${shift ? `shift-${shift.kind}` : worker.away.includes(day) ? 'shift-away' : 'shift-off'}`}
      title={said || undefined}
    >
      <span className="sr-only">{`${worker.name} ${f.day(day)} `}</span>
      {shift ? (
        <>
          <b>{(language === 'en' && shift.nameEn) || shift.name}</b>
          <span className="num">{`${clockOf(shift.from)}–${clockOf(shift.to)}`}</span>
          {cell?.zone ? <small translate="no">{zoneSaid(cell.zone, say)}</small> : null}
        </>
      ) : (
        <span>
          {say(worker.away.includes(day) ? r.away : worker.notHere.includes(day) ? r.notHere : r.off)}
        </span>
      )}
      {wish ? (
        <small className={isMet ? 'shift-wish is-met' : 'shift-wish'}>
          {`${isMet ? '✓ ' : ''}${say(wishSaid[wish.kind])}`}
        </small>
      ) : null}
      {said ? <small className="shift-wrong">{`! ${said}`}</small> : null}
    </span>
  )
}

export function ShiftChip({ shift }: { shift: Shift }) {
  const language = useLanguage()
  return (
    <span className={`shift shift-line shift-${shift.kind}`}>
      <b>{(language === 'en' && shift.nameEn) || shift.name}</b>
      <span className="num">{`${clockOf(shift.from)}–${clockOf(shift.to)}`}</span>
    </span>
  )
}
