import { words } from '../../platform/kinds/words.ts'

export const rosterWords = words({
  instanceUnknown: [
    '不是认识的排班文件：要么是 SchedulingPeriod 的 XML，要么是带 SECTION_ 标题的文本',
    'Not a roster file that is known: either the XML of a SchedulingPeriod or a text with SECTION_ headings',
  ],
  instanceBroken: ['排班文件读不通：{detail}', 'The roster file cannot be read: {detail}'],
  ruleUnknown: [
    '文件里有一条不认识的规则：{rule}；漏掉规则排出的班不算数，所以不排',
    'The file has a rule that is not known: {rule}; a roster that leaves out a rule is none',
  ],
  nameUnknown: ['{what} “{name}” 没有在文件里说明', 'The {what} “{name}” is not told in the file'],
  rosterBroken: ['班表文件对不上：{detail}', 'The roster does not belong to this instance: {detail}'],
  fileMissing: ['文件打不开：{file}', 'The file cannot be opened: {file}'],
  noMonth: [
    '按规则，这些人一个合法的班表也排不出来：{people}',
    'Their rules leave no legal roster at all to: {people}',
  ],
  noMonthFound: [
    '没有给这些人找到合法的班表（日子太长，没有搜遍）：{people}',
    'No legal roster was found for {people} (over so many days the search is not exhaustive)',
  ],
  draft: ['{seconds} 秒  初稿，代价 {cost}', '{seconds} s  draft, cost {cost}'],
  bound: [
    '{seconds} 秒  代价 {cost}，不可能低于 {bound}',
    '{seconds} s  cost {cost}, cannot be below {bound}',
  ],
  plan: ['{seconds} 秒  整体方案，代价 {cost}', '{seconds} s  plan of all, cost {cost}'],
  mend: ['{seconds} 秒  改进，代价 {cost}', '{seconds} s  mended, cost {cost}'],
  solved: [
    '代价 {cost}，硬规则违反 {breaches} 处，下界 {bound}，用时 {seconds} 秒',
    'cost {cost}, hard violations {breaches}, lower bound {bound}, {seconds} seconds',
  ],
  judged: [
    '代价 {cost} = 意愿 {wishCost} + 缺人 {underCost} + 多人 {overCost}；硬规则违反 {breaches} 处',
    'cost {cost} = wishes {wishCost} + short {underCost} + over {overCost}; hard violations {breaches}',
  ],
  breach: ['{person}：{rule}', '{person}: {rule}'],
  breachOn: ['{person}，第 {day} 天：{rule}', '{person}, day {day}: {rule}'],
  mostOf: ['某个班次上得太多，或不该上这个班次', 'too many of a shift, or a shift not allowed'],
  rest: ['两个班之间休息不够', 'too little rest between two shifts'],
  minRun: ['连续上班天数太少', 'too few working days in a row'],
  maxRun: ['连续上班天数太多', 'too many working days in a row'],
  minRest: ['连续休息天数太少', 'too few days off in a row'],
  minMinutes: ['总工时不足', 'too few minutes in all'],
  maxMinutes: ['总工时超出', 'too many minutes in all'],
  weekends: ['上班的周末太多', 'too many weekends with work'],
  dayOff: ['在定好的休息日上班', 'works on a day off'],
  fixed: ['没有按定好的班上', 'a fixed shift is not kept'],
  grid: ['没有这个人的完整班表', 'no whole row for this person'],
})
