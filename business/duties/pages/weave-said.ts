import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Format } from '../../../platform/web/format.ts'
import type { Say } from '../../../platform/web/say.ts'
import type { Counts } from '../shape.ts'
import { weaveWords as w } from '../weave-words.ts'

const parts = [
  ['overdue', w.partOverdue],
  ['missed', w.partMissed],
  ['late', w.partLate],
  ['inTime', w.partInTime],
  ['open', w.partOpen],
  ['excused', w.partExcused],
] as const satisfies readonly (readonly [keyof Counts, Sentence])[]

/** 漏做 1，迟 2: the counts that are not nothing, the worst first. */
export const partsSaid = (counts: Partial<Counts>, say: Say, f: Format): string =>
  parts
    .flatMap(([key, sentence]) => (counts[key] ? [say(sentence, { count: f.count(counts[key]) })] : []))
    .join(say(['，', ', ']))
