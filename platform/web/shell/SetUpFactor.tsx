import { useMutation } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useId, useRef } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { ErrorState, Loading } from '../parts/States.tsx'
import { hasPasskeys, makePasskey } from '../passkey.ts'
import { asProblem, type ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { deviceName } from '../session.ts'
import { accessWords as w } from './words.ts'

const QrPicture = lazy(() => import('../parts/DrawnQr.tsx'))

type Made = { codes?: string[] }

/** An authenticator app: scan, enter the first code. The picture is drawn here; the secret goes to nobody else. */
export function TotpSetUp({ onDone }: { onDone: (made: Made) => void }) {
  const say = useSay()
  const id = useId()
  const name = say(w.totp)
  const begin = useMutation<{ id: string; secret: string; address: string }, ProblemError>({
    mutationFn: async () => (await act('access.beginTotp', { name }, newId())) as never,
  })
  const started = useRef(false)
  const { mutate } = begin
  useEffect(() => {
    if (!started.current) mutate()
    started.current = true
  }, [mutate])
  const confirm = useMutation<Made, ProblemError, string>({
    mutationFn: async (code) =>
      (await act('access.confirmTotp', { id: begin.data!.id, code }, newId())) as Made,
    onSuccess: onDone,
  })
  if (begin.error) return <ErrorState problem={begin.error} onRetry={() => mutate()} />
  if (!begin.data) return <Loading lines={3} />
  const { secret, address } = begin.data
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate(String(new FormData(event.currentTarget).get('code')))
      }}
    >
      <p>{say(w.totpNote)}</p>
      <div className="totp-picture" role="img" aria-label={say(w.qrLabel)}>
        <Suspense>
          <QrPicture value={address} />
        </Suspense>
      </div>
      <p className="note">
        {say(w.totpByHand)}{' '}
        <code className="num totp-secret" translate="no">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      {confirm.error ? <FormProblem problem={confirm.error} /> : null}
      <div className="field">
        <label htmlFor={id}>{say(w.code)}</label>
        <input
          id={id}
          className="native-input num"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
      </div>
      <Button type="primary" size="large" htmlType="submit" block loading={confirm.isPending}>
        {say(w.finish)}
      </Button>
    </form>
  )
}

/** A passkey on this device. */
export function PasskeySetUp({ onDone }: { onDone: (made: Made) => void }) {
  const say = useSay()
  const add = useMutation<Made, ProblemError>({
    mutationFn: async () =>
      (await act('access.enrolPasskey', { ...(await makePasskey()), name: deviceName() }, newId())) as Made,
    onSuccess: onDone,
  })
  return (
    <div className="plain-form">
      <p>{say(w.passkeyNote)}</p>
      {add.error ? <FormProblem problem={asProblem(add.error)} /> : null}
      <Button
        type="primary"
        size="large"
        block
        disabled={!hasPasskeys()}
        loading={add.isPending}
        onClick={() => add.mutate()}
      >
        {say(hasPasskeys() ? w.addPasskey : w.noPasskeys)}
      </Button>
    </div>
  )
}

/** Shown once: nobody, not even this page, can show them again. */
export function RecoveryCodes({ codes, foot }: { codes: readonly string[]; foot?: ReactNode }) {
  const say = useSay()
  return (
    <div className="plain-form">
      <p>{say(w.codesNote)}</p>
      <ol className="recovery-codes num" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      {foot}
    </div>
  )
}
