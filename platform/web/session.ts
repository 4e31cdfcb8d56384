import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Day } from '../kinds/day.ts'
import { newId } from '../kinds/id.ts'
import { type Language, type Sentence, say } from '../kinds/words.ts'
import { queryClient } from './client.ts'
import { act, see, whenSignedOut } from './door.ts'
import { setCurrency } from './format.ts'
import type { RiseColour } from './look/tokens.ts'
import { actsHere, stillHere } from './outbox/outbox.ts'
import { forgetAnswers, readsHere } from './outbox/seen.ts'
import type { Position } from './positions.ts'
import { preferences } from './preferences.ts'
import { ProblemError } from './problem.ts'
import { useLanguage, useSay } from './say.ts'
import { webWords } from './words.ts'

/** A thing that may have an English name beside its own; see `useName`. */
export interface Named {
  id: string
  name: string
  nameEn?: string | null
}
/** The answer of the view `access.me`: who is signed in, where appointed, and what may be done. */
export interface Me {
  person: { id: string; name: string; jobNumber: string; language?: Language }
  appointments: readonly Appointment[]
  /** operation name → whether one of the positions held may do it at all; the door still looks at the place. */
  may: Readonly<Record<string, boolean>>
  /** Acts of this person that may wait on the phone, and what they are called. */
  waits: Readonly<Record<string, Sentence>>
  /** Views whose answers stay on no phone. */
  keptNowhere: readonly string[]
  company: { name: string; nameEn?: string | null; riseColour: RiseColour; currency?: string }
  demo: boolean
  /** The position is offered a second step at sign-in and has none yet. */
  offerSecondStep: boolean
  /** By PIN on a store's device. */
  byPin: boolean
  /** The business day of the person's store, else of the company. */
  today: Day
}
export interface Appointment {
  position: Position
  store: Named | null
  area: Named | null
  /** The person stood in for (代办). */
  onBehalfOf: string | null
}
/** One line of `access.demoPeople`. */
export interface DemoPerson {
  login: string
  name: string
  position: Position
  store: string | null
  storeEn: string | null
  area: string | null
  areaEn: string | null
}
/** One line of `access.sessions`. */
export interface SessionLine {
  id: string
  device: string
  kind: 'password' | 'pin' | 'passkey' | 'company'
  address: string
  /** The store's own device that it is on. */
  storeDevice: string | null
  signedInAt: string
  seenAt: string
  current: boolean
}

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in; every page stands inside the shell, where this is known. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe stands outside the shell')
  return me
}
export const positionsOf = (me: Me): Position[] => [...new Set(me.appointments.map((a) => a.position))]
export const useHolds = (...positions: readonly Position[]): boolean =>
  useMe().appointments.some((a) => positions.includes(a.position))

/** `const { may, reason } = useMay('targets.split')`: disable with the reason instead of hiding. */
export function useMay(action: string): { may: boolean; reason?: string } {
  const say = useSay()
  return useMe().may[action] ? { may: true } : { may: false, reason: say(webWords.mayNot) }
}

/** `name(store)`: the English name for English readers where there is one. */
export function useName(): (thing: { name: string; nameEn?: string | null }) => string {
  const language = useLanguage()
  return (thing) => (language === 'en' && thing.nameEn ? thing.nameEn : thing.name)
}

/** What stands over every page of the phone: one's store, area or company. Nothing outside the shell. */
export function usePlaceName(): string | undefined {
  const me = useContext(MeContext)
  const name = useName()
  const [first] = me?.appointments ?? []
  return me && name(first?.store ?? first?.area ?? me.company)
}

/** What a person who has signed in must settle before anything else is shown. */
export type Debt = 'secondFactor' | 'newPassword' | 'secondFactorSetUp'
const debts: readonly string[] = ['secondFactor', 'newPassword', 'secondFactorSetUp'] satisfies Debt[]

/** null: nobody is signed in. */
export function useWhoIsThere() {
  return useQuery<Me | { owes: Debt } | null, ProblemError>({
    queryKey: ['access.me', {}],
    queryFn: async ({ signal }) => {
      try {
        const me = (await see('access.me', {}, signal)) as Me
        readsHere({ person: me.person.id, keptNowhere: me.keptNowhere, byPin: me.byPin })
        actsHere(me.person.id, me.waits)
        if (me.company.currency) setCurrency(me.company.currency)
        return me
      } catch (fault) {
        if (fault instanceof ProblemError && fault.isSignedOut) {
          actsHere(undefined)
          await forgetAnswers()
          return null
        }
        if (fault instanceof ProblemError && debts.includes(fault.why)) return { owes: fault.why as Debt }
        throw fault
      }
    },
    staleTime: 60_000,
  })
}

/** A session that ended elsewhere (signed out there, transferred, dismissed): the next answer says so, and the sign-in page comes. */
whenSignedOut(() => {
  if (queryClient.getQueryData(['access.me', {}]))
    void queryClient.invalidateQueries({ queryKey: ['access.me'] }, { cancelRefetch: false })
})

export async function signIn(login: string, password: string): Promise<void> {
  await act('access.signIn', { login, password, device: deviceName() }, newId())
  await startAfresh()
}
export async function signInByPin(person: string, pin: string): Promise<void> {
  await act('access.pinSignIn', { person, pin }, newId())
  await startAfresh()
}
export async function signOut(everywhere = false): Promise<void> {
  const here = await stillHere()
  if (here.length > 0)
    throw new ProblemError({
      status: 409,
      why: 'actsWait',
      detail: say(webWords.actsWait, preferences().language, { count: here.length }),
    })
  await act(everywhere ? 'access.signOutEverywhere' : 'access.signOut', {}, newId())
  await forgetAnswers()
  await startAfresh()
}
/** 'Chrome · Android', so that a person knows her own devices again in the list of sign-ins. */
export function deviceName(): string {
  const agent = navigator.userAgent
  const named = (known: readonly (readonly [RegExp, string])[]): string | undefined =>
    known.find(([pattern]) => pattern.test(agent))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(' · ') || 'web'
}
const browsers = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const
const systems = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

/** Nothing that one person saw may be shown to the next. */
export async function startAfresh(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'access.me' })
  await queryClient.invalidateQueries({ queryKey: ['access.me'] })
}
