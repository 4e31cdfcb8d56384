import { words } from '../../../platform/kinds/words.ts'

/** Refusals of giving out a wave. */
export const waveWords = words({
  noShades: ['选要铺的款色', 'Choose what is given out'],
  tooManyShades: ['一次最多铺 20 个款色', 'At most 20 style-colours at once'],
  weeksWrong: ['够卖几周填 1 到 12', 'Weeks are 1 to 12'],
  keepWrong: ['总仓留几成填 0 到 90', 'What stays is 0 to 90 percent'],
  notInWarehouse: ['总仓没有这个款色了', 'This style-colour is in the warehouse no more'],
  tooManyStores: [
    '店太多，选一个区域（一次最多 {most} 家）',
    'Too many stores: choose an area ({most} at once)',
  ],
})
