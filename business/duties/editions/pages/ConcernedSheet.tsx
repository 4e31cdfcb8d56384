import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import { editWords as w } from '../edit-words.ts'
import { api } from './api.ts'

/** Who holds a position on the day from which an edition would hold. */
export function ConcernedSheet(props: { position: DutyPosition; day: Day; onClose: () => void }) {
  const { position, day, onClose } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const seen = api.useSee('editions.concerned', { position, day })
  return (
    <Sheet title={`${say(positionNames[position])} · ${f.fullDay(day)}`} onClose={onClose}>
      <Seen of={seen}>
        {({ people }) => (
          <>
            <p className="note">{say(w.concernedHere, { people: f.count(people.length) })}</p>
            <ul className="concerned">
              {people.map((p) => (
                <li key={`${p.person} ${p.seat}`}>
                  <b>{p.name}</b>
                  <span className="note">
                    {p.seatName ? name({ name: p.seatName, nameEn: p.seatNameEn }) : say(w.headquarters)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Seen>
    </Sheet>
  )
}
