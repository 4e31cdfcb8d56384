import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import type { ProblemError } from '../problem.ts'
import { proveWith } from '../proof.ts'
import { useSay } from '../say.ts'
import { useMe } from '../session.ts'
import { webWords } from '../words.ts'
import { accessWords as w } from './words.ts'

/** Waits until a weighty act asks who one is. */
export default function ProveSheet() {
  const [answer, setAnswer] = useState<{ with: (proven: boolean) => void }>()
  useEffect(() => proveWith(() => new Promise<boolean>((resolve) => setAnswer({ with: resolve }))), [])
  if (!answer) return null
  const close = (proven: boolean) => {
    setAnswer(undefined)
    answer.with(proven)
  }
  return <Prove onProven={() => close(true)} onClose={() => close(false)} />
}

function Prove({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const me = useMe()
  const form = useRef<HTMLFormElement>(null)
  const prove = useMutation<unknown, ProblemError, string>({
    mutationFn: (password) => act('access.proveByPassword', { password }, newId()),
    onSuccess: onProven,
  })
  return (
    <Sheet
      title={say(w.proveTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            loading={prove.isPending}
            onClick={() => form.current?.requestSubmit()}
          >
            {say(w.proveGo)}
          </Button>
        </div>
      }
    >
      <form
        ref={form}
        className="plain-form"
        onSubmit={(event) => {
          event.preventDefault()
          prove.mutate(String(new FormData(event.currentTarget).get('password')))
        }}
      >
        {prove.error ? <FormProblem problem={prove.error} /> : null}
        <p>{say(w.proveNote)}</p>
        <input hidden name="login" autoComplete="username" defaultValue={me.person.jobNumber} />
        <div className="field">
          <label htmlFor={id}>{say(webWords.password)}</label>
          <input
            id={id}
            className="native-input"
            name="password"
            type="password"
            autoComplete="current-password"
            defaultValue={me.demo ? 'demo' : ''}
            required
          />
          {me.demo ? <p className="note">{say(w.proveDemo)}</p> : null}
        </div>
      </form>
    </Sheet>
  )
}
