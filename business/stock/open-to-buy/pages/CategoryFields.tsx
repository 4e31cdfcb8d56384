import type { Month } from '../../../../platform/kinds/day.ts'
import { cents, type Money, sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { type PlanLine, type Planned, planned } from '../shape.ts'
import { HeadRow } from './HeadRow.tsx'

/** A category folded to its sums; unfolded its months by hand, in yuan. */
export function CategoryFields(props: {
  category: string
  lines: readonly PlanLine[]
  drafted: readonly PlanLine[]
  onChange: (month: Month, what: Planned, amount: Money) => void
}) {
  const { category, lines, drafted, onChange } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const name = categoryIn(category, language)
  const before = new Map(drafted.filter((l) => l.category === category).map((l) => [l.month, l]))
  const changed = lines.reduce(
    (n, l) => n + planned.filter((what) => before.get(l.month)?.[what] !== l[what]).length,
    0,
  )
  return (
    <details className="otb-category">
      <summary>
        <b translate="no">{name}</b>
        <small className={changed > 0 ? 'num otb-changed' : 'num'}>
          {say(w.sum, {
            sales: f.wan(sum(lines.map((l) => l.sales))),
            closing: f.wan(lines.at(-1)?.closing ?? cents(0)),
          })}
          {changed > 0 ? ` · ${say(w.changed, { n: changed })}` : ''}
        </small>
      </summary>
      <div className="otb-rows">
        <HeadRow unit={f.yuanUnit} />
        {lines.map((line) => (
          <div key={line.month} className="otb-row">
            <b>{f.shortMonth(line.month)}</b>
            {planned.map((what) => (
              <InputNumber
                key={what}
                aria-label={`${name} ${f.month(line.month)} ${say(w[what])} ${f.yuanUnit}`}
                value={line[what] / 100}
                min={0}
                max={10 ** 12}
                step={10_000}
                precision={2}
                className={before.get(line.month)?.[what] === line[what] ? undefined : 'otb-changed'}
                onChange={(yuan) => onChange(line.month, what, cents(Math.round((yuan ?? 0) * 100)))}
              />
            ))}
          </div>
        ))}
      </div>
    </details>
  )
}
