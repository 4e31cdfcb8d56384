import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useRef } from 'react'
import { newId } from '../../kinds/id.ts'
import { act, see } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { ErrorState, Loading } from '../parts/States.tsx'
import { hasPasskeys, signWithPasskey } from '../passkey.ts'
import { asProblem, type ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { startAfresh } from '../session.ts'
import { webWords } from '../words.ts'
import { Outside } from './Outside.tsx'
import { accessWords as w } from './words.ts'

/** How a person can prove who he is: the answer of `access.proofs`. */
interface Proofs {
  totp: boolean
  passkey: boolean
  recovery: boolean
  password: boolean
}

/** After the password: the passkey, or the code of the app. */
export function SecondStep({ foot }: { foot: ReactNode }) {
  const say = useSay()
  return (
    <Outside title={say(w.secondStep)} sub={say(w.secondStepSub)} width="narrow">
      <ProveFields onProven={() => void startAfresh()} />
      {foot}
    </Outside>
  )
}

/** One field and one button for whatever the person has: passkey, code, or password. */
export function ProveFields({
  onProven,
  username,
  password,
}: {
  onProven: () => void
  username?: string
  password?: string
}) {
  const say = useSay()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const proofs = useQuery<Proofs, ProblemError>({
    queryKey: ['access.proofs', {}],
    queryFn: async ({ signal }) => (await see('access.proofs', {}, signal)) as Proofs,
    staleTime: 0,
  })
  const prove = useMutation<unknown, ProblemError, { passkey: true } | { secret: string }>({
    mutationFn: async (by) => {
      if ('passkey' in by)
        return act('access.proveByPasskey', await signWithPasskey('access.passkeyToProve'), newId())
      return proofs.data?.password
        ? act('access.proveByPassword', { password: by.secret }, newId())
        : act('access.proveByCode', { code: by.secret }, newId())
    },
    onSuccess: onProven,
  })
  if (proofs.error) return <ErrorState problem={proofs.error} onRetry={() => void proofs.refetch()} />
  if (!proofs.data) return <Loading lines={2} />
  const { passkey, password: isPassword } = proofs.data
  const offersPasskey = passkey && hasPasskeys()
  return (
    <form
      ref={form}
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault()
        prove.mutate({ secret: String(new FormData(event.currentTarget).get('secret')) })
      }}
    >
      {prove.error ? <FormProblem problem={asProblem(prove.error)} /> : null}
      {offersPasskey ? (
        <Button
          type="primary"
          size="large"
          block
          loading={prove.isPending && 'passkey' in prove.variables}
          onClick={() => prove.mutate({ passkey: true })}
        >
          {say(w.usePasskey)}
        </Button>
      ) : null}
      {isPassword && username ? (
        <input hidden name="login" autoComplete="username" defaultValue={username} />
      ) : null}
      <div className="field">
        <label htmlFor={id}>{say(isPassword ? webWords.password : w.code)}</label>
        <input
          id={id}
          className={isPassword ? 'native-input' : 'native-input num'}
          name="secret"
          type={isPassword ? 'password' : 'text'}
          inputMode={isPassword ? 'text' : 'numeric'}
          autoComplete={isPassword ? 'current-password' : 'one-time-code'}
          autoCapitalize="off"
          aria-describedby={isPassword ? undefined : `${id}-hint`}
          defaultValue={isPassword ? password : undefined}
          required
        />
        {isPassword ? null : (
          <p className="note" id={`${id}-hint`}>
            {say(w.codeHint)}
          </p>
        )}
      </div>
      <Button
        type={offersPasskey ? 'default' : 'primary'}
        size="large"
        htmlType="submit"
        block
        loading={prove.isPending && 'secret' in prove.variables}
      >
        {say(w.proveGo)}
      </Button>
    </form>
  )
}
