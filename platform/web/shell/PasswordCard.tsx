import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { Act } from '../parts/Act.tsx'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { notice } from '../parts/notice.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { useMe } from '../session.ts'
import { accessWords as w } from './words.ts'

export function PasswordCard() {
  const say = useSay()
  const me = useMe()
  const [isChanging, change] = useState(false)
  return (
    <Card title={say(w.password)}>
      <Act offBecause={me.demo ? say(w.demoFixed) : undefined} onClick={() => change(true)}>
        {say(w.changePassword)}
      </Act>
      {isChanging ? <ChangePassword onClose={() => change(false)} /> : null}
    </Card>
  )
}

interface Values {
  present: string
  next: string
}
function ChangePassword({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const me = useMe()
  const change = useMutation<unknown, ProblemError, Values>({
    mutationFn: (values) => act('access.changePassword', values, newId()),
    onSuccess: () => {
      notice(say(w.passwordChanged))
      onClose()
    },
  })
  const problemAt = (field: keyof Values) => change.error?.fields.find((f) => f.field === field)?.message
  return (
    <Sheet title={say(w.changePassword)} onClose={onClose}>
      <p className="prove-note">{say(w.changeNote)}</p>
      <form
        className="plain-form"
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          change.mutate({ present: String(given.get('present')), next: String(given.get('next')) })
        }}
      >
        {change.error && change.error.fields.length === 0 ? <FormProblem problem={change.error} /> : null}
        <input hidden name="login" autoComplete="username" defaultValue={me.person.jobNumber} />
        <SecretField
          name="present"
          label={say(w.presentPassword)}
          autoComplete="current-password"
          problem={problemAt('present')}
        />
        <SecretField
          name="next"
          label={say(w.newPassword)}
          autoComplete="new-password"
          problem={problemAt('next')}
          hint={say(w.passwordHint)}
        />
        <Button type="primary" size="large" htmlType="submit" block loading={change.isPending}>
          {say(w.changePassword)}
        </Button>
      </form>
    </Sheet>
  )
}

function SecretField(props: {
  name: keyof Values
  label: string
  autoComplete: string
  problem: string | undefined
  hint?: string
}) {
  const { name, label, autoComplete, problem, hint } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="native-input"
        name={name}
        type="password"
        autoComplete={autoComplete}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
        required
      />
      <p className={problem ? 'field-problem' : 'note'} id={`${id}-note`}>
        {problem ?? hint}
      </p>
    </div>
  )
}
