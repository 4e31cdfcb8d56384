import { words } from '../../../platform/kinds/words.ts'

/** Refusals of markdown plans. */
export const markdownWords = words({
  notFound: ['没有找到', 'Not found'],
  fromPast: ['要换价签，最早从明天起', 'Labels have to be changed first: from tomorrow at the earliest'],
  endsWrong: [
    '清完的日子要在开始后两周到 {most} 周之间',
    'The season is sold out two weeks to {most} weeks after the first day',
  ],
  leftWrong: ['剩货价值填 0 到 60', 'What is left is worth 0 to 60 percent'],
  percentWrong: ['折扣填 10 到 95（吊牌价的百分之几）', 'A price is 10 to 95 percent of the tag price'],
  noStyle: ['至少选一款', 'Choose one style at least'],
  stepsUp: ['{code}：价格只能一步比一步低', '{code}: each price must be below the one before'],
  stepsOrder: ['{code}：后一步要在前一步之后', '{code}: a step comes after the one before'],
  stepLate: ['{code}：有一步在方案结束之后', '{code}: a step begins after the plan has ended'],
  styleTwice: ['{code} 写了两遍', '{code} stands in it twice'],
  styleNotThere: [
    '第 {n} 款没有库存、没有吊牌价或上市不到四周',
    'Style {n} has no stock or no tag price, or came less than four weeks ago',
  ],
  styleElsewhere: [
    '{code} 已在另一个方案里，先停掉或等它结束',
    '{code} stands in another plan: stop it there or wait until that ends',
  ],
  decidedAlready: ['已经批过了，请刷新', 'It is decided already: please refresh'],
  ownPlan: ['自己交的方案要别人来批', 'Who has handed a plan in cannot approve it'],
  beganAlready: [
    '第一步的日子已到，价签来不及换：退回改日期',
    'Its first day has come and labels cannot be changed any more: return it for another day',
  ],
  whyMissing: ['退回写原因', 'Say why it is returned'],
  notRunning: ['这个方案没有在执行', 'This plan is not running'],
  noneLeft: ['这一款后面没有要降的价了', 'No further step of this style is to come'],
})
