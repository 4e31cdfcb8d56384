import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { api } from './api.ts'
import { useNow } from './clock.ts'
import { DutyLines } from './DutyLines.tsx'
import { w } from './words.ts'

/** What was done below and nobody above has looked at, the oldest first: of one clause, or ('1') of all. */
export function WaitingSheet({ of, onClose }: { of: string; onClose: () => void }) {
  const say = useSay()
  const waiting = api.useSee('duties.waiting', of === '1' ? {} : { duty: of })
  const now = useNow(waiting.data?.at, waiting.dataUpdatedAt)
  return (
    <Sheet title={say(w.unreadTitle)} width={480} onClose={onClose}>
      <Seen of={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say(w.unreadNone)} next={say(w.unreadNoneNext)} />
          ) : (
            <DutyLines items={items} now={now} toRecord />
          )
        }
      </Seen>
    </Sheet>
  )
}
