import { type Day, isDay, isMonth, type Month } from '../../kinds/day.ts'

interface DayInputProps {
  id?: string
  label?: string
  value?: Day
  onChange?: (day: Day) => void
  min?: Day
  max?: Day
}

/** The device's own date input: thumb-sized on the phone, typed on the desk. Fits in an antd Form.Item. */
export function DayInput({ id, label, value, onChange, min, max }: DayInputProps) {
  return (
    <input
      className="native-input"
      type="date"
      id={id}
      aria-label={label}
      value={value ?? ''}
      min={min}
      max={max}
      onChange={(event) => isDay(event.target.value) && onChange?.(event.target.value)}
    />
  )
}

interface MonthInputProps {
  id?: string
  label?: string
  value?: Month
  onChange?: (month: Month) => void
  min?: Month
  max?: Month
}

export function MonthInput({ id, label, value, onChange, min, max }: MonthInputProps) {
  return (
    <input
      className="native-input"
      type="month"
      id={id}
      aria-label={label}
      value={value ?? ''}
      min={min}
      max={max}
      onChange={(event) => isMonth(event.target.value) && onChange?.(event.target.value)}
    />
  )
}
