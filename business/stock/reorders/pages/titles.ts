import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  reorders: ['补货与滞销', 'Reorder and slow sellers'],
  short: ['补货', 'Reorder'],
  scarce: ['不够分的尺码', 'Sizes that do not go round'],
  request: ['要货单', 'Request for goods'],
} as const satisfies Record<string, Sentence>
