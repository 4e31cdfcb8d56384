import { words } from '../../../platform/kinds/words.ts'
import { peopleWords } from '../people/words.ts'
import { storeWords } from '../stores/words.ts'

export const intakeWords = words({
  ...storeWords,
  ...peopleWords,
  jobNumberMissing: [
    '没有工号：同名的人只能靠工号区分',
    'No job number: people of the same name are told apart only by it',
  ],
  twiceInFile: ['与第 {row} 行重复（{key}）', 'The same as row {row} ({key})'],
  dayUnreadable: ['“{text}”不是日期，请写成 2024-03-01', '“{text}” is not a date: write it like 2024-03-01'],
  kindUnknown: [
    '不认识的店铺类型“{text}”，请写专柜、租赁、街店或奥莱',
    'Unknown kind of store “{text}”: write concession, leased, street or outlet',
  ],
  sizeUnreadable: ['“{text}”不是面积', '“{text}” is not a selling area'],
  zoneUnreadable: ['没有这个时区：“{text}”', 'There is no such time zone: “{text}”'],
  currencyUnreadable: ['货币写三个大写字母，不是“{text}”', 'A currency is three capitals, not “{text}”'],
  storeUnknown: ['没有店铺“{text}”，请先导入店铺', 'There is no store “{text}”: import the stores first'],
  storeNameTwice: [
    '有 {count} 家店叫“{text}”，请写店铺编码',
    '{count} stores are called “{text}”: write the store code',
  ],
  areaNotFound: ['没有区域“{text}”', 'There is no area “{text}”'],
  phoneUnreadable: ['“{text}”不是电话号码', '“{text}” is not a phone number'],
  positionByHand: [
    '总经理和系统管理员请在人员页逐个任命，不能导入',
    'General managers and administrators are appointed one by one, not imported',
  ],
  leaveByHand: ['{name}已在职，离职请在人员页办理', '{name} is employed: let people leave on their own page'],
  severalSeats: [
    '{name}现有 {count} 个任职，请在人员页调任',
    '{name} holds {count} appointments: transfer on the person’s page',
  ],
})
