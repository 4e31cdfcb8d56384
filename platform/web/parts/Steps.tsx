import type { ReactNode } from 'react'
import { Go } from '../place.tsx'
import { Icon } from './Icon.tsx'

export interface Step {
  key: string
  label: ReactNode
  /** Its page, when it can be gone to. */
  to?: string
  search?: Record<string, string | number | undefined>
  isDone?: boolean
}

/** Levels of one matter from left to right (公司 · 年 — 区域 · 月 — 店铺 · 日 — 人 · 日). */
export function Steps({
  steps,
  current,
  note,
}: {
  steps: readonly Step[]
  current: string
  note?: ReactNode
}) {
  return (
    <div className="steps">
      <ol>
        {steps.map(({ key, label, to, search, isDone }) => {
          const isHere = key === current
          const className = `step${isHere ? ' is-here' : ''}`
          const inner = (
            <>
              {isDone ? <Icon name="check" size={14} /> : null}
              {label}
            </>
          )
          return (
            <li key={key} aria-current={isHere ? 'step' : undefined}>
              {to && !isHere ? (
                <Go to={to} {...(search ? { search } : {})} className={className}>
                  {inner}
                </Go>
              ) : (
                <span className={className}>{inner}</span>
              )}
            </li>
          )
        })}
      </ol>
      {note ? <span className="steps-note">{note}</span> : null}
    </div>
  )
}

/** A word in a small frame: a state, a kind of store. */
export function Chip({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'done' | 'late' | 'missed' | 'excused'
  children: ReactNode
}) {
  return <span className={`chip chip-${tone}`}>{children}</span>
}

/** Choices as small frames, one of them taken: sizes on a ticket. Struck through when there is none left. */
export function Choices<K extends string>(props: {
  label: string
  value: K | undefined
  options: readonly { key: K; label: ReactNode; isGone?: boolean }[]
  onChange: (key: K) => void
}) {
  const { label, value, options, onChange } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips in every browser
    <div className="choices" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          className={`choice${option.key === value ? ' is-taken' : ''}${option.isGone ? ' is-gone' : ''}`}
          aria-pressed={option.key === value}
          onClick={() => onChange(option.key)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
