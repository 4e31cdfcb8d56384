import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../../app/root.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { cashScreens } from './cash-screens.ts'
import { checkScreens } from './check-screens.ts'
import { dayScreens } from './day-screens.ts'
import { openEmptyHouse, openTestHouse, type TestHouse, type Visit } from './house.ts'
import { stockScreens } from './stock-screens.ts'

type Asks = (house: TestHouse, visit: Visit) => string | Promise<string>
export interface Screen {
  readonly name: string
  /** The declared path that it shows; none for the pages before sign-in. */
  readonly page?: string
  /** Job number of who looks. */
  readonly as: (house: TestHouse) => string
  readonly path: Asks
  /** What is done on it before one looks. */
  readonly first?: (page: Page, house: TestHouse) => Promise<void>
}

const shop = 'NJ01'
const store = (house: TestHouse): string => house.demo.chain.stores.find((s) => s.code === shop)!.id
const area = (house: TestHouse): string => house.demo.chain.areas[1]!.id
const manager = (house: TestHouse): string => house.holder('storeManager', { store: shop })
const associate = (house: TestHouse): string => house.holder('salesAssociate', { store: shop })
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E2' })
const by =
  (position: string) =>
  (house: TestHouse): string =>
    house.holder(position)
const at = (path: string) => (): string => path
const nextYear = (house: TestHouse): number => Number(house.demo.today.slice(0, 4)) + 1

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

