import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { FairSum } from '../fairness-rules.ts'
import { inHours } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import type { Fair } from '../shape.ts'

type Most = { readonly weekends: number; readonly lates: number; readonly peak: number }

/** Three bars: weekend days, late shifts, busy hours of the last eight weeks. */
export function FairBars({ fair, most }: { fair: Fair | undefined; most: Most }) {
  const say = useSay()
  if (!fair) return null
  const bars = [
    { label: say(r.weekends), value: fair.weekends, of: most.weekends, text: String(fair.weekends) },
    { label: say(r.lates), value: fair.lates, of: most.lates, text: String(fair.lates) },
    { label: say(r.peak), value: fair.peak, of: most.peak, text: String(Math.round(inHours(fair.peak))) },
  ]
  return (
    <span className="fair-bars">
      {bars.map((b) => (
        <span key={b.label} className="fair-bar" title={`${b.label} ${b.text}`}>
          <span className="sr-only">{b.label}</span>
          <i style={{ width: `${(100 * b.value) / b.of}%` }} />
          <span className="num">{b.text}</span>
        </span>
      ))}
    </span>
  )
}

/** Who bears what, seen by everybody of the store; whoever bears most stands first. */
export function FairCard({
  fair,
  sum,
  self,
}: {
  fair: readonly (Fair & { readonly name: string })[]
  sum: FairSum | null
  self?: string
}) {
  const say = useSay()
  const most = {
    weekends: Math.max(1, ...fair.map((x) => x.weekends)),
    lates: Math.max(1, ...fair.map((x) => x.lates)),
    peak: Math.max(1, ...fair.map((x) => x.peak)),
  }
  const order = [...fair].sort((a, b) => b.weekends + b.lates - a.weekends - a.lates)
  return (
    <Card
      title={say(r.fairTitle)}
      sub={sum ? say(r.fairGap, { ...sum }) : say(r.noFair)}
      extra={sum ? <b className="num">{sum.index}</b> : undefined}
    >
      <div className="fair-head note">
        <span />
        <span>{say(r.weekends)}</span>
        <span>{say(r.lates)}</span>
        <span>{say(r.peak)}</span>
      </div>
      <ul className="fair-list">
        {order.map((f) => (
          <li key={f.person} className={f.person === self ? 'is-self' : undefined}>
            <span translate="no">{f.name}</span>
            <FairBars fair={f} most={most} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
