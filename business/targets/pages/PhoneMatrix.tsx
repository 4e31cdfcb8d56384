import { type CSSProperties, useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { lineTotal, matrixTotal, monthSums } from '../rules.ts'
import type { MatrixLine } from '../shape.ts'
import { pageWords as w } from './words.ts'

const whole = 'whole'

/** A matrix on the phone: one line of it at a time, its months under one another. Nothing scrolls sideways. */
export function PhoneMatrix(props: {
  year: number
  lines: readonly MatrixLine[]
  nameOf: (child: string) => string
  frozen: number
  label: string
}) {
  const { year, lines, nameOf, frozen, label } = props
  const say = useSay()
  const format = useFormat()
  const [chosen, choose] = useState(whole)
  const line = lines.find((l) => l.child === chosen)
  const months: readonly Money[] = line ? line.months : monthSums(lines)
  const largest = Math.max(1, ...months)
  const options = [
    { key: whole, label: say(w.total) },
    ...lines.map((l) => ({ key: l.child, label: nameOf(l.child) })),
  ]
  return (
    <Card>
      {options.length <= 5 ? (
        <Tabs label={label} value={chosen} options={options} onChange={choose} />
      ) : (
        <PinyinSelect
          label={label}
          options={options.map((o) => ({ value: o.key, label: o.label }))}
          value={chosen}
          onChange={(value) => choose(value as string)}
        />
      )}
      <ol className="phone-months">
        {months.map((amount, m) => (
          <li key={monthFrom(year, m + 1)} className={m < frozen ? 'is-over' : undefined}>
            <span>{format.shortMonth(monthFrom(year, m + 1))}</span>
            <i style={{ '--share': amount / largest } as CSSProperties} />
            <span className="num">{format.wan(amount)}</span>
          </li>
        ))}
        <li className="phone-total">
          <span>{say(w.wholeYear)}</span>
          <span />
          <span className="num">{format.wan(line ? lineTotal(line) : matrixTotal(lines), 2)}</span>
        </li>
      </ol>
    </Card>
  )
}
