import { useState } from 'react'
import { DayInput, TimeInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { type Due, isSame, usualDues } from './due.ts'

/** Until when: the usual moments at one press, any other by day and clock. */
export function DueField({ value, onChange }: { value: Due; onChange: (due: Due) => void }) {
  const say = useSay()
  const { today, tomorrow } = usualDues()
  const usual = isSame(value, today) ? 'today' : isSame(value, tomorrow) ? 'tomorrow' : 'other'
  const [isOther, other] = useState(usual === 'other')
  return (
    <div className="due-field">
      <Choices
        label={say(p.answerBy)}
        value={isOther ? 'other' : usual}
        options={[
          ...(today ? [{ key: 'today' as const, label: say(p.todayAt, { time: today.time }) }] : []),
          { key: 'tomorrow' as const, label: say(p.tomorrowAt, { time: tomorrow.time }) },
          { key: 'other' as const, label: say(p.otherTime) },
        ]}
        onChange={(key) => {
          other(key === 'other')
          if (key === 'today' && today) onChange(today)
          if (key === 'tomorrow') onChange(tomorrow)
        }}
      />
      {isOther ? (
        <div className="due-own">
          <DayInput label={say(p.dueDay)} value={value.day} onChange={(day) => onChange({ ...value, day })} />
          <TimeInput
            label={say(p.dueTime)}
            value={value.time}
            onChange={(time) => onChange({ ...value, time })}
          />
        </div>
      ) : null}
    </div>
  )
}
