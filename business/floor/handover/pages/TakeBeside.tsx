import { useState } from 'react'
import { useNetwork } from '../../../../platform/web/network.ts'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinPad } from '../../../../platform/web/parts/PinPad.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { h } from '../page-words.ts'
import { api, centsOf, type HandoverSeen, type Seen } from './api.ts'
import { Counts } from './GiveCard.tsx'
import { Lines } from './HandoverPage.tsx'

/** She who takes over counts and signs with her PIN, on the phone of whoever is signed in. */
export function TakeBeside(props: { seen: Seen; handover: HandoverSeen; onClose: () => void }) {
  const { seen, handover, onClose } = props
  const say = useSay()
  const isAway = useNetwork().state === 'down'
  const [cash, setCash] = useState('')
  const [keys, setKeys] = useState('')
  const [words, write] = useState('')
  const take = api.useDo('handovers.takeByPin', {
    onDone: () => {
      notice(say(h.taken))
      onClose()
    },
  })
  const wrong = wrongFields(take.error)
  const counted = centsOf(cash)
  const missing = counted === undefined ? h.fillCash : keys === '' ? h.fillKeys : undefined
  const hasPin = seen.withPin.includes(handover.taker)
  const isAtPad = wrong.pin ?? (take.error?.why === 'waitBeforeTrying' ? take.error.message : undefined)
  return (
    <Sheet title={say(h.besideTitle, { name: handover.takerName })} onClose={onClose}>
      <div className="handover-form">
        {isAway ? (
          <p role="status" className="handover-cannot">
            {say(h.besideAway)}
          </p>
        ) : hasPin ? (
          <>
            <p className="note">{say(h.besideNote, { name: handover.takerName })}</p>
            {take.error && !wrong.words && !isAtPad ? <FormProblem problem={take.error} /> : null}
            <Lines of={handover} />
            <Counts cash={cash} keys={keys} wrong={wrong} onCash={setCash} onKeys={setKeys} />
            {wrong.words ? (
              <div className="field">
                <b>{say(h.differsWords)}</b>
                <Input
                  aria-label={say(h.differsWords)}
                  maxLength={200}
                  size="large"
                  value={words}
                  onChange={(event) => write(event.target.value)}
                />
                <Wrong text={wrong.words} />
              </div>
            ) : null}
            {missing ? (
              <p className="note">{say(missing)}</p>
            ) : (
              <PinPad
                label={say(h.besidePin, { name: handover.takerName })}
                verb={say(h.besideSign)}
                isBusy={take.isPending}
                wrong={isAtPad}
                onEnter={(pin) =>
                  counted !== undefined &&
                  take.mutate({
                    store: seen.store.id,
                    id: handover.id,
                    cash: counted,
                    keys: Number(keys),
                    words: words || null,
                    pin,
                  })
                }
              />
            )}
          </>
        ) : (
          <p role="status" className="handover-cannot">
            {say(h.besideNoPin, { name: handover.takerName })}
          </p>
        )}
      </div>
    </Sheet>
  )
}
