import { Card } from '../../../platform/web/parts/Card.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { useParams } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { api } from './api.ts'
import { DutyActs } from './DutyActs.tsx'
import { DutyBody } from './DutyBody.tsx'
import './duties.css'
import { t } from './titles.ts'
import { w } from './words.ts'

/** One duty by itself: the address that a colleague can be sent. */
export default function DutyPage() {
  const say = useSay()
  const name = useName()
  const { store = '', instance = '' } = useParams()
  const one = api.useSee('duties.instance', { store, instance })
  const duty = one.data
  return (
    <Page
      width="reading"
      title={duty ? say(duty.title) : say(t.duty)}
      sub={
        duty
          ? [
              duty.seatName ? name({ name: duty.seatName, nameEn: duty.seatNameEn }) : say(w.headquarters),
              duty.duty,
            ].join(' · ')
          : undefined
      }
      back={{ to: '/today', label: say(w.toToday) }}
    >
      <Seen of={one}>
        {(seen) => (
          <Card>
            <DutyBody one={seen} seenAt={one.dataUpdatedAt} />
            {seen.isSuperior ? (
              <div className="duty-acts-foot">
                <DutyActs one={seen} />
              </div>
            ) : null}
          </Card>
        )}
      </Seen>
    </Page>
  )
}