/** Every page of the product, and the states of it that one should have seen. */
export const screens: readonly Screen[] = [
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
  { name: 'board-company', page: '/board', as: by('operationsDirector'), path: at('/board') },
  {
    name: 'board-one-area',
    page: '/board/areas/$area',
    as: by('generalManager'),
    path: (h) => `/board/areas/${area(h)}`,
  },
  {
    name: 'board-one-store',
    page: '/board/stores/$store',
    as: areaManager,
    path: (h) => `/board/stores/${store(h)}`,
  },
  { name: 'board-area', page: '/area-board', as: areaManager, path: at('/area-board') },
  { name: 'board-store', page: '/store-board', as: manager, path: at('/store-board') },
  {
    name: 'explanation',
    page: '/store-board',
    as: manager,
    path: at('/store-board'),
    first: async (page) => {
      await page.locator('.figure-press').first().click()
      await page.locator('[role=dialog] .explain-definition').waitFor()
    },
  },
  { name: 'board-own', page: '/mine', as: associate, path: at('/mine') },
  {
    name: 'targets-year',
    page: '/targets',
    as: by('generalManager'),
    path: (h) => `/targets?year=${nextYear(h)}`,
  },
  {
    name: 'targets-file',
    page: '/targets',
    as: by('operationsDirector'),
    path: (h) => `/targets?year=${nextYear(h)}`,
    first: fillYearByFile,
  },
  {
    name: 'targets-cell',
    page: '/targets',
    as: by('operationsDirector'),
    path: (h) => `/targets?year=${nextYear(h)}`,
    first: async (page) => {
      // On the desk a cell is changed where it stands; on the phone in a sheet.
      const month = page.locator('.phone-months button').nth(2)
      if ((await month.count()) === 0) return
      await month.click()
      await page.getByRole('dialog').getByRole('textbox').fill('520')
    },
  },
  {
    name: 'targets-area',
    page: '/targets/areas/$area',
    as: areaManager,
    path: (h) => `/targets/areas/${area(h)}`,
  },
  {
    name: 'targets-store',
    page: '/targets/stores/$store',
    as: manager,
    path: (h) => `/targets/stores/${store(h)}`,
  },
  { name: 'ticket', page: '/ticket', as: associate, path: at('/ticket') },
  { name: 'ticket-filled', page: '/ticket', as: manager, path: at('/ticket'), first: fillTicket },
  {
    name: 'ticket-saved',
    page: '/ticket',
    as: (h) => h.holder('storeManager', { store: 'HZ02' }),
    path: at('/ticket'),
    first: async (page, house) => {
      await fillTicket(page, house)
      await page.locator('.sticky-buttons button').first().click()
      await page.locator('.saved').waitFor()
    },
  },
  { name: 'tickets', page: '/tickets', as: manager, path: at('/tickets') },
  {
    name: 'ticket-one',
    page: '/tickets/$store/$ticket',
    as: manager,
    path: at('/tickets'),
    first: async (page) => {
      await page.locator('tbody tr').first().click()
      await page.waitForURL((url) => url.pathname.split('/').length === 4)
    },
  },
  { name: 'traffic', page: '/traffic', as: manager, path: at('/traffic') },
  { name: 'till-tokens', page: '/till-tokens', as: by('administrator'), path: at('/till-tokens') },
  { name: 'report', page: '/report', as: manager, path: at('/report') },
  { name: 'own-report', page: '/own-report', as: associate, path: at('/own-report') },
  { name: 'own-report-week', page: '/own-report/$kind', as: associate, path: at('/own-report/week') },
  { name: 'own-reports', page: '/own-reports', as: manager, path: at('/own-reports') },
  {
    name: 'report-filed',
    page: '/report',
    as: (h) => h.holder('storeManager', { store: 'HZ02' }),
    path: at('/report'),
    first: async (page) => {
      const send = page.getByRole('button', { name: /^(提交|Submit)/ })
      if ((await send.count()) === 0) return
      const sentences = page.locator('textarea:not([aria-hidden])')
      await sentences.first().fill('双面大衣试穿多，M 码断')
      await sentences.nth(1).fill('上午补 M 码，下午约老客')
      await send.first().click()
      await send.waitFor({ state: 'detached' })
    },
  },
  { name: 'reports', page: '/reports', as: areaManager, path: at('/reports') },
  {
    name: 'reports-of-store',
    page: '/reports/$store',
    as: areaManager,
    path: (h) => `/reports/${store(h)}`,
  },
  ...cashScreens,
  ...stockScreens,
  ...dayScreens,
  ...checkScreens,
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
  { name: 'notices', page: '/notices', as: associate, path: at('/notices') },
  {
    name: 'notice-read',
    page: '/notices',
    as: associate,
    path: at('/notices'),
    first: async (page) => {
      await page.locator('.bulletin').first().click()
      await page.locator('[role=dialog] .bulletin-body').waitFor()
    },
  },
  {
    name: 'notice-relay',
    page: '/notices',
    as: manager,
    path: at('/notices'),
    first: async (page) => {
      await page.locator('.bulletin').first().click()
      await page.locator('[role=dialog] .bulletin-people').waitFor()
    },
  },
  {
    name: 'notices-published',
    page: '/notices',
    as: by('operationsDirector'),
    path: at('/notices?tab=published'),
  },
  {
    name: 'notice-progress',
    page: '/notices/$notice',
    as: by('operationsDirector'),
    path: at('/notices?tab=published'),
    first: async (page) => {
      await page.locator('.bulletin').nth(1).click()
      await page.waitForURL((url) => url.pathname.split('/').length === 3)
    },
  },
  {
    name: 'notice-write',
    page: '/notices/write',
    as: areaManager,
    path: at('/notices/write'),
    first: async (page) => {
      await page.locator('.choices .choice').nth(2).click()
      await page.getByRole('button', { name: /^30/ }).click()
    },
  },
  { name: 'leave', page: '/leave', as: associate, path: at('/leave') },
  { name: 'leave-decide', page: '/leave', as: manager, path: at('/leave?tab=decide') },
  { name: 'leave-away', page: '/leave', as: associate, path: at('/leave?tab=away') },
  { name: 'leave-area', page: '/leave', as: areaManager, path: at('/leave?tab=away') },
  { name: 'chase', page: '/chase', as: areaManager, path: at('/chase') },
  { name: 'chase-month', page: '/chase/month', as: areaManager, path: at('/chase/month') },
  { name: 'steer', page: '/steer', as: by('operationsDirector'), path: at('/steer') },
  { name: 'directives', page: '/directives', as: areaManager, path: at('/directives?side=given') },
  {
    name: 'directive-one',
    page: '/directives',
    as: areaManager,
    path: at('/directives?side=given'),
    first: async (page) => {
      await page.locator('.directive').last().click()
      await page.locator('[role=dialog] .course').waitFor()
    },
  },
  {
    name: 'directive-new',
    page: '/directives/new',
    as: areaManager,
    path: (h) => `/directives/new?store=${store(h)}`,
  },
  { name: 'adjust', page: '/adjust', as: manager, path: at('/adjust') },
  { name: 'adjustments', page: '/adjustments', as: areaManager, path: at('/adjustments') },
  { name: 'imports', page: '/imports', as: by('finance'), path: at('/imports') },
  {
    name: 'import-preview',
    page: '/imports/file/$file',
    as: by('finance'),
    path: async (h, visit) => `/imports/file/${await uploadDays(h, visit)}`,
  },
  {
    name: 'import-result',
    page: '/imports/$import',
    as: by('finance'),
    path: at('/imports'),
    first: async (page) => {
      // The file of the preview before it, let in as it was understood.
      await page.goto(page.url().replace('/imports', `/imports/file/${uploaded}`))
      await page.getByRole('button', { name: /^(导入|Import)/ }).click()
      await page.waitForURL((url) => !url.pathname.includes('/file/'))
    },
  },
  { name: 'permissions', page: '/permissions', as: by('administrator'), path: at('/permissions') },
  { name: 'audit', page: '/audit', as: by('administrator'), path: at('/audit') },
  { name: 'organization', page: '/organization', as: by('operationsDirector'), path: at('/organization') },
  { name: 'people', page: '/people', as: by('personnel'), path: at('/people') },
  {
    name: 'person',
    page: '/people/$person',
    as: by('personnel'),
    path: (h) => `/people/${h.demo.chain.people.find((p) => p.jobNumber === manager(h))!.id}`,
  },
  { name: 'store', page: '/stores/$store', as: by('administrator'), path: (h) => `/stores/${store(h)}` },
  { name: 'calendar', page: '/calendar', as: by('administrator'), path: at('/calendar') },
  { name: 'company', page: '/company', as: by('administrator'), path: at('/company') },
  { name: 'me', as: manager, path: at('/me') },
  { name: 'security', as: areaManager, path: at('/me/security') },
]

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

