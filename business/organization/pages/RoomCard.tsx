import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../platform/web/parts/Choice.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { roomCardWords as w } from '../load/words.ts'

export interface RoomCardProps {
  minutes: number
  room: {
    stores: number
    total: number
    own: number
    room: number
    heavy: number
    fullest: readonly { name: string; nameEn: string | null; sum: number }[]
  }
  despite: boolean
  onDespite: (despite: boolean) => void
}

/** Before work goes to stores: what it comes to beside their managers' own duties, and who has no room for it. */
export function RoomCard({ minutes, room, despite, onDespite }: RoomCardProps) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  if (room.heavy === 0)
    return (
      <Card kind="quiet">
        <p>
          {say(w.fine, {
            minutes,
            stores: room.stores,
            total:
              room.total < 120
                ? say(w.minutes, { minutes: room.total })
                : say(w.hours, { hours: f.count(Math.round(room.total / 60)) }),
            own: room.own,
          })}
        </p>
      </Card>
    )
  const fullest = room.fullest.map((s) => say(w.store, { name: name(s), sum: s.sum }))
  const names = fullest.join(say(w.comma)) + (room.heavy > room.fullest.length ? '…' : '')
  return (
    <Card kind="urgent" title={say(w.title)}>
      <p className="tone-missed">{say(w.heavy, { heavy: room.heavy, room: room.room, names })}</p>
      <Checkbox checked={despite} onChange={(event) => onDespite(event.target.checked)}>
        {say(w.despite)}
      </Checkbox>
    </Card>
  )
}
