import { type FormEvent, useId, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { Icon } from '../parts/Icon.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

export interface Login {
  login: string
  password: string
}

/** One field at a time: who, then the password; plain inputs, since this is the first thing a phone loads. */
export function SignInForm(props: {
  isBusy: boolean
  problem: ProblemError | null
  onEnter: (login: Login) => void
}) {
  const say = useSay()
  const id = useId()
  const [login, setLogin] = useState('')
  const [isNamed, name] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const password = String(given.get('password') ?? '')
    // A password manager may have filled both at once.
    if (isNamed || password) props.onEnter({ login: login.trim(), password })
    else name(true)
  }
  return (
    <form className="plain-form" onSubmit={submit}>
      {props.problem ? <FormProblem problem={props.problem} /> : null}
      {isNamed ? (
        <button type="button" className="sign-in-who" onClick={() => name(false)}>
          <Icon name="back" size={18} />
          <b>{login.trim()}</b>
          <span className="note">{say(webWords.otherAccount)}</span>
        </button>
      ) : null}
      <div className="field" hidden={isNamed}>
        <label htmlFor={`${id}-login`}>{say(webWords.login)}</label>
        <input
          id={`${id}-login`}
          className="native-input"
          name="login"
          autoComplete="username"
          autoCapitalize="off"
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      {isNamed ? (
        <div className="field">
          <label htmlFor={`${id}-password`}>{say(webWords.password)}</label>
          <input
            id={`${id}-password`}
            className="native-input"
            name="password"
            type="password"
            autoComplete="current-password"
            // biome-ignore lint/a11y/noAutofocus: the step before it was left by pressing its button
            autoFocus
            required
          />
        </div>
      ) : null}
      <Button type="primary" size="large" htmlType="submit" block loading={props.isBusy}>
        {say(isNamed ? webWords.signIn : webWords.goOn)}
      </Button>
    </form>
  )
}
