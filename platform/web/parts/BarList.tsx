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

/** Horizontal bars with their words: parts of a reason, people by share. Lengths share one scale. */
export function BarList({ bars, label, max }: { bars: readonly Bar[]; label?: string; max?: number }) {
  const longest = max ?? Math.max(1e-9, ...bars.map((b) => Math.abs(b.value)))
  return (
    <ul className="bars" aria-label={label}>
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
