import { words } from '../../kinds/words.ts'

/** Words of signing in and of one's own sign-ins; the shell's other words are in ../words.ts. */
export const accessWords = words({
  firstPassword: ['设一个自己的密码', 'Choose a password of your own'],
  firstPasswordSub: [
    '现在的密码是别人给的，只用这一次',
    'The present one was given to you and is used only this once',
  ],
  newPassword: ['新密码', 'New password'],
  passwordHint: [
    '至少 8 个字符；不要用工号、手机号或生日',
    'At least 8 characters; not your job number, phone or birthday',
  ],
  showPassword: ['显示密码', 'Show the password'],
  saveAndEnter: ['保存并进入', 'Save and enter'],
  proveTitle: ['确认是您本人', 'Confirm that it is you'],
  proveNote: [
    '这件事分量重，先再输一次密码；15 分钟内不再问',
    'This one carries weight: enter your password once more; you are not asked again for 15 minutes',
  ],
  proveDemo: ['示例连锁的密码是 demo', 'The password of the demo chain is demo'],
  proveGo: ['确认', 'Confirm'],
  sessions: ['登录的设备', 'Signed-in devices'],
  sessionNow: ['这台', 'This one'],
  sessionEnd: ['退出', 'Sign out'],
  sessionEndOf: ['让 {device} 退出', 'Sign out {device}'],
  sessionLine: ['最近使用 {at} · {address}', 'Last used {at} · {address}'],
  sessionNoAddress: ['最近使用 {at}', 'Last used {at}'],
  byPin: ['店铺设备 · PIN', 'Store device · PIN'],
  byPasskey: ['通行密钥', 'Passkey'],
  byCompany: ['公司账号', 'Company account'],
  everywhere: ['全部退出', 'Sign out everywhere'],
  everywhereNote: [
    '所有设备都要重新登录，包括这一台。手机丢了或借过别人时用。',
    'Every device has to sign in again, this one too. For a lost or lent phone.',
  ],
})
