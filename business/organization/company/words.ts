import { words } from '../../../platform/kinds/words.ts'
import { secretWords } from '../access/words.ts'
import { sharedWords } from '../words.ts'

export const companyWords = words({
  ...sharedWords,
  companyExists: ['公司已经建立，请登录', 'The company exists already: please sign in'],
  ...secretWords,
})
