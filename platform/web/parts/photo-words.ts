import { words } from '../../kinds/words.ts'

export const photoPartWords = words({
  take: ['拍照', 'Take a photo'],
  retake: ['重拍', 'Take again'],
  choose: ['选图片', 'Choose a picture'],
  other: ['换一张', 'Choose another'],
  remove: ['不要这张', 'Remove'],
  making: ['正在处理', 'Preparing'],
  sending: ['正在上传', 'Sending'],
  sent: ['已上传', 'Sent'],
  again: ['再传一次', 'Send again'],
  unreadable: ['这个文件打不开，请拍一张照片', 'This file cannot be opened: please take a photo'],
  needed: ['必拍', 'needed'],
  enlarge: ['放大：{alt}', 'Enlarge: {alt}'],
  close: ['关闭', 'Close'],
  before: ['整改前', 'Before'],
  after: ['整改后', 'After'],
  takenBy: ['{name} {when} 拍', 'Taken by {name}, {when}'],
  like: [
    '与 {name} {when} 拍的很像，请细看',
    'Looks much like the one taken by {name}, {when}: look closely',
  ],
  sentLate: ['拍后 {hours} 小时才传', 'Sent {hours} {hours|hour|hours} after it was taken'],
  todaysCode: ['今日码', 'Today’s code'],
  codeHint: ['写在卡片上，放进每张照片', 'Write it on a card and put it into each photo'],
  code: ['画面里应有当日码 {code}', 'The day’s code {code} should be in the picture'],
})
