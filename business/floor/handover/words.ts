import { words } from '../../../platform/kinds/words.ts'
import { accessWords } from '../../organization/access/words.ts'

/** Refusals of the shift handover. */
export const handoverWords = words({
  notFound: ['没有找到', 'Not found'],
  textTooLong: ['太长了', 'Too long'],
  dayWrong: ['日期不对', 'This is not a day'],
  cashWrong: ['金额不对', 'This is not an amount'],
  keysWrong: ['钥匙 0 到 99 把', '0 to 99 keys'],
  lineMissing: ['写一句是什么', 'Say in a few words what it is'],
  linesMany: ['太多了，挑要紧的', 'Too many: keep to what matters'],
  notHere: ['不在这家店', 'Not of this store'],
  oneself: ['交给自己不算', 'Not to oneself'],
  openAlready: ['上一份还没人接', 'The last one has not been taken yet'],
  notYours: ['不是交给您的', 'This was not given to you'],
  withdrawn: ['已经撤回', 'This was taken back'],
  takenAlready: ['已经接过了', 'This has been taken'],
  pinWrong: accessWords.pinWrong,
  waitBeforeTrying: accessWords.waitBeforeTrying,
  ownPhone: ['您自己登录着，不用 PIN，直接签', 'You are signed in yourself: sign without a PIN'],
  noPin: [
    '她还没有 PIN：请她在自己手机上签；PIN 在「我 › 登录与安全」里设',
    'She has no PIN: let her sign on her own phone; a PIN is set under “Me › Sign-in and security”',
  ],
  differs: ['和交的不一样，写一句', 'It is not what was given: say so in a few words'],
})
