import { areaManagerDuties, areaManagerRequirements } from './area-manager.ts'
import { operationsDirectorDuties, operationsDirectorRequirements } from './operations-director.ts'
import { salesAssociateDuties, salesAssociateRequirements } from './sales-associate.ts'
import { storeManagerDuties, storeManagerRequirements } from './store-manager.ts'
import type {
  Awaited,
  Cadence,
  Duty,
  DutyPosition,
  NewDuty,
  Profile,
  Proof,
  Requirements,
  Timing,
} from './types.ts'

const profile = (
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
export const catalogue: readonly Duty[] = profiles.flatMap((p) => p.duties)
export const dutyById: ReadonlyMap<string, Duty> = new Map(catalogue.map((duty) => [duty.id, duty]))

export type LiveDuty = Extract<Duty, { proofs: unknown }>
export const isLive = (duty: Duty): duty is LiveDuty => 'proofs' in duty
export const liveDuties: readonly LiveDuty[] = catalogue.filter(isLive)
/** Clauses that ask for a result, which no diligence alone brings about. */
export const results: readonly string[] = liveDuties.filter((duty) => duty.each).map((duty) => duty.id)
export const awaitedBy = (duty: Duty): readonly Awaited[] =>
  isLive(duty) ? (duty.part?.awaits ?? []) : [duty.awaits]
export const cadencesOf = (duty: { readonly calendar: readonly Timing[] }): Cadence[] => [
  ...new Set(duty.calendar.map((timing) => timing.every)),
]
export const provedBy = (duty: Duty): string[] => (isLive(duty) ? duty.proofs.map((p) => p.action) : [])

/** Proofs by the action that leaves their record. */
export const proofsOf: ReadonlyMap<string, readonly { duty: LiveDuty; proof: Proof }[]> = (() => {
  const byAction = new Map<string, { duty: LiveDuty; proof: Proof }[]>()
  for (const duty of liveDuties)
    for (const proof of duty.proofs)
      byAction.set(proof.action, [...(byAction.get(proof.action) ?? []), { duty, proof }])
  return byAction
})()
