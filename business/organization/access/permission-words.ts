import { type Sentence, words } from '../../../platform/kinds/words.ts'

/** What the areas of the declared table are called, by the first part of an operation's name. */
export const areaNames: Readonly<Record<string, Sentence>> = words({
  access: ['登录与验证', 'Signing in'],
  devices: ['店铺设备', 'Store devices'],
  audit: ['审计', 'Audit'],
  organization: ['组织与人员', 'Organization and people'],
  privacy: ['个人信息', 'Personal data'],
  goods: ['商品', 'Goods'],
  imports: ['导入', 'Imports'],
  targets: ['目标', 'Targets'],
  sales: ['销售', 'Sales'],
  boards: ['进度看板', 'Progress boards'],
  reports: ['店铺日报', 'Store reports'],
  ownReports: ['个人小结', 'One’s own reports'],
  chase: ['追目标', 'Chasing the target'],
  directives: ['指令', 'Directives'],
  adjust: ['目标调整', 'Adjusting targets'],
  notices: ['通知', 'Notices'],
  leave: ['请假', 'Leave'],
  duties: ['岗位职责', 'Duties'],
  editions: ['职责版本', 'Editions of the duties'],
  descriptions: ['读入岗位说明书', 'Reading job descriptions'],
})

export const permissionWords = words({
  permissions: ['权限表', 'Permissions'],
  area: ['业务', 'Area'],
  what: ['做什么', 'What'],
  kind: ['看还是做', 'Kind'],
  view: ['看', 'See'],
  action: ['做', 'Do'],
  who: ['谁可以', 'Who may'],
  stepUp: ['要再确认本人', 'Proof again'],
  code: ['代码', 'Name'],
  yes: ['是', 'Yes'],
  anyone: ['任何人，不用登录', 'Anybody, signed in or not'],
  signedIn: ['登录的人，只对自己', 'Whoever is signed in, for himself'],
  own: ['本人', 'own'],
  store: ['本店', 'store'],
  areaReach: ['本区', 'area'],
  company: ['全公司', 'company'],
})
