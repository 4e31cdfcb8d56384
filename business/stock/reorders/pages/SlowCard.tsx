import { useFormat } from '../../../../platform/web/format.ts'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { measureWords, w } from '../page-words.ts'
import { measures } from '../shape.ts'
import type { SlowSeen } from './api.ts'
import { Looks } from './Looks.tsx'
import type { Request } from './useRequest.ts'

/** A style-colour that lies: how badly, since when, how it goes elsewhere, and what the store does about it. */
export function SlowCard({ slow, request, isOff }: { slow: SlowSeen; request: Request; isOff: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { facts } = slow
  const weeks = (days: number): string => f.count(Math.round(days / 7))
  return (
    <article className={`reorder-card${request.measure(slow) ? '' : ' is-open-matter'}`}>
      <Looks
        of={slow}
        extra={slow.tagPrice === null ? null : <b className="num">{f.money(slow.tagPrice)}</b>}
      >
        <p>
          {[
            say(w.slowFact, { onHand: facts.onHand, days: facts.days, sold: facts.sold }),
            facts.cover === null
              ? say(w.slowNever)
              : say(w.slowCover, { weeks: f.count(Math.round(facts.cover)) }),
          ].join(say(w.stop))}
        </p>
        <small>
          {[
            say(w.slowAge, { weeks: weeks(facts.age) }),
            say(w.slowThrough, { rate: f.percent(facts.sellThrough) }),
            facts.elsewhere === null
              ? ''
              : say(w.slowElsewhere, { n: f.count(Math.round(facts.elsewhere * 10) / 10) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </Looks>
      {isOff ? null : (
        <div className="reorder-because">
          <span>{say(w.hint, { measure: say(measureWords[facts.hint]) })}</span>
          <Choices
            label={say(w.slow)}
            value={request.measure(slow)}
            options={measures.map((m) => ({ key: m, label: say(measureWords[m]) }))}
            onChange={(m) => request.take(slow, m)}
          />
        </div>
      )}
    </article>
  )
}
