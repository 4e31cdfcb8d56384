import type { ChangeEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export interface SelectOption<V extends string> {
  value: V
  label: string
  disabled?: boolean
}
export interface SelectProps<V extends string> {
  id?: string
  'aria-label'?: string
  options: readonly SelectOption<V>[]
  value?: V | null
  onChange?: (value: V) => void
  /** Stands where nothing is chosen yet. */
  placeholder?: string
  size?: 'large' | 'middle'
  disabled?: boolean
}

/** One of a few: the device's own list, which a thumb knows. For people, stores and styles there is PinyinSelect. */
export function Select<V extends string = string>(props: SelectProps<V>) {
  const { options, value, onChange, placeholder, size = 'middle', ...rest } = props
  const isEmpty = value === undefined || value === null || !options.some((o) => o.value === value)
  return (
    <span className={`input input-${size} input-select`}>
      <select
        {...rest}
        value={isEmpty ? '' : value}
        onChange={(event) => onChange?.(event.target.value as V)}
        className={isEmpty ? 'is-empty' : undefined}
      >
        {isEmpty ? (
          <option value="" disabled hidden>
            {placeholder ?? ''}
          </option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={18} />
    </span>
  )
}

export interface CheckboxProps {
  id?: string
  checked?: boolean
  disabled?: boolean
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
  children?: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input type="checkbox" {...rest} checked={rest.checked ?? false} readOnly={!rest.onChange} />
      {children === undefined ? null : <span>{children}</span>}
    </label>
  )
}

export interface SwitchProps {
  id?: string
  'aria-label'?: string
  checked?: boolean
  disabled?: boolean
  onChange?: (checked: boolean) => void
}

/** On or off, at once. In a Form.Item: `valuePropName="checked"`. */
export function Switch({ checked, onChange, ...rest }: SwitchProps) {
  return (
    <button
      {...rest}
      type="button"
      role="switch"
      aria-checked={checked ?? false}
      className="switch"
      onClick={() => onChange?.(!(checked ?? false))}
    />
  )
}
