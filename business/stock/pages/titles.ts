import type { Sentence } from '../../../platform/kinds/words.ts'

export const titles = {
  arrivals: ['到货', 'Arrivals'],
  receive: ['收货', 'Receive'],
  deliveries: ['配货一览', 'Deliveries'],
  differences: ['到货差异', 'Arrival differences'],
  goods: ['商品', 'Goods'],
  samples: ['样衣', 'Samples'],
  transfers: ['调拨', 'Transfers'],
  transfer: ['调拨单', 'Transfer'],
} as const satisfies Record<string, Sentence>
