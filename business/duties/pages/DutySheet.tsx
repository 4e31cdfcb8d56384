import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { api } from './api.ts'
import { Period } from './DueCard.tsx'
import { DutyActs } from './DutyActs.tsx'
import { DutyBody } from './DutyBody.tsx'
import { t } from './titles.ts'

/** One duty over the page from which it was opened. */
export function DutySheet(props: { store: string; instance: string; onClose: () => void }) {
  const { store, instance, onClose } = props
  const say = useSay()
  const one = api.useSee('duties.instance', { store, instance })
  return (
    <Sheet
      title={
        one.data ? (
          <span className="sheet-duty">
            {say(one.data.title)} <Period item={one.data} />
          </span>
        ) : (
          say(t.duty)
        )
      }
      width={480}
      onClose={onClose}
      foot={one.data?.isSuperior ? <DutyActs one={one.data} /> : undefined}
    >
      <Seen of={one}>{(duty) => <DutyBody one={duty} seenAt={one.dataUpdatedAt} />}</Seen>
    </Sheet>
  )
}
