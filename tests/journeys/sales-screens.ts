import type { Page } from 'playwright-core'
import type { TestHouse } from './house.ts'
import { area, areaManager, associate, at, by, manager, type Screen, store } from './screen.ts'

const nextYear = (house: TestHouse): number => Number(house.demo.today.slice(0, 4)) + 1

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

/** Boards, targets, tickets, reports, and the steering of what lags. */
export const salesScreens: readonly Screen[] = [
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
]
