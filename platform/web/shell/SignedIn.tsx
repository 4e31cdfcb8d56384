import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { see } from '../door.ts'
import { ErrorState, Loading } from '../parts/States.tsx'
import { hasChosenLanguage, prefer } from '../preferences.ts'
import type { ProblemError } from '../problem.ts'
import { MeContext, useName, useWhoIsThere } from '../session.ts'

const SignIn = lazy(() => import('./SignIn.tsx'))
const SetUp = lazy(() => import('./SetUp.tsx'))
const Settle = lazy(() => import('./Settle.tsx'))

interface SetUpState {
  needed: boolean
  company: string | null
  companyEn: string | null
  demo: boolean
  passkeys: boolean
  storeDevice: boolean
}

/** Lets signed-in people through; others get the sign-in page, and the very first visitor the set-up page. */
export function SignedIn({ children }: { children: ReactNode }) {
  const who = useWhoIsThere()
  const isNobody = who.data === null
  const setUp = useQuery<SetUpState, ProblemError>({
    queryKey: ['access.setupNeeded', {}],
    queryFn: async ({ signal }) => (await see('access.setupNeeded', {}, signal)) as SetUpState,
    enabled: isNobody,
    staleTime: 5_000,
  })

  const name = useName()
  const known = setUp.data
  const company = known?.company ? name({ name: known.company, nameEn: known.companyEn }) : undefined

  const me = who.data && 'person' in who.data ? who.data : undefined
  const language = me?.person.language
  useEffect(() => {
    if (language && !hasChosenLanguage()) prefer({ language })
  }, [language])

  const rise = me?.company.riseColour
  useEffect(() => {
    if (rise) document.documentElement.dataset.rise = rise
  }, [rise])

  if (me) return <MeContext.Provider value={me}>{children}</MeContext.Provider>
  if (who.data && 'owes' in who.data)
    return (
      <Suspense fallback={<Loading />}>
        <Settle owes={who.data.owes} />
      </Suspense>
    )
  const fault = who.error ?? setUp.error
  if (fault)
    return <ErrorState problem={fault} onRetry={() => void (who.error ? who.refetch() : setUp.refetch())} />
  if (who.isPending || setUp.isPending) return <Loading />
  return (
    <Suspense fallback={<Loading />}>
      {setUp.data?.needed ? (
        <SetUp />
      ) : (
        <SignIn
          isDemo={setUp.data?.demo ?? false}
          company={company}
          passkeys={setUp.data?.passkeys ?? false}
          isStoreDevice={setUp.data?.storeDevice ?? false}
        />
      )}
    </Suspense>
  )
}