/** Before anybody has signed in: the door of the demo chain, of a company of one's own, and the very first page. */
export const outside = ['sign-in-demo', 'sign-in', 'set-up'] as const

/** What a person sees on this screen, at rest. */
export async function showScreen(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  await visit.page.goto(house.address + (await screen.path(house, visit)))
  await lookAt(house, visit, screen)
}

/** As somebody gets there who is in the product already: from another page, without loading it anew. */
export async function walkTo(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  const path = await screen.path(house, visit)
  const stands = new URL(visit.page.url()).pathname
  if (screen.first || new URL(path, house.address).pathname === stands)
    return showScreen(house, visit, screen)
  await visit.page.evaluate((to) => history.pushState({}, '', to), path)
  await lookAt(house, visit, screen)
}

async function lookAt(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  await atRest(visit.page)
  if (!screen.first) return
  await screen.first(visit.page, house)
  await atRest(visit.page)
}

export async function showOutside(
  { page }: Visit,
  name: (typeof outside)[number],
  address: string,
): Promise<void> {
  await page.goto(address)
  await atRest(page)
  if (name !== 'sign-in') return
  await page.locator('.outside-link').click()
  await page.locator('form').waitFor()
}

/** Nothing is being fetched any more and nothing moves. */
async function atRest(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, .weaving'))
  await page.waitForTimeout(350)
}

