import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act, see } from '../door.ts'
import { Act } from '../parts/Act.tsx'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { notice } from '../parts/notice.tsx'
import { PinPad } from '../parts/PinPad.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Seen } from '../parts/States.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { useMay, useMe } from '../session.ts'
import { webWords } from '../words.ts'
import { accessWords as w } from './words.ts'

/** One's own PIN for the store's devices; only who works in a store has one. */
export function PinCard() {
  const { may } = useMay('access.setPin')
  return may ? <OwnPin /> : null
}

function OwnPin() {
  const say = useSay()
  const me = useMe()
  const queries = useQueryClient()
  const [doing, start] = useState<'set' | 'drop'>()
  const pin = useQuery<{ has: boolean }, ProblemError>({
    queryKey: ['access.pin', {}],
    queryFn: async ({ signal }) => (await see('access.pin', {}, signal)) as { has: boolean },
  })
  const done = (text: string) => {
    start(undefined)
    notice(text)
    void queries.invalidateQueries({ queryKey: ['access.pin'] })
  }
  const drop = useMutation<unknown, ProblemError>({
    mutationFn: () => act('access.dropPin', {}, newId()),
    onSuccess: () => done(say(w.pinDropped)),
  })
  const off = me.byPin ? say(w.pinOwnSignIn) : undefined
  return (
    <Card title={say(w.pin)} sub={say(w.pinWhy)}>
      <Seen of={pin} lines={1}>
        {({ has }) => (
          <>
            <p className="note">{say(has ? w.pinHas : w.pinNone)}</p>
            <div className="security-acts">
              <Act offBecause={off} onClick={() => start('set')}>
                {say(has ? w.pinChange : w.pinSet)}
              </Act>
              {has && !me.byPin ? <Button onClick={() => start('drop')}>{say(w.pinDrop)}</Button> : null}
            </div>
          </>
        )}
      </Seen>
      {doing === 'set' ? (
        <SetPin onDone={() => done(say(w.pinSaved))} onClose={() => start(undefined)} />
      ) : null}
      {doing === 'drop' ? (
        <ConfirmSheet
          title={say(w.pinDrop)}
          verb={say(w.pinDrop)}
          isDanger
          isBusy={drop.isPending}
          problem={drop.error}
          onConfirm={() => drop.mutate()}
          onClose={() => start(undefined)}
        >
          <p>{say(w.pinDropNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}

/** Typed twice, since nobody sees what a thumb hits. */
function SetPin({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const say = useSay()
  const [first, keep] = useState<string>()
  const [differs, setDiffers] = useState(false)
  const set = useMutation<unknown, ProblemError, string>({
    mutationFn: (pin) => act('access.setPin', { pin }, newId()),
    onSuccess: onDone,
    onError: () => keep(undefined),
  })
  const enter = (pin: string) => {
    setDiffers(false)
    if (first === undefined) {
      set.reset()
      keep(pin)
    } else if (first === pin) set.mutate(pin)
    else {
      keep(undefined)
      setDiffers(true)
    }
  }
  const isAtField = (set.error?.fields.length ?? 0) > 0
  return (
    <Sheet title={say(w.pinSet)} onClose={onClose}>
      {set.error && !isAtField ? <FormProblem problem={set.error} /> : null}
      <PinPad
        key={first === undefined ? 'first' : 'again'}
        label={say(first === undefined ? w.pinNew : w.pinAgain)}
        verb={say(first === undefined ? webWords.goOn : webWords.save)}
        isBusy={set.isPending}
        wrong={differs ? say(w.pinDiffers) : isAtField ? set.error?.message : undefined}
        onEnter={enter}
      />
    </Sheet>
  )
}
