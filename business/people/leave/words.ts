import { words } from '../../../platform/kinds/words.ts'
import { peopleWords } from '../../organization/people/words.ts'

export const leaveKindWords = words({
  annual: ['年假', 'Annual'],
  sick: ['病假', 'Sick'],
  personal: ['事假', 'Personal'],
  marriage: ['婚假', 'Marriage'],
  maternity: ['产假', 'Maternity'],
  paternity: ['陪产假', 'Paternity'],
  bereavement: ['丧假', 'Bereavement'],
  other: ['其他', 'Other'],
})

/** Refusals of leave; those of a delegation come with it, since a stand-in can be named in the same step. */
export const leaveWords = words({
  ...peopleWords,
  textTooLong: ['最多 300 字', 'At most 300 characters'],
  tooLong: [
    '这种假最多 {most} 天（现在 {days} 天），请核对日期',
    'This kind is at most {most} days (this is {days}): please check the days',
  ],
  pastBySuperior: [
    '今天（{today}）以前的由上级补登',
    'Days before today ({today}) are entered by your superior',
  ],
  tooLongAgo: ['最多补登 {most} 天以内的', 'At most {most} days back can be entered'],
  tooFarAhead: ['最多提前 {most} 天', 'At most {most} days ahead'],
  whyMissing: ['请写一句为什么', 'Please say why, in a few words'],
  overlapsAsked: [
    '{from} 到 {to} 已经申请过，还没批',
    '{from} to {to} is asked for already, not yet decided',
  ],
  overlapsApproved: ['{from} 到 {to} 已经准假', '{from} to {to} is approved leave already'],
  notYoursToDecide: ['{name}的假不由您批', 'The leave of {name} is not yours to decide'],
  withdrawnMeanwhile: ['{name}已经撤回', '{name} has withdrawn it'],
  decidedAlready: ['{name}已经批过', '{name} has decided it already'],
  wordsMissing: ['不准假要写一句为什么', 'Say why it is declined'],
  notInForce: ['这个假已经不在了', 'This leave does not stand any more'],
  notYoursToWithdraw: ['{name}的假不由您撤', 'The leave of {name} is not yours to withdraw'],
  keptOutside: ['保留到 {from} 和 {to} 之间的一天', 'Keep it up to a day between {from} and {to}'],
  begunAlready: [
    '已经休过的天不能撤：从今天起销假，保留到 {day}',
    'Days taken stay taken: end it from today on, keeping up to {day}',
  ],
})
