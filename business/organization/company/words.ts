import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

export const companyWords = words({
  ...sharedWords,
  companyExists: ['公司已经建立，请登录', 'The company exists already: please sign in'],
  passwordShort: ['密码至少 8 个字符', 'A password needs at least 8 characters'],
})
