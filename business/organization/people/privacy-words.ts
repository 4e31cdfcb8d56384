import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

export const privacyWords = words({
  notFound: sharedWords.notFound,
  reasonMissing: sharedWords.reasonMissing,
  noPhone: ['没有登记手机号', 'There is no phone number on record'],
  stillHere: ['还没有离职，不能注销', 'Still with the company: it cannot be erased'],
  mine: ['我的个人信息', 'My data'],
  table: ['记录', 'Record'],
  field: ['项目', 'Field'],
  value: ['内容', 'Content'],
})
