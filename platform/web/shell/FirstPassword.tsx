import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { startAfresh } from '../session.ts'
import { Outside } from './Outside.tsx'
import { accessWords as w } from './words.ts'

/** The first sign-in with what somebody else gave: one field, a password of one's own. */
export function FirstPassword({ foot }: { foot: ReactNode }) {
  const say = useSay()
  const id = useId()
  const [isShown, show] = useState(false)
  const choose = useMutation<void, ProblemError, string>({
    mutationFn: async (next) => {
      await act('access.choosePassword', { next }, newId())
      await startAfresh()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    choose.mutate(String(new FormData(event.currentTarget).get('next')))
  }
  return (
    <Outside title={say(w.firstPassword)} sub={say(w.firstPasswordSub)} width="narrow">
      <form className="plain-form" onSubmit={submit}>
        {choose.error ? <FormProblem problem={choose.error} /> : null}
        <div className="field">
          <label htmlFor={id}>{say(w.newPassword)}</label>
          <input
            id={id}
            className="native-input"
            name="next"
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            aria-describedby={`${id}-hint`}
            required
            minLength={8}
          />
          <p className="note" id={`${id}-hint`}>
            {say(w.passwordHint)}
          </p>
        </div>
        <label className="plain-check">
          <input type="checkbox" checked={isShown} onChange={(event) => show(event.target.checked)} />
          {say(w.showPassword)}
        </label>
        <Button type="primary" size="large" htmlType="submit" block loading={choose.isPending}>
          {say(w.saveAndEnter)}
        </Button>
      </form>
      {foot}
    </Outside>
  )
}
