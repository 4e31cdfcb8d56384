import { useId, useState } from 'react'
import type { Money } from '../../../platform/kinds/money.ts'
import { formatMoney } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { BarList } from '../../../platform/web/parts/BarList.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Switch } from '../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { parseYuan } from './amounts.ts'
import type { StoreAnswer } from './api.ts'
import { pageWords as w } from './words.ts'

/** One day: its amount, whether it gives way, who carries it, and why it is what it is. */
export function DaySheet(props: {
  answer: StoreAnswer
  day: number
  amount: Money
  people: readonly { readonly person: string; readonly days: readonly Money[] }[]
  isLocked: boolean
  mayEdit: boolean
  onChange: (amount: Money) => void
  onLock: () => void
  onClose: () => void
}) {
  const { answer, day, amount, people, isLocked, mayEdit } = props
  const say = useSay()
  const format = useFormat()
  const id = useId()
  const lockId = useId()
  const [text, setText] = useState(formatMoney(amount, 'plain'))
  const wanted = parseYuan(text)
  const at = answer.days[day - 1]!
  const isPast = at.day < answer.today
  const names = new Map([
    ...answer.staff.map((p) => [p.person, p.name] as const),
    ...(answer.target?.people ?? []).map((p) => [p.person, p.name] as const),
  ])
  const reasons = (answer.target?.basis.why ?? []).filter((reason) => reason.days.includes(day))
  const mayChange = mayEdit && !isPast
  return (
    <Sheet
      title={say(w.dayTitle, { day: format.dayAndWeekday(at.day) })}
      onClose={props.onClose}
      foot={
        mayChange ? (
          <div className="sheet-foot">
            <Button
              size="large"
              type="primary"
              disabled={wanted === undefined || wanted === amount}
              onClick={() => wanted !== undefined && props.onChange(wanted)}
            >
              {say(w.applyDay)}
            </Button>
          </div>
        ) : undefined
      }
    >
      {mayChange ? (
        <>
          <div className="field">
            <label htmlFor={id}>{say(w.dayAmount)}</label>
            <Input
              id={id}
              size="large"
              inputMode="decimal"
              value={text}
              status={wanted === undefined ? 'error' : ''}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <p className="plan-line">
            <label htmlFor={lockId}>{say(w.lockDay)}</label>
            <Switch id={lockId} checked={isLocked} onChange={props.onLock} />
          </p>
        </>
      ) : (
        <p>
          {format.money(amount)} {isPast ? <span className="note">{say(w.dayPast)}</span> : null}
        </p>
      )}
      {at.sold !== null ? (
        <p>
          {say(w.sold)} {format.money(at.sold)}
        </p>
      ) : null}
      {people.length > 0 ? (
        <>
          <h3 className="day-why">{say(w.people)}</h3>
          <BarList
            bars={people.map((p) => ({
              key: p.person,
              label: names.get(p.person) ?? '',
              value: p.days[day - 1]!,
              text: p.days[day - 1] === 0 ? say(w.off) : format.money(p.days[day - 1]!),
            }))}
          />
        </>
      ) : null}
      <h3 className="day-why">{say(w.dayWhy)}</h3>
      {reasons.length > 0 ? (
        <BarList
          bars={reasons.map((r) => ({
            key: `${r.what} ${r.percent}`,
            label: say(r.name),
            value: r.percent ?? 0,
            text: r.percent === undefined ? '' : format.signedPercent(r.percent / 100, 0),
          }))}
        />
      ) : (
        <p className="note">{say(w.dayWhyNone)}</p>
      )}
    </Sheet>
  )
}
