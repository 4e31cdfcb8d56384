import type { DutyId } from './codes.ts'
import { type Deed, type Find, ownProof, type Proof } from './proofs.ts'

/**
 * What proves a superior's duty of looking after others: the last record of his stated sample opened and then confirmed or
 * sent back. A clause whose records are reviewed in their own area adds that area's reviews, by `sampleFinished`.
 */
export const lookedThrough = (by: DutyId): readonly [Proof, Proof] => [
  ownProof('duties.confirm', (find, { input }) => sampleFinished(find, by, { instance: input.instance })),
  ownProof('duties.sendBack', (find, { input }) => sampleFinished(find, by, { instance: input.instance })),
]

export async function sampleFinished(
  find: Find,
  by: DutyId,
  of: Parameters<Find['samplesFinished']>[1],
): Promise<Deed[]> {
  const finished = await find.samplesFinished(by, of)
  return finished.map(({ seat, period }) => ({ seat, periods: [period], holds: true }))
}
