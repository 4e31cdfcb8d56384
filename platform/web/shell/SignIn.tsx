import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { see } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { FormProblem } from '../parts/FormProblem.tsx'
import { ErrorState, Loading } from '../parts/States.tsx'
import { hasPasskeys, signInByPasskey } from '../passkey.ts'
import { asProblem, type ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { type DemoPerson, signIn } from '../session.ts'
import { webWords } from '../words.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { Outside } from './Outside.tsx'
import { type Login, SignInForm } from './SignInForm.tsx'
import { accessWords as w } from './words.ts'

const PinSignIn = lazy(() => import('./PinSignIn.tsx'))

/** On a store's device: who of its people, and the PIN. On the demo chain: pick a position. Otherwise: job number or phone, and password. */
export default function SignIn({
  isDemo,
  company,
  passkeys,
  isStoreDevice,
}: {
  isDemo: boolean
  company: string | undefined
  /** Somebody here signs in with a passkey. */
  passkeys: boolean
  isStoreDevice: boolean
}) {
  const say = useSay()
  const [byPin, choosePin] = useState(isStoreDevice)
  const [ownAccount, setOwnAccount] = useState(false)
  const people = useQuery<DemoPerson[], ProblemError>({
    queryKey: ['access.demoPeople', {}],
    queryFn: async ({ signal }) =>
      ((await see('access.demoPeople', {}, signal)) as { people: DemoPerson[] }).people,
    enabled: isDemo && !byPin,
  })
  const enter = useMutation<void, ProblemError, Login>({
    mutationFn: ({ login, password }) => signIn(login, password),
  })
  const byPasskey = useMutation<void, ProblemError>({ mutationFn: signInByPasskey })
  const problem = enter.error ?? byPasskey.error

  if (byPin)
    return (
      <Suspense fallback={<Loading />}>
        <PinSignIn isDemo={isDemo} onOther={() => choosePin(false)} />
      </Suspense>
    )
  const toPin = isStoreDevice ? (
    <button type="button" className="outside-link" onClick={() => choosePin(true)}>
      {say(w.toPin)}
    </button>
  ) : null
  if (!isDemo || ownAccount)
    return (
      <Outside title={say(webWords.signInTitle)} sub={company ?? say(webWords.signInSub)} width="narrow">
        <SignInForm
          isBusy={enter.isPending}
          problem={problem ? asProblem(problem) : null}
          onEnter={(login) => enter.mutate(login)}
        />
        {passkeys && hasPasskeys() ? (
          <Button
            className="sign-in-other"
            size="large"
            block
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {say(w.passkeySignIn)}
          </Button>
        ) : null}
        {isDemo ? (
          <button type="button" className="outside-link" onClick={() => setOwnAccount(false)}>
            {say(webWords.back)}
          </button>
        ) : null}
        {toPin}
      </Outside>
    )
  return (
    <Outside title={say(webWords.demoTitle)} sub={`${company ?? ''} · ${say(webWords.demoSub)}`} width="wide">
      {enter.error ? <FormProblem problem={asProblem(enter.error)} /> : null}
      {people.data ? (
        <DemoPeople
          people={people.data}
          busyWith={enter.isPending ? enter.variables.login : undefined}
          onEnter={(person) => enter.mutate({ login: person.login, password: 'demo' })}
        />
      ) : people.error ? (
        <ErrorState problem={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <Loading />
      )}
      <button type="button" className="outside-link" onClick={() => setOwnAccount(true)}>
        {say(webWords.demoOwnAccount)}
      </button>
      {toPin}
    </Outside>
  )
}
