import type { Sentence } from '../../../../platform/kinds/words.ts'
import { editWords as w } from '../edit-words.ts'
import type { DraftState } from '../shape.ts'

export const stateWords: Readonly<Record<DraftState, Sentence>> = {
  draft: w.stateDraft,
  submitted: w.stateSubmitted,
  returned: w.stateReturned,
  inForce: w.stateInForce,
  dropped: w.stateDropped,
}
export const stateTone = {
  draft: 'plain',
  submitted: 'late',
  returned: 'missed',
  inForce: 'done',
  dropped: 'excused',
} as const satisfies Record<DraftState, string>
