import { type Day, isDay } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { api, type SeatAnswer } from './api.ts'
import { useNow } from './clock.ts'
import { DutyLines } from './DutyLines.tsx'
import { w } from './words.ts'

/** What a place below owes on a day; without a day what is overdue there now, or was just missed. */
export function SeatSheet({
  seat,
  day,
  onClose,
}: {
  seat: string
  day?: string | undefined
  onClose: () => void
}) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const on: Day | undefined = day && isDay(day) ? day : undefined
  const answer = api.useSee('duties.ofSeat', { seat, ...(on ? { day: on } : {}) })
  const named = answer.data?.seat
  const place = named ? name(named) : answer.data ? say(w.headquarters) : ''
  return (
    <Sheet
      title={
        on ? say(w.seatOfDay, { name: place, day: f.dayAndWeekday(on) }) : say(w.seatNow, { name: place })
      }
      width={480}
      onClose={onClose}
      foot={
        named?.kind === 'store' ? (
          <Go to={`/board/stores/${seat}`} search={{ day: on }} className="sheet-link">
            {say(w.seeStore)}
          </Go>
        ) : undefined
      }
    >
      <Seen of={answer}>{(a) => <Lines answer={a} seenAt={answer.dataUpdatedAt} />}</Seen>
    </Sheet>
  )
}

function Lines({ answer, seenAt }: { answer: SeatAnswer; seenAt: number }) {
  const say = useSay()
  const now = useNow(answer.at, seenAt)
  return answer.items.length === 0 ? (
    <Empty title={say(answer.day ? w.seatNothing : w.seatFine)} />
  ) : (
    <>
      {answer.seat?.holder ? <p className="seat-holder">{answer.seat.holder}</p> : null}
      <DutyLines items={answer.items} now={now} />
    </>
  )
}
