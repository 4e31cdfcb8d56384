import type { CSSProperties, ReactNode } from 'react'

export interface Bar {
  key: string
  label: ReactNode
  /** Length; its sign decides the side only by colour, as in "why November is split like this". */
  value: number
  /** Written after the bar. */
  text: ReactNode
  /** 'strong': the one to look at; 'soft'; 'against': pulls down. */
  tone?: 'strong' | 'soft' | 'against' | 'done' | 'late' | 'missed'
}

/**
 * Horizontal bars with their words: parts of a reason, people by share. Lengths share one scale; `mark` is a limit drawn across,
 * `room` what the words after a bar need (3.5em; else 8.5em).
 */
export function BarList(props: {
  bars: readonly Bar[]
  label?: string
  max?: number
  mark?: number
  room?: string
}) {
  const { bars, label, max, mark, room } = props
  const longest = max ?? Math.max(1e-9, ...bars.map((b) => Math.abs(b.value)))
  const isMarked = mark !== undefined && mark < longest
  return (
    <ul
      className={`bars${isMarked ? ' has-mark' : ''}`}
      aria-label={label}
      style={{ '--bar-words': room, ...(isMarked ? { '--mark': mark / longest } : {}) } as CSSProperties}
    >
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="bar-label">{bar.label}</span>
          <span className="bar-room">
            <i
              className={`bar bar-${bar.tone ?? (bar.value < 0 ? 'against' : 'soft')}`}
              style={{ '--share': Math.min(1, Math.abs(bar.value) / longest) } as CSSProperties}
            />
            <span className="bar-text num">{bar.text}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
