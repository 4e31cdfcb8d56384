import { useId, useState } from 'react'
import { dayOfMonth, weekdayOf } from '../../../platform/kinds/day.ts'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { BarList } from '../../../platform/web/parts/BarList.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { InputNumber } from '../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { PersonPart } from '../shape.ts'
import type { StoreAnswer } from './api.ts'
import type { MonthDraft } from './useMonthDraft.ts'
import { pageWords as w } from './words.ts'

/** Each person's month as a bar; share units and days off are one press away. */
export function PeopleSplit({
  answer,
  draft,
  mayEdit,
}: {
  answer: StoreAnswer
  draft: MonthDraft
  mayEdit: boolean
}) {
  const say = useSay()
  const format = useFormat()
  const [opened, open] = useState<string>()
  const names = new Map([
    ...answer.staff.map((p) => [p.person, p.name] as const),
    ...(answer.target?.people ?? []).map((p) => [p.person, p.name] as const),
  ])
  const parts = new Map(draft.parts.map((part) => [part.person, part]))
  const shares = new Map((draft.people ?? []).map((p) => [p.person, p.days]))
  const everyone = [...new Set([...draft.parts.map((p) => p.person), ...shares.keys()])]
  const staff = new Map(answer.staff.map((p) => [p.person, p]))
  if (draft.parts.length === 0) {
    return (
      <Card title={say(w.people)} sub={say(w.notSplit)}>
        {mayEdit ? (
          <Button type="primary" onClick={draft.splitToAll}>
            {say(w.splitNow)}
          </Button>
        ) : null}
      </Card>
    )
  }
  const label = (person: string) => {
    const part = parts.get(person)
    const text = (
      <>
        {names.get(person)} <span className="note">{part ? `${say(w.share)} ${part.factor}` : ''}</span>
      </>
    )
    return mayEdit && part && staff.has(person) ? (
      <button type="button" className="row-press" onClick={() => open(person)}>
        {text}
      </button>
    ) : (
      text
    )
  }
  const text = (days: readonly Money[]): string => {
    const working = days.filter((amount) => amount > 0).length
    return working === 0
      ? say(w.takesNoPart)
      : `${format.wan(sum(days), 2)} · ${say(w.daysAt, { days: working })}`
  }
  const chosen = opened ? staff.get(opened) : undefined
  return (
    <Card title={say(w.people)} sub={say(w.peopleNote)}>
      <BarList
        label={say(w.people)}
        bars={everyone.map((person) => {
          const days = shares.get(person) ?? []
          return { key: person, label: label(person), value: sum(days), text: text(days) }
        })}
      />
      {chosen ? (
        <PartSheet
          answer={answer}
          name={chosen.name}
          part={parts.get(chosen.person)!}
          present={chosen.present}
          away={chosen.away}
          onClose={() => open(undefined)}
          onChange={draft.changePart}
        />
      ) : null}
    </Card>
  )
}

function PartSheet(props: {
  answer: StoreAnswer
  name: string
  part: PersonPart
  present: readonly boolean[]
  away: readonly number[]
  onChange: (part: PersonPart) => void
  onClose: () => void
}) {
  const { answer, name, part, present, away, onChange, onClose } = props
  const say = useSay()
  const format = useFormat()
  const id = useId()
  const off = new Set(part.off)
  const toggle = (day: number) =>
    onChange({
      ...part,
      off: off.has(day) ? part.off.filter((d) => d !== day) : [...part.off, day].sort((a, b) => a - b),
    })
  return (
    <Sheet
      title={say(w.editPerson, { name })}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" type="primary" onClick={onClose}>
            {say(['好', 'Done'])}
          </Button>
        </div>
      }
    >
      <div className="field">
        <label htmlFor={id}>{say(w.share)}</label>
        <InputNumber
          id={id}
          size="large"
          min={0}
          max={10}
          step={0.1}
          value={part.factor}
          onChange={(value) => onChange({ ...part, factor: value ?? 0 })}
        />
        <span className="note">{say(w.shareHint)}</span>
      </div>
      <p className="note">{say(w.daysOffHint)}</p>
      <div className="month month-off">
        {answer.days.map(({ day }, d) => (
          <button
            key={day}
            type="button"
            className={`month-day${off.has(d + 1) || !present[d] ? ' is-off' : ''}${day < answer.today ? ' is-over' : ''}`}
            disabled={!present[d] || day < answer.today}
            style={d === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
            aria-pressed={off.has(d + 1)}
            aria-label={format.dayAndWeekday(day)}
            onClick={() => toggle(d + 1)}
          >
            <span className="month-number">{dayOfMonth(day)}</span>
            <span className="note">
              {away.includes(d + 1) ? say(w.awayDay) : off.has(d + 1) ? say(w.off) : format.weekday(day)}
            </span>
          </button>
        ))}
      </div>
    </Sheet>
  )
}
