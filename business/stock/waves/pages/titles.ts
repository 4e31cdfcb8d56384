import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = { wave: ['铺货', 'Give out a wave'] } as const satisfies Record<string, Sentence>
