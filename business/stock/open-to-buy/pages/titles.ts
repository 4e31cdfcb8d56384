import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  board: ['采购限额', 'Open to buy'],
  fresh: ['新的采购计划', 'A new plan to buy by'],
  plan: ['采购计划', 'Plan to buy by'],
} as const satisfies Record<string, Sentence>
