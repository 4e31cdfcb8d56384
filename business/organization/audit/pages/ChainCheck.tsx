import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Proof } from '../../../../platform/web/parts/Proof.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { api } from './api.ts'
import { w } from './words.ts'

/** One chain recomputed at a press: every line against the one before it, the head, the anchors. */
export function ChainCheck({ store }: { store: string }) {
  const say = useSay()
  const f = useFormat()
  const [isAsked, ask] = useState(false)
  const seen = api.useSee('audit.chain', { store }, { when: isAsked })
  if (!isAsked) return <Button onClick={() => ask(true)}>{say(w.check)}</Button>
  return (
    <Card kind="quiet">
      <Seen of={seen}>
        {(chain) => {
          if (chain.lines === 0) return <p className="note">{say(w.empty)}</p>
          const anchored = chain.anchored
            ? say(w.anchoredUntil, { day: f.dayAndWeekday(chain.anchored) })
            : say(w.notAnchored)
          return chain.broken === null ? (
            <Proof note={anchored}>
              {say(w.holds, { from: f.count(chain.from), lines: f.count(chain.lines) })}
            </Proof>
          ) : (
            <Proof holds={false}>{say(w.broken, { line: f.count(chain.broken) })}</Proof>
          )
        }}
      </Seen>
    </Card>
  )
}
