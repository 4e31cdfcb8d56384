import { words } from '../../../platform/kinds/words.ts'
import { roomWords } from '../load/words.ts'
import { sharedWords } from '../words.ts'

export const calendarWords = words({
  ...sharedWords,
  dayNameMissing: ['请写是什么日子', 'Please say what day it is'],
  endsBeforeItBegins: ['结束日不能早于开始日 {from}', 'It cannot end before it begins on {from}'],
  eventTooLong: [
    '{days} 天太长，一个活动最多 {most} 天',
    '{days} days is too long: one event lasts at most {most}',
  ],
  ...roomWords,
  minutesWrong: ['每天 0 到 480 分钟', '0 to 480 minutes a day'],
  yearUnknown: [
    '{year} 年的放假安排还不在系统内（已知 {from}–{to} 年），请按公布的安排逐日标记',
    'The holiday decree of {year} is not known yet (known: {from}–{to}); please mark its days by hand',
  ],
})
