import { type CSSProperties, useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { lineTotal, lockKey, type MatrixChange, matrixTotal, monthSums } from '../rules.ts'
import type { CellAt } from './CellSheet.tsx'
import type { PlanDraft } from './usePlanDraft.ts'
import { pageWords as w } from './words.ts'

const CellSheet = later(() => import('./CellSheet.tsx').then((m) => m.CellSheet))
const whole = 'whole'

/** A matrix on the phone: one line of it at a time, its months under one another. Nothing scrolls sideways. */
export function PhoneMatrix(props: {
  year: number
  draft: PlanDraft
  nameOf: (child: string) => string
  frozen: number
  label: string
  /** Which figures may be set by hand; undefined: reading only. */
  edits?: readonly MatrixChange['kind'][]
}) {
  const { year, draft, nameOf, frozen, label, edits } = props
  const { lines } = draft
  const say = useSay()
  const format = useFormat()
  const [chosen, choose] = useState(whole)
  const [at, open] = useState<CellAt>()
  const line = lines.find((l) => l.child === chosen)
  const name = line ? nameOf(line.child) : say(w.total)
  const months: readonly Money[] = line ? line.months : monthSums(lines)
  const total = line ? lineTotal(line) : matrixTotal(lines)
  const largest = Math.max(1, ...months)
  const locked = new Set(draft.locks.map(lockKey))
  const options = [
    { key: whole, label: say(w.total) },
    ...lines.map((l) => ({ key: l.child, label: nameOf(l.child) })),
  ]
  const place = (month: number): CellAt =>
    line ? { kind: 'cell', child: line.child, month } : { kind: 'month', month }
  const ofYear: CellAt = line ? { kind: 'line', child: line.child } : { kind: 'total' }
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
        {months.map((amount, m) => {
          const key = line ? lockKey({ child: line.child, month: m + 1 }) : ''
          const here = place(m + 1)
          const marks = [
            m < frozen ? 'is-over' : '',
            draft.moved.has(key) ? 'is-moved' : '',
            locked.has(key) ? 'is-locked' : '',
          ]
          return (
            <PhoneMonth
              key={monthFrom(year, m + 1)}
              className={marks.filter(Boolean).join(' ') || undefined}
              name={format.shortMonth(monthFrom(year, m + 1))}
              mark={locked.has(key) ? say(w.lock) : undefined}
              share={amount / largest}
              text={format.wan(amount)}
              {...(edits?.includes(here.kind) && m >= frozen ? { onOpen: () => open(here) } : {})}
            />
          )
        })}
        <PhoneMonth
          className="phone-total"
          name={say(w.wholeYear)}
          text={format.wan(total, 2)}
          {...(edits?.includes(ofYear.kind) ? { onOpen: () => open(ofYear) } : {})}
        />
      </ol>
      {at ? (
        <CellSheet
          key={JSON.stringify(at)}
          year={year}
          at={at}
          name={name}
          amount={'month' in at ? months[at.month - 1]! : total}
          draft={draft}
          onClose={() => open(undefined)}
        />
      ) : null}
    </Card>
  )
}

function PhoneMonth(props: {
  className?: string | undefined
  name: string
  mark?: string | undefined
  share?: number
  text: string
  onOpen?: () => void
}) {
  const { className, name, mark, share, text, onOpen } = props
  const inside = (
    <>
      <span>
        {name}
        {mark ? <small> {mark}</small> : null}
      </span>
      {share === undefined ? <span /> : <i style={{ '--share': share } as CSSProperties} />}
      <span className="num">{text}</span>
    </>
  )
  return (
    <li className={className}>
      {onOpen ? (
        <button type="button" onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <div>{inside}</div>
      )}
    </li>
  )
}
