import { type ReactNode, useState } from 'react'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { type Explanation, ExplanationSheet } from './Explanation.tsx'

export interface FigureProps {
  /** What it is; needed for the ear when `explain` is given, shown above the number in a strip. */
  label: string
  /** Already written by `useFormat()`: ¥12,860 */
  value: string
  /** Beside the number, in second ink: 件, /人 … */
  unit?: ReactNode
  /** Beside the number: / 18,600 */
  target?: ReactNode
  note?: ReactNode
  /** Colours the number; the note says the same in words. */
  tone?: 'plain' | 'rise' | 'fall' | 'done' | 'late' | 'missed'
  /** 'big': 38 px, the one of the screen; 'strip': 24 px in a FigureStrip; 'small': 15 px. */
  size?: 'big' | 'strip' | 'small'
  /** Every figure opens its explanation: the card's data, or what fetches it when pressed. */
  explain?: Explanation | (() => Promise<Explanation>)
}

export function Figure({
  label,
  value,
  unit,
  target,
  note,
  tone = 'plain',
  size = 'big',
  explain,
}: FigureProps) {
  const say = useSay()
  const [isOpen, open] = useState(false)
  const number = (
    <>
      <span className={`figure-value tone-${tone}`}>{value}</span>
      {unit ? <span className="figure-unit">{unit}</span> : null}
      {target ? <span className="figure-target">/ {target}</span> : null}
    </>
  )
  return (
    <div className={`figure figure-of-${size}`}>
      {size === 'big' ? null : <div className="figure-label">{label}</div>}
      {explain ? (
        <button
          type="button"
          className="figure-number figure-press"
          title={say(webWords.explain, { label })}
          onClick={() => open(true)}
        >
          <span className="sr-only">{label} </span>
          {number}
        </button>
      ) : (
        <div className="figure-number">
          <span className="sr-only">{label} </span>
          {number}
        </div>
      )}
      {note ? <div className="figure-note">{note}</div> : null}
      {explain && isOpen ? (
        <ExplanationSheet label={label} value={value} explain={explain} onClose={() => open(false)} />
      ) : null}
    </div>
  )
}

/** Figures side by side in one card, hairlines between; two a row on the phone. */
export const FigureStrip = ({ children }: { children: ReactNode }) => (
  <section className="figure-strip">{children}</section>
)
