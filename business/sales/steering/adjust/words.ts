import { words } from '../../../../platform/kinds/words.ts'

/** Refusals of the adjustment note, and what its sheet is headed with. */
export const adjustWords = words({
  notFound: ['没有找到', 'Not found'],
  dayWrong: ['日期不对', 'This is not a day'],
  textTooLong: ['最多 500 字', 'At most 500 characters'],
  changeMissing: ['写一句改什么', 'Say in a few words what changes'],
  expectedMissing: ['写上预计做到多少', 'Say what it is to become'],
  expectedTooHigh: ['成交率最多 100%', 'Conversion is at most 100%'],
  fromTooEarly: ['最多补记 {days} 天前开始的调整', 'A change begun more than {days} days ago is too old'],
  fromTooLate: ['最多提前 {days} 天', 'At most {days} days ahead'],

  notYet: ['还没开始', 'Not begun yet'],
  tooFew: ['数量太少', 'Too few yet'],
  reached: ['做到了', 'Reached'],
  better: ['有起色', 'Better'],
  same: ['没有变化', 'No change'],
  worse: ['反而降了', 'Worse'],

  sheet: ['调整记录', 'Adjustments'],
  areaSheet: ['各店调整', 'Adjustments by store'],
  store: ['店铺', 'Store'],
  week: ['周一', 'Week of'],
  factor: ['针对', 'Factor'],
  change: ['改什么', 'What changes'],
  from: ['开始', 'From'],
  expected: ['预计', 'Expected'],
  before: ['之前', 'Before'],
  since: ['之后', 'Since'],
  days: ['天数', 'Days'],
  effect: ['效果', 'Effect'],
  writtenBy: ['店长', 'Written by'],
  thisWeek: ['本周', 'This week'],
  none: ['还没写', 'None yet'],
})
