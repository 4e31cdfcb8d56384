import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  company: ['全公司', 'The company'],
  companyShort: ['全公司', 'Company'],
  area: ['区域', 'Area'],
  store: ['店铺', 'Store'],
  storeShort: ['本店', 'Store'],
  mine: ['我的销售', 'My sales'],
  mineShort: ['业绩', 'Sales'],
})
