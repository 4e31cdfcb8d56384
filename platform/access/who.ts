import type { Fence } from '../database/database.ts'
import type { Language } from '../kinds/words.ts'

/**
 * Who may do what, as data: position → how far it reaches. Positions are named by the business
 * (it merges them into `Positions`), so that this folder stays free of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the business through declaration merging
export interface Positions {}
export type Position = keyof Positions & string

/** own: the person himself; store: stores he is appointed to; area: stores of his area; company: all. */
export type Relation = 'own' | 'store' | 'area' | 'company'
export type WhoTable = Readonly<Partial<Record<Position, Relation>>>
/** anyone: also signed out; signedIn: whoever is signed in, about himself only. */
export type Who = WhoTable | 'anyone' | 'signedIn'

/** What an operation concerns; undefined when it is not there (answered as not found). */
export type About =
  | { readonly store: string }
  | { readonly area: string }
  | { readonly person: string }
  | 'company'
  | undefined

export interface Appointment {
  readonly position: Position
  readonly store?: string
  readonly area?: string
  /** Stores reached through the area today; empty for other positions. */
  readonly areaStores: readonly string[]
  /** The person whose appointment it is, where the actor only stands in (代办). */
  readonly onBehalfOf?: string
}

export interface Actor {
  readonly person: string
  readonly name: string
  readonly language: Language
  readonly appointments: readonly Appointment[]
  /** Where the act came from: 'web', 'token:<name>', 'command line'. */
  readonly device: string
  /** A token may be bound to one store: nothing beyond it is reached. */
  readonly onlyStore?: string
  /** Id of the session, where there is one. */
  readonly session?: string
  /** How and when the person last proved who he is; tokens have none. */
  readonly proof?: Proof
  /** What must be settled before anything else may be done. */
  readonly owes?: Debt
}

/** own: with what only the person has or knows; pin: a few digits on a shared device, which never do for weighty acts. */
export interface Proof {
  readonly by: 'own' | 'pin'
  readonly at: Date
}

/** secondFactor: the code after the password; newPassword: the first one was given by somebody else; secondFactorSetUp: the company asks for one. */
export type Debt = 'secondFactor' | 'newPassword' | 'secondFactorSetUp'

/** For so long after proving who one is a weighty act asks for nothing more. */
export const proofLasts = 15 * 60_000

/** Whether a weighty act may go on: else the person proves again who he is, or signs in on his own. */
export function judgeProof(actor: Actor | undefined, now: Date): 'enough' | 'proveAgain' | 'ownSignInOnly' {
  const { proof } = actor ?? {}
  if (proof?.by !== 'own') return 'ownSignInOnly'
  return now.getTime() - proof.at.getTime() <= proofLasts ? 'enough' : 'proveAgain'
}

/** What a list may show to this actor. */
export interface Scope {
  readonly stores: 'all' | readonly string[]
  readonly areas: 'all' | readonly string[]
  readonly person: string
}

/** Where a thing stands today. A person may stand in several stores and areas. */
export interface Place {
  readonly stores: readonly string[]
  readonly areas: readonly string[]
  readonly person?: string
}

export type Verdict =
  | { readonly may: true; readonly by?: Appointment }
  | { readonly may: false; readonly because: 'signedOut' | 'position' | 'scope' }

/** Appointments whose position stands in the table. */
export const entitled = (who: WhoTable, actor: Actor): readonly Appointment[] =>
  actor.appointments.filter((a) => who[a.position] !== undefined)

/** The guard. Pure: the place was looked up before; undefined place means the thing is not there. */
export function judge(who: Who, actor: Actor | undefined, about: About, place: Place | undefined): Verdict {
  if (who === 'anyone') return { may: true }
  if (!actor) return { may: false, because: 'signedOut' }
  if (who === 'signedIn') return { may: true }
  const appointments = entitled(who, actor)
  if (appointments.length === 0) return { may: false, because: 'position' }
  if (about === undefined) return { may: false, because: 'scope' }
  if (about === 'company')
    return actor.onlyStore ? { may: false, because: 'scope' } : { may: true, by: appointments[0] }
  if (!place) return { may: false, because: 'scope' }
  if (actor.onlyStore && !place.stores.includes(actor.onlyStore)) return { may: false, because: 'scope' }
  const by = appointments.find((a) => reaches(who[a.position]!, a, actor, place, 'area' in about))
  return by ? { may: true, by } : { may: false, because: 'scope' }
}

function reaches(relation: Relation, a: Appointment, actor: Actor, place: Place, isArea: boolean): boolean {
  switch (relation) {
    case 'company':
      return true
    case 'area':
      return isArea
        ? a.area !== undefined && place.areas.includes(a.area)
        : place.stores.some((s) => a.areaStores.includes(s) || a.store === s)
    case 'store':
      return !isArea && a.store !== undefined && place.stores.includes(a.store)
    case 'own':
      return place.person === actor.person
  }
}

/** The widest reach that the table gives this actor, for lists. */
export function scopeOf(who: Who, actor: Actor): Scope {
  if (actor.onlyStore) return { stores: [actor.onlyStore], areas: [], person: actor.person }
  if (typeof who === 'string') return { stores: [], areas: [], person: actor.person }
  const stores = new Set<string>()
  const areas = new Set<string>()
  for (const a of entitled(who, actor)) {
    const relation = who[a.position]!
    if (relation === 'company') return { stores: 'all', areas: 'all', person: actor.person }
    if (relation === 'area') {
      for (const s of a.areaStores) stores.add(s)
      if (a.area) areas.add(a.area)
    }
    if (a.store && relation !== 'own') stores.add(a.store)
  }
  return { stores: [...stores], areas: [...areas], person: actor.person }
}

/**
 * What the database itself lets somebody reach, whatever the program asks for: the stores of all his appointments, and what is his
 * own; all stores where the operation says so, or where he sits above them all. Wider than any one list, so that it only ever stops
 * what should not have been asked.
 */
export function fenceOf(who: Who, actor: Actor): Fence {
  const { stores, person } = scopeOf(who, actor)
  if (stores === 'all' || actor.onlyStore) return { stores, person }
  if (typeof who === 'object' && entitled(who, actor).some((a) => !a.store && !a.area))
    return { stores: 'all', person }
  const held = actor.appointments.flatMap((a) => [...a.areaStores, ...(a.store ? [a.store] : [])])
  return { stores: [...new Set([...stores, ...held])], person }
}

export const inScope = (list: 'all' | readonly string[], id: string): boolean =>
  list === 'all' || list.includes(id)
