import { Card } from '../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { YearAnswer } from './api.ts'
import { pageWords as w } from './words.ts'

/** What follows from where the plan stands, with who is to act. */
export function NextCard({ answer, nameOf }: { answer: YearAnswer; nameOf: (area: string) => string }) {
  const say = useSay()
  const { latest, inForce, areas } = answer
  const done = areas.filter((area) => area.releasedAt !== null)
  const waiting = areas.filter(
    (area) => area.releasedAt === null && inForce?.lines.some((line) => line.child === area.id),
  )
  const lines = [
    ...(latest?.state === 'submitted' ? [say(w.nextSubmitted, { version: latest.version })] : []),
    ...(latest && latest.state !== 'inForce' ? [say(w.nextDraft, { count: areas.length })] : []),
    ...(inForce ? [say(w.nextReleased, { done: done.length, all: areas.length })] : []),
    ...(waiting.length > 0
      ? [say(w.nextWaiting, { areas: waiting.map((a) => nameOf(a.id)).join(say(['、', ', '])) })]
      : []),
    ...(waiting.length > 0 || !inForce ? [say(w.nextStores)] : []),
    say(w.nextKept),
  ]
  return (
    <Card title={say(w.next)}>
      <ul className="versions">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  )
}
