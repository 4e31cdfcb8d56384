import type { ReactNode } from 'react'
import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { type Fall, Waterfall } from '../../../../platform/web/parts/Waterfall.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { GapPart } from '../../metrics/gap.ts'
import { w } from '../page-words.ts'

export interface GapSeen {
  readonly gap: Money
  readonly target: Money
  readonly actual: Money
  readonly basis: 'traffic' | 'tickets' | 'whole'
  readonly parts: readonly GapPart[]
}

/** 差在哪里: from the target to the actual through the factors, which sum to the gap to the cent. */
export function GapCard(props: {
  gap: GapSeen | null
  says: (facts: { amount: string; more: string }) => ReactNode
  reference: string
  extra?: ReactNode
}) {
  const { gap, says, reference, extra } = props
  const say = useSay()
  const f = useFormat()
  if (!gap) {
    return (
      <Card title={say(w.whereGap)} extra={extra}>
        <Empty title={say(w.noGap)} next={say(w.noGapNext)} />
      </Card>
    )
  }
  const amount = f.wan(Math.abs(gap.gap) as Money)
  const falls: Fall[] = [
    { key: 'target', kind: 'from', label: say(w.targetSide), text: f.wan(gap.target), value: gap.target },
    ...gap.parts.map(
      (part): Fall => ({
        key: part.factor,
        kind: 'part',
        label: say(part.name),
        text: f.signedWan(part.amount),
        value: part.amount,
      }),
    ),
    { key: 'actual', kind: 'to', label: say(w.actualSide), text: f.wan(gap.actual), value: gap.actual },
  ]
  return (
    <div className="gap-card wrap-head">
      <Card
        title={
          <>
            {say(w.whereGap)}
            {say(['：', ': '])}
            {says({ amount, more: say(gap.gap < 0 ? w.lessThan : w.moreThan) })}
          </>
        }
        sub={`${say(w.partsExact)}${gap.basis === 'traffic' ? '' : ` · ${say(w.threeFactors)}`}`}
        extra={extra}
      >
        <Waterfall falls={falls} label={say(w.whereGap)} />
        <p className="note board-reference">{reference}</p>
      </Card>
    </div>
  )
}
