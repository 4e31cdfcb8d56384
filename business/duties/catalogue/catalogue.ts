import { grouped } from '../grouping.ts'
import { areaManagerDuties, areaManagerRequirements } from './area-manager.ts'
import type { DutyPosition } from './codes.ts'
import { operationsDirectorDuties, operationsDirectorRequirements } from './operations-director.ts'
import type { Proof, Raising } from './proofs.ts'
import { salesAssociateDuties, salesAssociateRequirements } from './sales-associate.ts'
import { storeManagerDuties, storeManagerRequirements } from './store-manager.ts'
import type { Awaited, Cadence, Duty, NewDuty, Profile, Requirements, Timing } from './types.ts'

export const profile = (
  position: DutyPosition,
  requirements: Requirements,
  duties: readonly NewDuty[],
): Profile => ({ position, requirements, duties: duties.map((duty) => ({ ...duty, position })) })

/** The four job descriptions (岗位职责) as shipped, from the top of the chain of command down. */
export const profiles: readonly Profile[] = [
  profile('operationsDirector', operationsDirectorRequirements, operationsDirectorDuties),
  profile('areaManager', areaManagerRequirements, areaManagerDuties),
  profile('storeManager', storeManagerRequirements, storeManagerDuties),
  profile('salesAssociate', salesAssociateRequirements, salesAssociateDuties),
]

export type LiveDuty = Extract<Duty, { proofs: unknown }>
export const isLive = (duty: Duty): duty is LiveDuty => 'proofs' in duty

/** Job descriptions with what is looked up in them. The shipped ones are meant wherever none are named. */
export interface Duties {
  readonly profiles: readonly Profile[]
  readonly all: readonly Duty[]
  readonly byId: ReadonlyMap<string, Duty>
  readonly live: readonly LiveDuty[]
  /** Clauses that ask for a result, which no diligence alone brings about. */
  readonly results: readonly string[]
  /** By the action that leaves the proving record. */
  readonly proofsOf: ReadonlyMap<string, readonly { duty: LiveDuty; proof: Proof }[]>
  /** By the action that raises them. */
  readonly raisedBy: ReadonlyMap<string, readonly { duty: LiveDuty; raising: Raising }[]>
}
export function dutiesOf(profiles: readonly Profile[]): Duties {
  const all = profiles.flatMap((p) => p.duties)
  const live = all.filter(isLive)
  return {
    profiles,
    all,
    byId: new Map(all.map((duty) => [duty.id, duty])),
    live,
    results: live.filter((duty) => duty.isResult).map((duty) => duty.id),
    proofsOf: grouped(
      live.flatMap((duty) => duty.proofs.map((proof) => ({ duty, proof }))),
      ({ proof }) => proof.action,
    ),
    raisedBy: grouped(
      live.flatMap((duty) => (duty.raisedBy ?? []).map((raising) => ({ duty, raising }))),
      ({ raising }) => raising.action,
    ),
  }
}
export const shipped: Duties = dutiesOf(profiles)
export const { all: catalogue, byId: dutyById, live: liveDuties, results } = shipped
export const awaitedBy = (duty: Duty): readonly Awaited[] =>
  isLive(duty) ? (duty.part?.awaits ?? []) : [duty.awaits]
export const cadencesOf = (duty: { readonly calendar: readonly Timing[] }): Cadence[] => [
  ...new Set(duty.calendar.map((timing) => timing.every)),
]
export const provedBy = (duty: Duty): string[] => (isLive(duty) ? duty.proofs.map((p) => p.action) : [])
