import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  rebalance: ['区域调配', 'Move goods'],
} as const satisfies Record<string, Sentence>
