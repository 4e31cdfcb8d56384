import { words } from '../../../platform/kinds/words.ts'
import { accessWords, secretWords } from '../access/words.ts'
import { sharedWords } from '../words.ts'

export const peopleWords = words({
  ...sharedWords,
  personNameMissing: ['请填写姓名', 'Please enter the name'],
  ...secretWords,
  demoFixed: accessWords.demoFixed,
  jobNumberTaken: ['工号 {jobNumber} 已属于{name}', 'The job number {jobNumber} belongs to {name} already'],
  phoneTaken: ['手机号 {phone} 已属于{name}', 'The phone {phone} belongs to {name} already'],
  hiredAfterAppointment: [
    '{day} 起已有任职，入职日不能更晚',
    'There is an appointment from {day}: hiring cannot be later',
  ],
  storeMissing: ['这个岗位在店铺里，请选择店铺', 'This position sits in a store: please choose it'],
  areaMissing: ['这个岗位管一个区域，请选择区域', 'This position has an area: please choose it'],
  seatTooMany: ['这个岗位不在店铺或区域里', 'This position has no such store or area'],
  beforeHiring: [
    '{name} {day} 才入职，任职不能更早',
    '{name} is hired only on {day}: the appointment cannot begin earlier',
  ],
  afterLeaving: ['{name} 的最后工作日是 {day}', 'The last day of {name} is {day}'],
  seatClosed: ['{seat}的最后一天是 {day}', 'The last day of {seat} is {day}'],
  endsBeforeItBegins: ['结束日不能早于开始日 {from}', 'It cannot end before it begins on {from}'],
  alreadyAppointed: ['{name} 从 {from} 起已担任这个岗位', '{name} holds this position from {from} already'],
  alreadyInSeat: [
    '{name} 从 {from} 起在这里另有任职；升任或改任请用“调任”',
    '{name} has another position here from {from}; use a transfer to promote or change',
  ],
  seatHeld: [
    '{from} 到 {to} 由{name}担任；请先结束其任职，或说明是交接（最多 {most} 天）',
    '{name} holds it from {from} to {to}: end that first, or say that it is a handover (at most {most} days)',
  ],
  handoverTooLong: [
    '交接最多 {most} 天，请先给{name}的任职定下结束日',
    'A handover lasts at most {most} days: give the appointment of {name} an end first',
  ],
  transferBeforeStart: [
    '调任要晚于现任职的开始日 {from}',
    'A transfer must be after the present appointment began on {from}',
  ],
  endedAlready: ['这个任职已于 {to} 结束', 'This appointment ends on {to} already'],
  leftAlready: ['{name} 已于 {day} 离职', '{name} has left on {day} already'],
  notLeft: ['{name} 在职', '{name} has not left'],
  leavesBeforeHiring: ['{name} {day} 才入职', '{name} was hired only on {day}'],
  administratorOnly: [
    '涉及总经理或系统管理岗位，只有系统管理员可以办',
    'This concerns the general manager or an administrator: only an administrator may do it',
  ],
  lastAdministrator: [
    '这是最后一位系统管理员，请先任命另一位',
    'This is the last administrator: appoint another one first',
  ],
  nothingToDelegate: ['导购岗位没有可以代办的职权', 'A sales associate has no authority to delegate'],
  notYoursToDelegate: ['您不能把{name}的职权交给别人', 'You may not delegate the authority of {name}'],
  toHimself: ['不能交给本人', 'It cannot be delegated to the holder'],
  delegationInPast: ['代办从今天（{today}）或以后开始', 'A delegation begins today ({today}) or later'],
  delegationTooLong: [
    '代办最多 {most} 天（现在 {days} 天），更久请改任命',
    'A delegation lasts at most {most} days (this is {days}); appoint somebody for longer',
  ],
  outsideAppointment: [
    '任职期是 {from} 到 {to}，代办不能超出',
    'The appointment runs from {from} to {to}: a delegation stays within it',
  ],
  standInNotThere: ['{name} 那段时间不在职', '{name} is not employed on those days'],
  delegatedAlready: ['{from} 到 {to} 已由{name}代办', '{name} stands in from {from} to {to} already'],
})
