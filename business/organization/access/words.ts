import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

/** Why something makes no password. */
export const secretWords = words({
  passwordShort: ['密码至少 {minimum} 个字符', 'A password needs at least {minimum} characters'],
  passwordTellsOwner: [
    '密码里不要放工号或手机号',
    'A password must not be made of the job number or the phone number',
  ],
  passwordCommon: [
    '这个密码太常见，别人一猜就中，请换一个',
    'This password is among the first that anybody tries: please choose another',
  ],
})

/** Why signing in, passwords, sessions and devices say no. */
export const accessWords = words({
  wrongLogin: ['工号/手机号或密码不对', 'The job number / phone or the password is wrong'],
  waitBeforeTrying: [
    '试错次数太多，请 {minutes} 分钟后再试',
    'Too many wrong attempts: please try again in {minutes} min',
  ],
  wrongPassword: ['密码不对', 'The password is wrong'],
  ...secretWords,
  passwordSame: ['新密码要和原来的不一样', 'The new password must differ from the present one'],
  noPassword: [
    '您还没有自己的密码，请找管理员要一个登录码',
    'You have no password here: ask the administrator for a sign-in code',
  ],
  passwordIsOwn: ['您已经有自己的密码', 'You have a password of your own already'],
  ownSignInFirst: ['请先用自己的密码登录', 'Please sign in with your own password first'],
  codeWrong: ['验证码不对', 'The code is wrong'],
  codeNeeded: ['您设了二次验证，请用验证码或通行密钥确认', 'You have a second step: use a code or a passkey'],
  passkeyWrong: ['通行密钥没有通过', 'The passkey was not accepted'],
  passkeyUnknown: ['这里不认得这把通行密钥', 'This passkey is not known here'],
  passkeyKnown: ['这把通行密钥已经在用', 'This passkey is in use already'],
  passkeyTooLate: ['等得太久了，请再来一次', 'That took too long: please try again'],
  pinForm: ['PIN 是 4 到 6 位数字', 'A PIN has 4 to 6 digits'],
  pinCommon: [
    '这个 PIN 一猜就中，请换一个',
    'This PIN is among the first that anybody tries: please choose another',
  ],
  pinTellsOwner: ['不要用工号或手机号里的数字', 'Not digits of your job number or phone'],
  pinWrong: ['PIN 不对', 'The PIN is wrong'],
  notOurDevice: ['这台设备没有登记为店铺设备', 'This device is not enrolled by a store'],
  nameMissing: sharedWords.nameMissing,
  lastFactor: [
    '公司要求二次验证：先加一种新的，再去掉这一种',
    'The company asks for a second step: add another one before removing this',
  ],
  reasonMissing: sharedWords.reasonMissing,
  demoFixed: [
    '示例连锁里人人用同一个密码，不能改',
    'In the demo chain everybody has the same password: it stays',
  ],
  notFound: sharedWords.notFound,
  changedMeanwhile: sharedWords.changedMeanwhile,
  administratorOnly: [
    '涉及总经理或系统管理岗位，只有系统管理员可以办',
    'This concerns the general manager or an administrator: only an administrator may do it',
  ],
})
