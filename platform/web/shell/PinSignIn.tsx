import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { see } from '../door.ts'
import { Icon } from '../parts/Icon.tsx'
import { PinPad } from '../parts/PinPad.tsx'
import { Empty, Seen } from '../parts/States.tsx'
import { type Position, positionName } from '../positions.ts'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { signInByPin, useName } from '../session.ts'
import { webWords } from '../words.ts'
import { Outside } from './Outside.tsx'
import { accessWords as w } from './words.ts'

interface Someone {
  person: string
  name: string
  position: Position
  hasPin: boolean
}
interface StoreDevice {
  device: { name: string; store: string; storeEn: string | null } | null
  people: Someone[]
}

/** On the store's own device: who, then the PIN. */
export default function PinSignIn({ isDemo, onOther }: { isDemo: boolean; onOther: () => void }) {
  const say = useSay()
  const name = useName()
  const [chosen, choose] = useState<Someone>()
  const here = useQuery<StoreDevice, ProblemError>({
    queryKey: ['access.storeDevice', {}],
    queryFn: async ({ signal }) => (await see('access.storeDevice', {}, signal)) as StoreDevice,
  })
  const enter = useMutation<void, ProblemError, { person: string; pin: string }>({
    mutationFn: ({ person, pin }) => signInByPin(person, pin),
  })
  const device = here.data?.device
  const sub = device
    ? say(w.pinDevice, { store: name({ name: device.store, nameEn: device.storeEn }), device: device.name })
    : say(webWords.signInSub)
  const leave = (someone: Someone | undefined) => {
    enter.reset()
    choose(someone)
  }
  return (
    <Outside title={chosen ? chosen.name : say(w.pinWho)} sub={sub} width="narrow">
      {chosen?.hasPin ? (
        <PinPad
          key={chosen.person}
          label={say(w.pinEnter, { name: chosen.name })}
          verb={say(webWords.signIn)}
          isBusy={enter.isPending}
          wrong={enter.error?.message}
          onEnter={(pin) => enter.mutate({ person: chosen.person, pin })}
        />
      ) : chosen ? (
        <p role="status">{say(w.pinNotNext, { name: chosen.name })}</p>
      ) : (
        <Seen of={here}>
          {({ people }) =>
            people.length === 0 ? (
              <Empty title={say(w.pinNobody)} />
            ) : (
              <People people={people} onChoose={leave} />
            )
          }
        </Seen>
      )}
      {isDemo && chosen?.hasPin ? <p className="note pin-demo">{say(w.pinDemo)}</p> : null}
      <div className="pin-others">
        {chosen ? (
          <button type="button" className="outside-link" onClick={() => leave(undefined)}>
            {say(w.pinOtherPerson)}
          </button>
        ) : null}
        <button type="button" className="outside-link" onClick={onOther}>
          {say(w.pinOther)}
        </button>
      </div>
    </Outside>
  )
}

function People({ people, onChoose }: { people: readonly Someone[]; onChoose: (s: Someone) => void }) {
  const say = useSay()
  return (
    <ul className="pin-people">
      {people.map((someone) => (
        <li key={someone.person}>
          <button
            type="button"
            className={someone.hasPin ? 'has-pin' : undefined}
            onClick={() => onChoose(someone)}
          >
            <span className="pin-face" aria-hidden="true">
              {[...someone.name].at(-1)}
            </span>
            <span>
              <b translate="no">{someone.name}</b>
              <small>
                {say(positionName(someone.position))}
                {someone.hasPin ? '' : ` · ${say(w.pinNot)}`}
              </small>
            </span>
            <Icon name="forward" size={18} />
          </button>
        </li>
      ))}
    </ul>
  )
}
