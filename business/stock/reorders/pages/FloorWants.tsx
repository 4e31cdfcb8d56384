import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { w } from '../page-words.ts'
import type { WeekSeen } from './api.ts'
import type { Request } from './useRequest.ts'

/** What associates asked for in their own reports: in the proposal already, or to be taken in by the manager. */
export function FloorWants({ seen, request, isOff }: { seen: WeekSeen; request: Request; isOff: boolean }) {
  const say = useSay()
  const f = useFormat()
  if (seen.wanted.length === 0) return null
  const proposed = new Map(seen.sizes.map((s) => [s.sku, s]))
  return (
    <Card title={say(w.floorWants)} sub={say(w.floorWantsNote)}>
      <ul className="stock-list">
        {seen.wanted.map((x) => {
          const size = proposed.get(x.sku)
          const n = request.extra(x.sku)
          return (
            <li key={x.sku} className="stock-line">
              <PieceLine piece={x}>
                <small>
                  <span translate="no">{x.names.join(say(w.comma))}</span> · {say(w.has, { n: x.onHand })}
                </small>
              </PieceLine>
              <span className="stock-line-end">
                {size ? (
                  <small>{say(w.askedFor, { n: f.count(request.asked(size)) })}</small>
                ) : (
                  <span className="reorder-step">
                    <button
                      type="button"
                      disabled={isOff || n === 0}
                      aria-label={`${x.style} ${x.size} −1`}
                      onClick={() => request.askExtra(x.sku, n - 1)}
                    >
                      −
                    </button>
                    <strong className="num">{f.count(n)}</strong>
                    <button
                      type="button"
                      disabled={isOff}
                      aria-label={`${x.style} ${x.size} +1`}
                      onClick={() => request.askExtra(x.sku, n + 1)}
                    >
                      +
                    </button>
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
