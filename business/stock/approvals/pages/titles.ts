import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = { approvals: ['待批', 'For approval'] } as const satisfies Record<string, Sentence>
