import { words } from '../../../platform/kinds/words.ts'
import { photoWords } from '../../../platform/photos/words.ts'
import { editionWords } from '../editions/words.ts'

export const kindWords = words({
  opening: ['开店检查', 'Opening'],
  hygiene: ['卫生', 'Hygiene'],
  display: ['本区陈列', 'Display of own zone'],
  fitting: ['试衣间巡查', 'Fitting rooms'],
  closing: ['闭店检查', 'Closing'],
  safety: ['财物安全', 'Safety'],
})
/** How a zone stands on the plan. */
export const zoneStateWords = words({
  notYet: ['还没到', 'Not yet'],
  notBegun: ['没开始', 'Not begun'],
  part: ['做了一部分', 'Partly done'],
  done: ['做完了', 'Done'],
  finding: ['有待整改', 'To be mended'],
})
export const stateWords = words({
  notYet: ['还没到', 'Not yet'],
  open: ['可以做', 'To do'],
  done: ['已交', 'Done'],
  doneLate: ['晚交', 'Done late'],
  overdue: ['已过时', 'Overdue'],
  missed: ['漏做', 'Missed'],
  sentBack: ['退回', 'Sent back'],
  closed: ['停业', 'Closed'],
})

/** Refusals of checklists, and what their sheet says. */
export const checkWords = words({
  ...editionWords,
  ...photoWords,
  notFound: ['没有找到', 'Not found'],
  wordsMissing: ['写一句话', 'Say it in a few words'],
  dayAhead: ['{day} 还没到', '{day} has not come yet'],
  dayOver: ['{day} 已经过去，不能补做', '{day} is over: it cannot be looked at any more'],
  tooEarly: ['{time} 起才能做', 'It can be done from {time}'],
  changedMeanwhile: ['刚刚有人交过，请刷新再看', 'Somebody has handed it in just now: please refresh'],
  editionChanged: ['检查表换了新版，请重新打开', 'The sheet has a new edition: please open it again'],
  associatesOwn: ['这张由导购自己交', 'Associates hand in their own'],
  zoneMissing: ['选自己的区域', 'Choose your own zone'],
  roundMissing: ['选 {first} 点至 {last} 点中的一个钟点', 'Choose an hour from {first} to {last}'],
  answeredTwice: ['有一项答了两次', 'Something was answered twice'],
  itemsLeft: ['还有 {left} 项没看', '{left} {left|item|items} still to look at'],
  sampleFirst: ['先逐项看完今天抽到的 {of} 项', 'First look one by one at the {of} drawn for today'],
  sayWrong: ['「{item}」哪里不对，写一句', '“{item}”: say what is wrong'],
  oneByOne: ['「{item}」要单独看', '“{item}” is to be looked at by itself'],
  noNumber: ['「{item}」不用填数', '“{item}” asks for no number'],
  numberMissing: ['「{item}」填个数', '“{item}” asks for a number'],
  outOfBounds: ['「{item}」是 {value}，不在正常范围', '“{item}” is {value}: that is not in order'],
  photoWanted: ['「{item}」要拍照', '“{item}” asks for a photo'],
  mendedAlready: ['已经整改完', 'It is mended already'],
  superseded: ['已有新的一版，请看新的', 'There is a newer version: see that one'],
  ownSheet: ['自己交的要由上级看', 'Your own sheet is your superior’s to look at'],
  reviewedAlready: ['已经看过，请刷新', 'It was looked at already: please refresh'],
  corrected: ['更正：这一项没有问题', 'Corrected: nothing was wrong with it'],

  hoursMissing: ['试衣间巡查要写从几点到几点', 'The fitting rooms need their first and last hour'],
  boundsCrossed: ['下限高于上限', 'The lower bound is above the upper'],

  board: ['检查表', 'Checklists'],
  store: ['店铺', 'Store'],
  day: ['日期', 'Day'],
  sheet: ['检查表', 'Checklist'],
  state: ['状态', 'State'],
  done: ['已交', 'Handed in'],
  of: ['应交', 'Asked for'],
  wrong: ['不合格项', 'Not in order'],
  flagged: ['提示', 'Flagged'],
})
