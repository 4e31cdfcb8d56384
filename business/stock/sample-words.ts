import { words } from '../../platform/kinds/words.ts'

/** Words of the samples page. */
export const samplePageWords = words({
  samples: ['样衣', 'Samples'],
  sub: ['{n} 件样衣在场', '{n} {n|sample|samples} in the shop'],
  chooseStore: ['选一家店看样衣', 'Choose a store to see its samples'],
  none: ['没有登记样衣', 'No samples are noted'],
  noneNext: [
    '在商品页点一个尺码，登记“做样衣”；没有也要看一遍模特和橱窗',
    'Press a size on the goods page and note it as a sample; look over dummies and window all the same',
  ],
  goods: ['去商品页', 'To the goods'],
  damaged: ['破损', 'Damaged'],
  missing: ['缺失', 'Missing'],
  noted: ['已登记', 'Noted'],
  fine: ['看过了，其余齐整', 'Looked through: the rest is in order'],
  again: ['今天你已看过', 'You have looked today'],
  who: ['今天谁看过', 'Who has looked today'],
  nobody: ['还没有人看过', 'Nobody yet'],
  found: ['登记 {n} 件', '{n} noted'],
  thanks: ['记下了', 'Noted'],
})
