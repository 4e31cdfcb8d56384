import { cents, type Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import { whole } from './api.ts'

interface End {
  readonly sold: number
  readonly net: Money
}
/** What a style brings with its steps, and beside it without them; margin where the cost is known. */
export function Outcome(props: { pieces: number; cost: Money | null; kept: End; planned: End }) {
  const { pieces, cost, kept, planned } = props
  const say = useSay()
  const f = useFormat()
  const margin = (end: End) => f.money(whole(cents(Math.round(end.net - end.sold * cost!))))
  const figures: readonly [string, string, string][] = [
    [say(w.sold), f.percent(planned.sold / pieces), f.percent(kept.sold / pieces)],
    [say(w.net), f.money(whole(planned.net)), f.money(whole(kept.net))],
    ...(cost === null
      ? []
      : ([[say(w.margin), margin(planned), margin(kept)]] as [string, string, string][])),
  ]
  return (
    <dl className="markdown-outcome">
      {figures.map(([label, value, without]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">
            {value} <small>{say(w.keptShort, { x: without })}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
