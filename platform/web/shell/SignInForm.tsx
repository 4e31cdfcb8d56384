import { Button } from 'antd'
import { type FormEvent, useId } from 'react'
import { FormProblem } from '../parts/FormProblem.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

export interface Login {
  login: string
  password: string
}

/** Job number or phone, and password; plain inputs, since this is the first thing a phone loads. */
export function SignInForm(props: {
  isBusy: boolean
  problem: ProblemError | null
  onEnter: (login: Login) => void
}) {
  const say = useSay()
  const id = useId()
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    props.onEnter({ login: String(given.get('login')).trim(), password: String(given.get('password')) })
  }
  return (
    <form className="plain-form" onSubmit={enter}>
      {props.problem ? <FormProblem problem={props.problem} /> : null}
      <div className="field">
        <label htmlFor={`${id}-login`}>{say(webWords.login)}</label>
        <input
          id={`${id}-login`}
          className="native-input"
          name="login"
          autoComplete="username"
          autoCapitalize="off"
          required
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-password`}>{say(webWords.password)}</label>
        <input
          id={`${id}-password`}
          className="native-input"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </div>
      <Button type="primary" size="large" htmlType="submit" block loading={props.isBusy}>
        {say(webWords.signIn)}
      </Button>
    </form>
  )
}
