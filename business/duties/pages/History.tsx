import { useFormat } from '../../../platform/web/format.ts'
import { useSay } from '../../../platform/web/say.ts'
import type { OneDuty } from './api.ts'
import { eventSaid } from './events.ts'
import { w } from './words.ts'

/** What happened to a duty, in order: deadlines that passed, doings taken back, looks from above. */
export function History({ one }: { one: OneDuty }) {
  const say = useSay()
  const f = useFormat()
  const lines = [
    ...one.history.map((e) => ({
      key: `${e.what}${e.at}`,
      at: e.at,
      text: eventSaid(e, say),
      words: e.words,
      tone: e.what,
    })),
    ...(one.proof
      ? [
          {
            key: 'proof',
            at: one.proof.at,
            text: say(w.eventProved, { name: one.proof.byName }),
            words: null,
            tone: 'proved',
          },
        ]
      : []),
    ...(one.excuse
      ? [
          {
            key: 'excuse',
            at: one.excuse.at,
            text: say(one.excuse.byName ? w.eventExcused : w.eventExcusedAlone, {
              name: one.excuse.byName ?? '',
              kind: one.excuseSays ? say(one.excuseSays) : '',
            }),
            words: one.excuse.why || null,
            tone: 'excused',
          },
        ]
      : []),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  if (lines.length === 0) return null
  return (
    <section className="one-history">
      <h3>{say(w.earlier)}</h3>
      <ol>
        {lines.map((line) => (
          <li key={line.key} className={`event event-${line.tone}`}>
            <span className="num">{f.instant(line.at)}</span>
            <p>
              {line.text}
              {line.words ? <q translate="no">{line.words}</q> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
