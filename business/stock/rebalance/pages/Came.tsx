import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import type { AreaSeen } from './api.ts'

/** Earlier rounds: of the pieces that were moved, how many are sold where they went. */
export function Came({ came }: { came: AreaSeen['came'] }) {
  const say = useSay()
  const f = useFormat()
  if (came.length === 0) return null
  return (
    <>
      <Band title={say(w.came)} />
      <Card kind="flush">
        <ul className="stock-list">
          {came.map((r) => (
            <li key={r.id} className="stock-line">
              <span>
                <b>{say(w.ofWeek, { day: f.day(r.week) })}</b>
                <small>
                  {say(w.cameLine, {
                    accepted: r.accepted,
                    bundles: r.bundles,
                    pieces: f.count(r.pieces),
                    arrived: f.count(r.arrived),
                    sold: f.count(r.sold),
                  })}
                  {r.days === null ? '' : ` · ${say(w.cameDays, { n: r.days })}`}
                </small>
                {r.pieces > 0 ? <small>{say(w.cameBefore, { n: f.count(r.soldBefore) })}</small> : null}
              </span>
              {r.arrived > 0 ? (
                <span className="stock-line-end">
                  <Chip tone={r.sold > r.soldBefore ? 'done' : 'plain'}>
                    {say(w.cameRate, { rate: f.percent(r.sold / r.arrived) })}
                  </Chip>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
