import { useEffect, useId, useRef, useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
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

/**
 * Takes a photograph with the phone's camera, makes it smaller and sends it at once; the form around it holds its id only. What
 * could not be sent stays here and is sent again with a press.
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
  /** False where the page itself shows what was taken. */
  isShown?: boolean
  /** What the server said of the field. */
  wrong?: string | undefined
}) {
  const { act: name, place, label, value, onChange, isNeeded, isCamera = true, isShown = true, wrong } = props
  const say = useSay()
  const { may, reason } = useMay(name)
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [step, go] = useState<Step>()
  const [problem, complain] = useState<string>()
  // What was taken and is not with the server yet; a repeated sending is the same photograph.
  const [waiting, hold] = useState<(Shrunk & { id: string; takenAt: string }) | undefined>()
  useEffect(() => () => waiting && URL.revokeObjectURL(waiting.preview), [waiting])

  const send = async (one: NonNullable<typeof waiting>) => {
    go('sending')
    complain(undefined)
    const { id, picture, takenAt } = one
    try {
      await act(name, { ...(place.store ? { store: place.store } : {}), id, picture, takenAt }, id)
      hold(undefined)
      onChange(id)
    } catch (fault) {
      const { message, isNetwork, isBusy } = asProblem(fault)
      // What was refused is not sent again as it is.
      if (!isNetwork && !isBusy) hold(undefined)
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
    <div className="photo-field">
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
      {waiting ? (
        <img className="photo-waiting" src={waiting.preview} alt={label} />
      ) : value && isShown ? (
        <Photo place={place} id={value} alt={label} />
      ) : null}
      <div className="photo-field-acts">
        <span className="photo-field-label">{says}</span>
        {step ? (
          <span className="photo-step" role="status">
            <span className="btn-turning" aria-hidden="true" /> {say(w[step])}
          </span>
        ) : (
          <span className="photo-buttons">
            {waiting ? (
              <Button type="primary" onClick={() => void send(waiting)}>
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
              {say(value || waiting ? (isCamera ? w.retake : w.other) : isCamera ? w.take : w.choose)}
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
