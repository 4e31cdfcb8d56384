import { type Money, sum } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { BarList } from '../../../platform/web/parts/BarList.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Loading } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { pageWords as w } from './words.ts'
import './matrix.css'

interface Reason {
  readonly what: string
  readonly sentence: Sentence
  readonly percent?: number
}
export interface MonthReasons {
  readonly expected: Money
  readonly lastShare?: Reason | undefined
  readonly holds: readonly Reason[]
  readonly changes: readonly Reason[]
}
/** Below a twentieth of a percent a reason is noise. */
const told = (reason: Reason): boolean => reason.percent === undefined || Math.abs(reason.percent) >= 0.05
const most = 7

/** "为什么 11 月这样分": the reasons of one month, of the company, an area or a store. */
export function WhyCard(props: {
  monthName: string
  /** Whose month it is. */
  name: string
  /** undefined while it is being asked for; null when history has nothing to say. */
  reasons: MonthReasons | null | undefined
  /** What stands in the matrix now. */
  now: Money
}) {
  const { monthName, name, reasons, now } = props
  const say = useSay()
  const format = useFormat()
  const percent = (reason: Reason): string =>
    reason.percent === undefined ? '' : format.signedPercent(reason.percent / 100)
  const bars = reasons
    ? [
        ...(reasons.lastShare
          ? [
              {
                key: 'share',
                label: <Why>{say(reasons.lastShare.sentence)}</Why>,
                value: reasons.lastShare.percent ?? 0,
                text: format.percent((reasons.lastShare.percent ?? 0) / 100, 1),
                tone: 'soft' as const,
              },
            ]
          : []),
        ...reasons.holds
          .filter(told)
          .slice(0, 3)
          .map((r, i) => ({
            key: `holds ${i}`,
            label: <Why>{say(r.sentence)}</Why>,
            value: r.percent ?? 0,
            text: percent(r),
            tone: (r.percent ?? 0) < 0 ? ('against' as const) : ('strong' as const),
          })),
        ...strongest(reasons.changes.filter(told)).map((r, i) => ({
          key: `change ${i}`,
          label: <Why>{say(r.sentence)}</Why>,
          value: r.percent ?? 0,
          text: percent(r),
        })),
      ].slice(0, most)
    : []
  return (
    <Card
      title={say(w.whyTitle, { month: monthName })}
      sub={
        reasons && sum([reasons.expected]) > 0
          ? `${name} · ${say(w.whyExpected, { expected: format.wan(reasons.expected), now: format.wan(now) })}`
          : `${name} · ${say(w.whySub)}`
      }
    >
      {reasons === undefined ? (
        <Loading lines={4} />
      ) : bars.length > 0 ? (
        <BarList label={say(w.whyTitle, { month: monthName })} bars={bars} />
      ) : (
        <p className="note">{say(w.whyNone)}</p>
      )}
    </Card>
  )
}

const strongest = (reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort((a, b) => Math.abs(b.percent ?? 0) - Math.abs(a.percent ?? 0)).slice(0, 5)

/** A long reason takes two lines rather than the room of its bar. */
const Why = ({ children }: { children: string }) => <span className="why-label">{children}</span>
