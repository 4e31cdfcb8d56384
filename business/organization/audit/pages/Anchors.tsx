import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { api } from './api.ts'
import { w } from './words.ts'

/** The anchors of the last month, each with the number to keep elsewhere. */
export function Anchors() {
  const say = useSay()
  const f = useFormat()
  const seen = api.useSee('audit.anchors', {})
  return (
    <Card title={say(w.anchors)} sub={say(w.anchorsSub)}>
      <Seen of={seen}>
        {({ anchors }) =>
          anchors.length === 0 ? (
            <p className="note">{say(w.noAnchor)}</p>
          ) : (
            <ol className="anchors">
              {anchors.map((a) => (
                <li key={a.day} className="anchors-one">
                  <b>{f.dayAndWeekday(a.day)}</b>
                  <span className="note">
                    {say(w.anchor, { chains: f.count(a.chains), lines: f.count(a.lines) })}
                  </span>
                  <code>{a.hash}</code>
                </li>
              ))}
            </ol>
          )
        }
      </Seen>
    </Card>
  )
}
