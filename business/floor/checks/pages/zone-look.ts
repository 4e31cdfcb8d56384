import type { ZoneLook } from '../../../organization/plans/pages/PlanPicture.tsx'
import type { ZoneState } from '../zone-rules.ts'

/** How a state looks on the plan: by its line and by a sign, so that it is told apart without colour. */
export const zoneLooks: Readonly<Record<ZoneState, Pick<ZoneLook, 'tone' | 'sign'>>> = {
  notYet: { tone: 'plain' },
  notBegun: { tone: 'accent', sign: '○' },
  part: { tone: 'part', sign: '◐' },
  done: { tone: 'done', sign: '✓' },
  finding: { tone: 'missed', sign: '!' },
}
