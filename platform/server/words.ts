import { words } from '../kinds/words.ts'

export const serverWords = words({
  signedOut: ['请先登录', 'Please sign in'],
  secondFactor: ['请先输入验证码完成登录', 'Please finish signing in with your code'],
  newPassword: ['请先设一个自己的密码', 'Please choose a password of your own first'],
  secondFactorSetUp: ['公司要求先设置二次验证', 'The company asks you to set up a second step first'],
  proveAgain: ['这件事要再确认一次是您本人', 'Please confirm once more that it is you'],
  ownSignInOnly: [
    '这件事要用自己的密码登录后才能做，PIN 和接口令牌不行',
    'This needs your own sign-in; a PIN or a token will not do',
  ],
  position: ['您的岗位不能做这件事：{summary}', 'Your position may not do this: {summary}'],
  scope: ['没有找到，或不在您的管辖范围内', 'Not found, or outside your scope'],
  unknownOperation: ['没有这个操作：{name}', 'There is no such operation: {name}'],
  alreadyThere: ['这条记录已经有了，请刷新后再试', 'This is on record already; please reload and try again'],
  notThere: [
    '所选的内容已不存在，请刷新后再选',
    'What was chosen is not there; please reload and choose again',
  ],
  badShape: ['有 {count} 处需要改正', '{count} field(s) need mending'],
  badRequest: ['请求的格式不对', 'The request is not of the right form'],
  badText: [
    '文字里有无法保存的字符，或层数太深',
    'The text holds characters that cannot be kept, or is nested too deep',
  ],
  badJson: ['请求内容不是有效的 JSON', 'The request is not valid JSON'],
  keyMissing: [
    '缺少 Idempotency-Key 请求头（8 到 80 个字符）',
    'The Idempotency-Key header (8 to 80 characters) is missing',
  ],
  keyReused: [
    '同一个 Idempotency-Key 已用于另一份内容',
    'This Idempotency-Key was already used with another body',
  ],
  waitedTooLong: [
    '这件事在手机里放了超过 {days} 天，收不进来了；请重新办',
    'This waited on the phone for more than {days} days and can no longer be taken; please do it anew',
  ],
  mayNotWait: [
    '这件事要联网当时办，不能攒着补交',
    'This needs the network at once and cannot be handed in later',
  ],
  otherPerson: [
    '这件事是另一位同事做的，要由本人登录后送出',
    'A colleague did this; it is sent when that person has signed in',
  ],
  readOnly: [
    '服务器磁盘将满，暂时只能查看，不能保存：{reason}',
    'The disk is almost full: reading goes on, nothing can be saved for now: {reason}',
  ],
  fault: [
    '系统出了故障，编号 {reference}，什么都没有保存，请重试',
    'Something broke, reference {reference}; nothing was saved, please try again',
  ],
  busy: ['正忙，请稍候再试', 'Busy, please try again in a moment'],
  tooMany: [
    '这里同时来的请求太多，请稍候再试',
    'Too many requests from here at once, please try again in a moment',
  ],
  foreignOrigin: ['请求来自别的网站，已拒绝', 'The request came from another site and was refused'],
  tooLarge: ['请求太大', 'The request is too large'],
  field_required: ['请填写', 'Required'],
  field_type: ['格式不对', 'Not of the right form'],
  field_tooSmall: ['太小或太短，至少 {minimum}', 'Too small or too short, at least {minimum}'],
  field_tooBig: ['太大或太长，至多 {maximum}', 'Too large or too long, at most {maximum}'],
  field_format: ['格式不对', 'Not of the right form'],
  field_option: ['请从这些里选：{options}', 'Choose one of: {options}'],
  field_unknown: ['不认识的字段：{keys}', 'Unknown field: {keys}'],
  field_other: ['这里不对', 'This is not right'],
})
