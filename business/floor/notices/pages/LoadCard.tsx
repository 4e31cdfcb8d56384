import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api } from './api.ts'
import { audienceOf, type Draft, relayByOf } from './draft.ts'

/** Before anything is asked of stores: what it comes to beside their own duties. */
export function LoadCard({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
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
      {(seen) => {
        const fullest = seen.fullest.map((s) => say(p.loadStore, { name: name(s), sum: s.sum }))
        const names = fullest.join(say(p.comma)) + (seen.heavy > seen.fullest.length ? '…' : '')
        return seen.heavy > 0 ? (
          <Card kind="urgent" title={say(p.load)}>
            <p className="tone-missed">{say(p.loadHeavy, { heavy: seen.heavy, room: seen.room, names })}</p>
            <Checkbox
              checked={draft.despiteLoad}
              onChange={(event) => change({ despiteLoad: event.target.checked })}
            >
              {say(p.despite)}
            </Checkbox>
          </Card>
        ) : (
          <Card kind="quiet">
            <p>
              {say(p.loadFine, {
                minutes: draft.minutes,
                stores: seen.stores,
                total: totalOf(seen.total),
                own: seen.own,
              })}
            </p>
          </Card>
        )
      }}
    </Seen>
  )

  function totalOf(minutes: number): string {
    return minutes < 120
      ? say(p.minutesOf, { minutes })
      : say(p.hours, { hours: f.count(Math.round(minutes / 60)) })
  }
}