/** A year filled in in Excel, with an area that nobody knows and a cell that is no amount. */
async function fillYearByFile(page: Page, house: TestHouse): Promise<void> {
  const months = Array.from({ length: 12 }, (_, m) => m + 1)
  const lines = house.demo.chain.areas.map((area, i) => [
    area.code,
    area.name,
    ...months.map((m) => String(300 + 20 * i + 7 * m)),
  ])
  lines[1]![4] = '待定'
  const rows = [
    ['编号', '区域', ...months.map((m) => `${m}月`)],
    ...lines,
    ['', '西北区', ...months.map(() => '100')],
  ]
  await page.getByRole('button', { name: /^(用表格填|Fill in by file)$/ }).click()
  await page.locator('[role=dialog] input[type=file]').setInputFiles({
    name: '年度目标.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`单位：万元\n${rows.map((row) => row.join(',')).join('\n')}\n`),
  })
  await page.locator('.file-problems').waitFor()
}

async function fillTicket(page: Page, house: TestHouse): Promise<void> {
  const pieces = house.demo.goods.filter((s) => s.category === '大衣' || s.category === '针织').slice(-2)
  for (const style of pieces.length === 2 ? pieces : house.demo.goods.slice(0, 2)) {
    await page.getByRole('searchbox').fill(style.skus[1]!.barcode)
    await page.getByRole('searchbox').press('Enter')
    await page.locator('.finder-list').waitFor({ state: 'detached' })
  }
}

let uploaded = ''
let uploads = 0
/** A file of store days with two rows that cannot be right, as finance would send it. */
async function uploadDays(house: TestHouse, { context }: Visit): Promise<string> {
  // Another month each time: what was let in once would only be recognized the second time.
  uploads += 1
  const month = `2024-0${1 + (uploads % 9)}`
  const rows = [1, 2, 3, 4, 5, 6].map((day) => `${shop},${month}-0${day},${8000 + day * 731}.50,${6 + day}`)
  const text = `店铺编码,营业日,净销售额,小票数\n${rows.join('\n')}\nNJ01,2024-13-01,9000,8\n无此店,2024-03-07,100,1\n`
  const reply = await context.request.put(`${house.address}/api/files`, {
    headers: {
      origin: house.address,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('2024年3月店日.csv'),
    },
    data: Buffer.from(text),
  })
  uploaded = ((await reply.json()) as { id: string }).id
  return uploaded
}

/** The evening of a Monday: the day's figures stand, and the daily report may be filed. */
export const evening = new Date('2026-11-23T13:40:00Z')

/** Every screen × phone and desk × both languages, as PNG; names given keep it to those. */
export async function takeScreens(
  only: readonly string[] = [],
  folder = join(root, 'docs/screens'),
): Promise<void> {
  const empty = await openEmptyHouse(evening)
  const house = await openTestHouse(evening, 430, 28)
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name)
  await mkdir(folder, { recursive: true })
  try {
    for (const language of ['zh', 'en'] as const) {
      for (const size of ['phone', 'desk'] as const) {
        const keep = async (visit: Visit, name: string): Promise<void> => {
          await visit.page.screenshot({ path: join(folder, `${name}-${size}-${language}.png`) })
          await visit.leave()
          console.log(`${name} ${size} ${language}`)
        }
        for (const screen of screens.filter((s) => wanted(s.name))) {
          const visit = await house.visit(screen.as(house), { size, language })
          await showScreen(house, visit, screen)
          await keep(visit, screen.name)
        }
        for (const name of outside.filter(wanted)) {
          const visit = await house.stranger({ size, language })
          await showOutside(visit, name, name === 'set-up' ? empty.address : house.address)
          await keep(visit, name)
        }
      }
    }
  } finally {
    await house.close()
    await empty.close()
  }
}
