import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  takes: ['盘点', 'Stocktakes'],
  count: ['点货', 'Count'],
  result: ['盘点结果', 'Stocktake result'],
  analysis: ['盘点分析', 'Stocktake analysis'],
} as const satisfies Record<string, Sentence>
