import { words } from '../../../../platform/kinds/words.ts'

export const d = words({
  devices: ['店铺设备', 'Store devices'],
  sub: [
    '店里共用的手机、平板：登记后，本店的人用 PIN 在上面登录、接班、打卡',
    'The store’s shared phones and tablets: once enrolled, its people sign in, take shifts over and clock in on them by PIN',
  ],
  thisOne: ['您手上这台', 'The one in your hand'],
  isOurs: ['这台设备属于{store}，叫「{name}」', 'This device belongs to {store} and is called “{name}”'],
  isNobodys: ['这台设备还不属于哪家店', 'This device belongs to no store yet'],
  ownPhoneNote: [
    '自己的手机不用登记。登记的是留在店里、大家都用的那台。',
    'Your own phone needs no enrolment: enrol the one that stays in the store and that everybody uses.',
  ],
  enrol: ['这台设备属于本店', 'This device belongs to the store'],
  enrolAgain: ['重新登记', 'Enrol it anew'],
  enrolTitle: ['登记这台设备', 'Enrol this device'],
  enrolNote: [
    '登记后您在这台上仍是登录着的。离开前退出登录，下一位就看得到 PIN 登录。',
    'You stay signed in on it. Sign out before you leave it, and the next person is asked for a PIN.',
  ],
  enrolAnewNote: [
    '原来的登记会停用，在它上面用 PIN 登录的人马上退出。',
    'Its present enrolment ends, and whoever is signed in on it by PIN is signed out.',
  ],
  store: ['哪家店', 'Which store'],
  chooseStore: ['选一家店', 'Choose a store'],
  name: ['叫什么', 'What it is called'],
  nameHint: ['例：收银台平板', 'Such as: tablet at the till'],
  save: ['登记', 'Enrol'],
  enrolled: ['登记好了', 'Enrolled'],
  here: ['这台', 'This one'],
  used: ['最近使用 {at}', 'Last used {at}'],
  by: ['{name} 于 {at} 登记', 'Enrolled by {name}, {at}'],
  byNobody: ['{at} 登记', 'Enrolled {at}'],
  open: ['{count} 人正用 PIN 登录', '{count} {count|person|people} signed in by PIN'],
  idle: ['超过 30 天没有用', 'Not used for more than 30 days'],
  revoke: ['停用', 'Revoke'],
  revokeOf: ['停用{name}', 'Revoke {name}'],
  revokeNote: [
    '丢了、坏了、换了就停用：用 PIN 登录的人马上退出，这台再也认不得 PIN。',
    'For a lost, broken or replaced device: whoever is signed in by PIN is signed out, and it takes no PIN any more.',
  ],
  revoked: ['停用了', 'Revoked'],
  none: ['还没有登记的设备', 'No device is enrolled yet'],
  noneNext: [
    '拿着店里那台设备，打开这一页，按「这台设备属于本店」',
    'Open this page on the store’s device and press “This device belongs to the store”',
  ],
})
