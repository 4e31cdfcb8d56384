import { words } from '../../platform/kinds/words.ts'

/** Sentences that every part of the organization needs: what is wrong with a field, and names of things. */
export const sharedWords = words({
  notFound: ['没有找到', 'Not found'],
  changedMeanwhile: [
    '刚刚有人改过，请刷新再试',
    'Somebody changed this just now: please refresh and try again',
  ],
  nameMissing: ['请填写名称', 'Please enter a name'],
  codeMissing: ['请填写编码', 'Please enter a code'],
  codeForm: ['编码里不能有空格', 'A code has no spaces'],
  reasonMissing: ['请写一句原因', 'Please say why, in a few words'],
  phoneForm: ['电话号码不对', 'This is not a phone number'],
  timeZoneUnknown: ['没有这个时区', 'There is no such time zone'],
  currencyForm: ['货币写三个大写字母，如 CNY', 'A currency is three capitals, such as CNY'],
  clockForm: ['时间写成 10:00 这样', 'Write a time like 10:00'],
})

export const positionNames = words({
  generalManager: ['总经理', 'General Manager'],
  operationsDirector: ['运营总监', 'Operations Director'],
  areaManager: ['运营区长', 'Area Manager'],
  storeManager: ['店长', 'Store Manager'],
  salesAssociate: ['导购', 'Sales Associate'],
  finance: ['财务', 'Finance'],
  merchandising: ['商品', 'Merchandising'],
  personnel: ['人事', 'Personnel'],
  training: ['培训', 'Training'],
  administrator: ['系统管理', 'Administrator'],
})

export const storeKindNames = words({
  concession: ['专柜', 'Concession'],
  leased: ['租赁店', 'Leased'],
  street: ['街店', 'Street'],
  outlet: ['奥莱', 'Outlet'],
})
