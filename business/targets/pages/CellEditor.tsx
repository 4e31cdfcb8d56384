import { useEffect, useRef, useState } from 'react'
import type { Money } from '../../../platform/kinds/money.ts'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { parseUnit, unitText } from './amounts.ts'
import { pageWords as w } from './words.ts'

/** The field inside a cell: Enter goes down, Tab goes right, Escape leaves it as it was. */
export function CellEditor(props: {
  /** What was typed to open it; empty: the amount itself, to be changed. */
  start: string
  amount: Money
  onDone: (amount: Money | undefined, then: 'stay' | 'down' | 'right') => void
}) {
  const say = useSay()
  const language = useLanguage()
  const [text, setText] = useState(props.start || unitText(props.amount, language))
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (props.start === '') field.current?.select()
  }, [props.start])

  const amount = parseUnit(text, language)
  const done = (then: 'stay' | 'down' | 'right', taken = amount) => {
    if (isDone.current) return
    isDone.current = true
    props.onDone(taken === props.amount ? undefined : taken, then)
  }
  return (
    <input
      ref={field}
      className="matrix-field num"
      inputMode="decimal"
      aria-label={say(w.target)}
      aria-invalid={amount === undefined}
      title={amount === undefined ? say(w.notAnAmount) : undefined}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => done('stay')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault()
          event.stopPropagation()
          if (amount !== undefined) done(event.key === 'Tab' ? 'right' : 'down')
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          isDone.current = true
          props.onDone(undefined, 'stay')
        }
      }}
    />
  )
}
