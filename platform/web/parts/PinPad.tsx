import { type FormEvent, useId, useState } from 'react'
import { useSay } from '../say.ts'
import { padWords as w } from './pin-words.ts'
import './pin.css'

const longest = 6
const shortest = 4
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * Digits for a thumb; a keyboard types into the same field. What was typed goes when it turned out wrong: `wrong` is the answer to
 * the last try.
 */
export function PinPad(props: {
  label: string
  verb: string
  isBusy?: boolean
  wrong?: string | undefined
  onEnter: (pin: string) => void
}) {
  const { label, verb, isBusy = false, wrong, onEnter } = props
  const say = useSay()
  const id = useId()
  const [pin, type] = useState('')
  const put = (text: string) => type(text.replace(/\D/g, '').slice(0, longest))
  const isReady = pin.length >= shortest && !isBusy
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    onEnter(pin)
    type('')
  }
  return (
    <form className="pin-pad" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <span className="pin-dots" data-empty={pin.length === 0 || undefined}>
        {/* Hardware keys type here; the phone's own keyboard stays away. */}
        <input
          id={id}
          type="password"
          inputMode="none"
          autoComplete="off"
          maxLength={longest}
          value={pin}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => put(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: the pad is what one came for
          autoFocus
        />
      </span>
      <p id={`${id}-wrong`} className="field-problem" role="alert">
        {pin === '' ? wrong : null}
      </p>
      <div className="pin-keys">
        {keys.map((key) => (
          <button key={key} type="button" disabled={isBusy} onClick={() => put(pin + key)}>
            {key}
          </button>
        ))}
        <button
          type="button"
          className="pin-quiet"
          disabled={isBusy || pin === ''}
          onClick={() => put(pin.slice(0, -1))}
        >
          {say(w.back)}
        </button>
        <button type="button" disabled={isBusy} onClick={() => put(`${pin}0`)}>
          0
        </button>
        <button type="submit" className="pin-go" disabled={!isReady}>
          {verb}
        </button>
      </div>
    </form>
  )
}
