import { addDays } from '../../platform/kinds/day.ts'
import type { TestHouse } from './house.ts'
import { type Asks, areaManager, associate, at, by, manager, type Screen, store } from './screen.ts'

/** As a company's own Word file has it: numbered, half of it without saying when. */
const pastedDescription = [
  '店长岗位说明书',
  '一、岗位职责',
  '1、每天闭店后核对货款，提交销售日报；',
  '2、每周五根据销售调整打法；',
  '3、及时处理顾客投诉，做好记录；',
  '4、次月5日前完成员工月度谈话',
  '二、任职要求',
  '1、大专以上学历，两年以上女装零售管理经验',
].join('\n')

/** The report of the day before yesterday in the shop, as one duty. */
/** The draft that personnel of the demo chain has handed in. */
function theDraft(rest: string): Asks {
  return async (house) => {
    const [draft] = await house.house.database.query<{ id: string }>('select id from duty_draft limit 1')
    return `/editions/drafts/${draft!.id}${rest}`
  }
}

async function aDoneDuty(house: TestHouse): Promise<string> {
  const [row] = await house.house.database.query<{ id: string }>(
    `select id from duty_instance where store_id = $1 and duty = 'SM-1.5' and day = $2`,
    [store(house), addDays(house.demo.today, -2)],
  )
  return `/duties/${store(house)}/${row!.id}`
}

/** Today, the weave, and the job descriptions with their editions. */
export const dutyScreens: readonly Screen[] = [
  { name: 'today-store', page: '/today', as: manager, path: at('/today') },
  { name: 'today-area', page: '/today', as: areaManager, path: at('/today') },
  { name: 'today-director', page: '/today', as: by('operationsDirector'), path: at('/today') },
  { name: 'today-gm', page: '/today', as: by('generalManager'), path: at('/today') },
  { name: 'today-own', page: '/today', as: associate, path: at('/today') },
  {
    name: 'today-duty',
    page: '/today',
    as: manager,
    path: at('/today'),
    first: async (page) => {
      await page.locator('.duty h3 a').first().click()
      await page.locator('[role=dialog] .one-proof').waitFor()
    },
  },
  { name: 'today-waiting', page: '/today', as: areaManager, path: at('/today?waiting=1') },
  { name: 'weave-area', page: '/weave', as: areaManager, path: at('/weave') },
  { name: 'weave-company', page: '/weave', as: by('generalManager'), path: at('/weave') },
  {
    name: 'weave-company-stores',
    page: '/weave',
    as: by('operationsDirector'),
    path: at('/weave?level=store'),
  },
  { name: 'weave-store', page: '/weave', as: manager, path: at('/weave') },
  {
    name: 'weave-day',
    page: '/weave',
    as: areaManager,
    path: (h) => `/weave?below=${store(h)}&on=${addDays(h.demo.today, -1)}`,
  },
  { name: 'duty', page: '/duties/$store/$instance', as: areaManager, path: aDoneDuty },
  {
    name: 'duty-record',
    page: '/targets/stores/$store',
    as: areaManager,
    path: (h) => `/targets/stores/${store(h)}?month=${h.demo.today.slice(0, 7)}`,
  },
  { name: 'job', page: '/job', as: manager, path: at('/job') },
  { name: 'job-all', page: '/job', as: by('operationsDirector'), path: at('/job?position=all&state=live') },
  { name: 'job-clause', page: '/job/$duty', as: areaManager, path: at('/job/SM-1.5') },
  { name: 'editions', page: '/editions', as: by('operationsDirector'), path: at('/editions') },
  {
    name: 'draft',
    page: '/editions/drafts/$draft',
    as: by('personnel'),
    path: theDraft('?position=storeManager'),
  },
  {
    name: 'draft-clause',
    page: '/editions/drafts/$draft',
    as: by('personnel'),
    path: theDraft('?position=storeManager&clause=SM-1.5'),
    first: async (page) => {
      await page.locator('[role=dialog] .calendar-field').waitFor()
    },
  },
  {
    name: 'draft-profile',
    page: '/editions/drafts/$draft',
    as: by('personnel'),
    path: theDraft('?position=salesAssociate&clause=profile'),
    first: async (page) => {
      await page.locator('[role=dialog] textarea').first().waitFor()
    },
  },
  {
    name: 'draft-force',
    page: '/editions/drafts/$draft/force',
    as: by('operationsDirector'),
    path: theDraft('/force'),
  },
  {
    name: 'editions-compared',
    page: '/editions/difference',
    as: by('personnel'),
    path: at('/editions/difference'),
  },
  { name: 'read-description', page: '/editions/import', as: by('personnel'), path: at('/editions/import') },
  {
    name: 'description-read',
    page: '/editions/import/$description',
    as: by('personnel'),
    path: at('/editions/import'),
    first: async (page) => {
      await page.locator('#read-text').fill(pastedDescription)
      await page.locator('.sticky-bar button, .act button').last().click()
      await page.locator('.read-line').first().waitFor()
    },
  },
  { name: 'load', page: '/load', as: areaManager, path: at('/load') },
]
