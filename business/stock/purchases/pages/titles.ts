import type { Sentence } from '../../../../platform/kinds/words.ts'

export const titles = {
  all: ['采购订单', 'Orders of makers'],
  fresh: ['下采购订单', 'Place an order'],
  order: ['一张采购订单', 'An order'],
} as const satisfies Record<string, Sentence>
