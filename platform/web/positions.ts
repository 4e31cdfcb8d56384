import { type Sentence, words } from '../kinds/words.ts'

/** Positions (岗位) in the order of the house, with what a person in it finds here. */
export const positionWords = words({
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
export type Position = keyof typeof positionWords

export const positions = Object.keys(positionWords) as Position[]
export const positionName = (position: Position): Sentence => positionWords[position]
