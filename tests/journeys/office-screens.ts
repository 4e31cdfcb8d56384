import type { TestHouse, Visit } from './house.ts'
import { areaManager, associate, at, by, manager, type Screen, shop, store } from './screen.ts'

/** The file last handed in: what comes of it is looked at on the next screen. */
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

/** Imports, organization, audit, and one’s own settings. */
export const officeScreens: readonly Screen[] = [
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
  { name: 'health', page: '/health', as: by('administrator'), path: at('/health') },
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
  {
    name: 'campaign-without-room',
    page: '/calendar',
    as: by('administrator'),
    path: at('/calendar'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(新营销日|New trade event)$/ }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('spinbutton').fill('90')
      await sheet.getByRole('checkbox').waitFor()
    },
  },
  { name: 'company', page: '/company', as: by('administrator'), path: at('/company') },
  { name: 'me', as: manager, path: at('/me') },
  { name: 'outbox', as: manager, path: at('/outbox') },
  { name: 'devices', page: '/devices', as: manager, path: at('/devices') },
  {
    name: 'device-enrol',
    page: '/devices',
    as: areaManager,
    path: at('/devices'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(这台设备属于本店|This device belongs)/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'pin-set',
    as: associate,
    path: at('/me/security'),
    first: async (page) => {
      await page.getByRole('button', { name: /^(设 PIN|换 PIN|Set a PIN|Change the PIN)/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'security', as: areaManager, path: at('/me/security') },
]
