import { useEffect, useId, useRef, useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { doKept, waits } from '../outbox/outbox.ts'
import { asProblem } from '../problem.ts'
import { useSay } from '../say.ts'
import { useMay } from '../session.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Photo, type PhotoPlace } from './Photo.tsx'
import { photoPartWords as w } from './photo-words.ts'
import { type Shrunk, shrink } from './shrink.ts'
import { Wrong } from './Wrong.tsx'

type Step = 'making' | 'sending' | undefined
type Shot = Shrunk & { readonly id: string; readonly takenAt: string }

/**
 * Takes a photograph with the phone's camera, makes it smaller and sends it at once; the form around it holds its id only. Without
 * signal it goes out by itself as any act that may wait; what may not stays here and is sent again with a press.
 */
export function PhotoField(props: {
  /** The action that takes it in. */
  act: string
  place: PhotoPlace
  label: string
  value: string | null
  onChange: (id: string | null) => void
  isNeeded?: boolean
  /** False where a picture is chosen that was made elsewhere. */
  isCamera?: boolean
  /** The picture over its button, as wide as its place. */
  isTall?: boolean
  /** What the server said of the field. */
  wrong?: string | undefined
}) {
  const { act: name, place, label, value, onChange, isNeeded, isCamera = true, isTall = false, wrong } = props
  const say = useSay()
  const { may, reason } = useMay(name)
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [step, go] = useState<Step>()
  const [problem, complain] = useState<string>()
  // What was taken here is shown from here; a repeated sending is the same photograph.
  const [shot, hold] = useState<Shot>()
  const [isUnsent, leave] = useState(false)
  useEffect(() => () => shot && URL.revokeObjectURL(shot.preview), [shot])

  const send = async (one: Shot) => {
    go('sending')
    complain(undefined)
    const { id, picture, takenAt } = one
    const input = { ...(place.store ? { store: place.store } : {}), id, picture, takenAt }
    try {
      await (waits(name) ? doKept(name, input, id, label) : act(name, input, id))
      leave(false)
      onChange(id)
    } catch (fault) {
      const { message, isNetwork, isBusy, isWaiting } = asProblem(fault)
      // Without signal it lies in the outbox, before the record that will show it.
      if (isWaiting) onChange(id)
      else if (!isNetwork && !isBusy) hold(undefined)
      leave(!isWaiting && (isNetwork || isBusy))
      complain(message)
    } finally {
      go(undefined)
    }
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    const takenAt = new Date().toISOString()
    go('making')
    complain(undefined)
    let shrunk: Shrunk
    try {
      shrunk = await shrink(file)
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault
      go(undefined)
      return complain(say(w.unreadable))
    }
    const one = { ...shrunk, id: newId(), takenAt }
    hold(one)
    await send(one)
  }
  const says = `${label}${isNeeded ? ` (${say(w.needed)})` : ''}`
  return (
    <div className={`photo-field${isTall ? ' is-tall' : ''}`}>
      <input
        ref={input}
        id={field}
        type="file"
        accept="image/*"
        {...(isCamera ? { capture: 'environment' as const } : {})}
        className="sr-only"
        tabIndex={-1}
        aria-label={says}
        disabled={!may || step !== undefined}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          void take(file)
          event.target.value = ''
        }}
      />
      {shot && (isUnsent || step || value === shot.id) ? (
        <img className={`photo-own${value === shot.id ? '' : ' is-unsent'}`} src={shot.preview} alt={label} />
      ) : value ? (
        <Photo place={place} id={value} alt={label} />
      ) : isTall ? (
        <div className="photo-frame" aria-hidden="true" />
      ) : null}
      <div className="photo-field-acts">
        <span className="photo-field-label">{says}</span>
        {step ? (
          <span className="photo-step" role="status">
            <span className="btn-turning" aria-hidden="true" /> {say(w[step])}
          </span>
        ) : (
          <span className="photo-buttons">
            {shot && isUnsent ? (
              <Button type="primary" onClick={() => void send(shot)}>
                {say(w.again)}
              </Button>
            ) : null}
            <Button
              size="large"
              disabled={!may}
              title={may ? undefined : reason}
              icon={<Icon name="camera" />}
              onClick={() => input.current?.click()}
            >
              {say(value || isUnsent ? (isCamera ? w.retake : w.other) : isCamera ? w.take : w.choose)}
            </Button>
            {value && !isNeeded ? (
              <Button type="text" onClick={() => onChange(null)}>
                {say(w.remove)}
              </Button>
            ) : null}
          </span>
        )}
        <Wrong text={problem ?? wrong} />
      </div>
    </div>
  )
}
