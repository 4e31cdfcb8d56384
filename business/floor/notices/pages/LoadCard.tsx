import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { RoomCard } from '../../../organization/pages/RoomCard.tsx'
import { p } from '../page-words.ts'
import { api } from './api.ts'
import { audienceOf, type Draft, relayByOf } from './draft.ts'

/** Before anything is asked of stores: what it comes to beside their own duties. */
export function LoadCard({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const say = useSay()
  const relayBy = relayByOf(draft)
  const audience = audienceOf(draft)
  const isChosen = draft.where === 'all' || audience.areas !== null || audience.stores !== null
  const load = api.useSee(
    'notices.load',
    { ...audience, minutes: draft.minutes, relayBy },
    { keep: true, when: relayBy !== null && isChosen && draft.minutes > 0 },
  )
  if (relayBy === null || !isChosen) return null
  if (draft.minutes === 0)
    return (
      <Card kind="quiet">
        <p>{say(p.loadNone)}</p>
      </Card>
    )
  return (
    <Seen of={load} lines={2}>
      {(room) => (
        <RoomCard
          minutes={draft.minutes}
          room={room}
          despite={draft.despiteLoad}
          onDespite={(despiteLoad) => change({ despiteLoad })}
        />
      )}
    </Seen>
  )
}
