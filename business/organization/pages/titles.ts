import { words } from '../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  organization: ['组织架构', 'Organization'],
  organizationShort: ['组织', 'Organization'],
  people: ['人员', 'People'],
  person: ['员工', 'Person'],
  store: ['店铺', 'Store'],
  calendar: ['营业日历', 'Business calendar'],
  calendarShort: ['日历', 'Calendar'],
  company: ['公司设置', 'Company settings'],
  companyShort: ['公司', 'Company'],
})
