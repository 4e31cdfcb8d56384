import { words } from '../../../platform/kinds/words.ts'

/** Sentences of the pages on which editions are read and written. */
export const e = words({
  neverEdited: [
    '正在用的版本不改；到这天起换成新的，以前交的仍按当时的版本。',
    'The edition in force is never edited; from that day the new one replaces it, what was handed in keeps its own.',
  ],
  shipped: ['产品自带', 'As shipped'],
  inForceFrom: ['{day} 起生效', 'In force from {day}'],
  planned: ['{day} 起换新', 'Next from {day}'],
  itemsCount: ['{count} 项', '{count} {count|item|items}'],
  next: ['改下一版', 'Next edition'],
  earlier: ['以前的版本：{days}', 'Earlier editions: {days}'],
  withdraw: ['撤回', 'Withdraw'],
  withdrawTitle: ['撤回这一版？现在的继续用', 'Withdraw it? The present one stays'],
  publish: ['发布', 'Publish'],
  published: ['已发布', 'Published'],
  effective: ['从哪天起', 'From which day'],
  why: ['为什么换', 'Why it changes'],
  itemZh: ['看什么', 'What to look at'],
  itemEn: ['英文', 'In English'],
  onlyFor: ['只限{kinds}', 'Only {kinds}'],
  asksPhoto: ['要拍照', 'Photo needed'],
  forStores: ['哪类店', 'For which stores'],
  up: ['上移', 'Up'],
  remove: ['删掉', 'Remove'],
  addItem: ['加一项', 'Add an item'],
  blank: ['还有没写的', 'Something is not written yet'],
  comma: ['、', ', '],
})
