import type { OversightKind } from '../shape.ts'
import type { DutyId, ProofName } from './types.ts'

/** Areas whose own review of a record is the superior's looking-after of the duty that the record proves. */
export const reviews = {
  'reports.open': { duty: 'SM-1.5', kind: 'opened' },
  'reports.confirm': { duty: 'SM-1.5', kind: 'confirmed' },
  'reports.askBack': { duty: 'SM-1.5', kind: 'questioned' },
} as const satisfies Partial<Record<ProofName, { duty: DutyId; kind: OversightKind }>>
