import { refuse } from '../../platform/kinds/refusal.ts'
import { faultOf } from './instance-check.ts'
import { InstanceFault, type InstanceRefusal } from './instance-fault.ts'
import { readInstanceText } from './instance-text.ts'
import { readInstanceXml } from './instance-xml.ts'
import type { RosterProblem } from './shape.ts'

/**
 * Reads a shift-scheduling instance in either form in which the public ones are given: the XML of a
 * SchedulingPeriod, or the text with SECTION_ headings. A rule that is not understood is refused, never left out.
 */
export function readInstance(text: string): RosterProblem | InstanceRefusal {
  const start = text.trimStart().replace(/^\uFEFF/, '')
  try {
    const problem = start.startsWith('<')
      ? readInstanceXml(start)
      : /^SECTION_/m.test(start)
        ? readInstanceText(start)
        : undefined
    if (!problem) return refuse('instanceUnknown')
    const detail = faultOf(problem)
    return detail === undefined ? problem : refuse('instanceBroken', { detail })
  } catch (fault) {
    if (fault instanceof InstanceFault) return fault.refusal
    if (fault instanceof Error) return refuse('instanceBroken', { detail: fault.message })
    throw fault
  }
}
