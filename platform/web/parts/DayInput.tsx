import { useRef, useState } from 'react'
import { type Day, isDay, isMonth, type Month } from '../../kinds/day.ts'
import { useFormat } from '../format.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Icon } from './Icon.tsx'

interface Limits<Value> {
  id?: string
  label?: string
  value?: Value
  onChange?: (value: Value) => void
  min?: Value
  max?: Value
}

/** A day written as people write it; pressed, the device's own picker opens, and on the desk it can be typed. */
export function DayInput(props: Limits<Day>) {
  const format = useFormat()
  return <Chosen {...props} type="date" is={isDay} written={format.dayChosen} />
}

export function MonthInput(props: Limits<Month>) {
  const format = useFormat()
  return <Chosen {...props} type="month" is={isMonth} written={format.month} />
}

/** 'HH:MM', always on the clock of 24 hours. */
export function TimeInput(props: Limits<string>) {
  return <Chosen {...props} type="time" is={isTime} written={(time) => time} />
}
const isTime = (text: string): text is string => /^\d\d:\d\d$/.test(text)

function Chosen<Value extends string>(
  props: Limits<Value> & {
    type: 'date' | 'month' | 'time'
    is: (text: string) => text is Value
    written: (value: Value) => string
  },
) {
  const { id, label, value, onChange, min, max, type, is, written } = props
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  // The device's own way of writing is shown only while somebody types into it.
  const [isTyped, typed] = useState(false)
  const open = (): void => {
    // Firefox on the desk opens it by itself; Safari before 16 has no other way than typing.
    if (typeof input.current?.showPicker === 'function') input.current.showPicker()
    else typed(true)
  }
  return (
    <span className={`day-input${value ? '' : ' is-empty'}${isTyped ? ' is-typed' : ''}`}>
      <span aria-hidden="true">{value ? written(value) : say(webWords.chooseDay)}</span>
      <Icon name={type === 'time' ? 'history' : 'calendar'} size={18} />
      <input
        ref={input}
        className="native-input"
        type={type}
        id={id}
        aria-label={label}
        value={value ?? ''}
        min={min}
        max={max}
        onClick={open}
        onKeyDown={(event) => {
          if (/^(\d|Arrow|Backspace|Delete)/.test(event.key)) typed(true)
        }}
        onBlur={() => typed(false)}
        onChange={(event) => is(event.target.value) && onChange?.(event.target.value)}
      />
    </span>
  )
}
