import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  markdowns: ['降价', 'Markdowns'],
  fresh: ['新的降价方案', 'A new markdown plan'],
  plan: ['降价方案', 'Markdown plan'],
} as const satisfies Record<string, Sentence>
