import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allInvariants } from '../../app/invariants.ts'
import { orderly, type SeenCard } from '../../business/floor/checks/sheets-for-tests.ts'
import { demoPassword } from '../../demo/make.ts'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { TcpProxy } from '../faults/proxy.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'
import { faultsOf } from './looked-at.ts'

let house: TestHouse
let now = monday.morning
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`)
const shop = 'NJ02'

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade)
  now = at('11:00')
})
afterAll(() => house?.close())

const id = (): string => house.demo.chain.stores.find((s) => s.code === shop)!.id
const manager = (): string => house.holder('storeManager', { store: shop })
const tickets = () =>
  house.house.database.query<{ id: string; hour: number; at: string }>(
    `select id, hour, to_char(sold_at at time zone 'Asia/Shanghai', 'HH24:MI') as at from ticket
     where store_id = $1 and day = $2 and source = 'phone' order by sold_at, id`,
    [id(), house.demo.today],
  )
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(house.address + path)
  await page.locator('h1, h2, [role=searchbox]').first().waitFor()
}
async function ring(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill(house.demo.goods[0]!.skus[0]!.barcode)
  await page.getByRole('searchbox').press('Enter')
  await page.locator('.finder-list').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '微信' }).click()
}
/** A piece that is not in the goods goes by its words. */
async function ringByWords(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: `按文字记一件“${words}”` }).click()
  await page.getByRole('button', { name: '输价格' }).click()
  await page.getByRole('dialog').getByLabel('成交价（一件）').fill('399')
  await page.getByRole('dialog').getByRole('button', { name: '好' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText('已记下，还没送到').waitFor()
}
/** The hour of the fitting rooms, all in order. */
async function lookAtFittingRooms(page: Page): Promise<void> {
  const card = page.locator('.check-card').filter({ hasText: '试衣间巡查' })
  await card.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '11:00' }).click()
  const rows = page.locator('.check-item')
  for (let i = 0; i < (await rows.count()); i++) {
    const row = rows.nth(i)
    const number = row.locator('input[inputmode=numeric]')
    if ((await number.count()) > 0) await number.fill('2')
    else await row.locator('.check-yes').click()
  }
  await page.getByRole('button', { name: '交表' }).click()
}
const passes = async (context: BrowserContext, time: string): Promise<void> => {
  now = at(time)
  await context.clock.setFixedTime(now)
}

test('a store’s day without network from eleven to four: all of it is there once, and what was not taken is dealt with', async () => {
  const before = await tickets()
  let { page, context, leave } = await house.visit(manager(), { size: 'phone', keepsShell: true })
  await open(page, '/ticket')
  // The goods are kept once the page is quiet.
  const goods = await page.waitForResponse((answer) => answer.url().includes('goods.search'))
  await goods.finished()
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  for (const path of ['/traffic', '/checks', '/attendance', '/today']) await open(page, path)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

  await context.setOffline(true)
  await passes(context, '11:20')
  await page.reload()
  await page.locator('.today').waitFor()
  await page.locator('.network-line').getByText('眼前是 11:00 的数').waitFor()
  await open(page, '/ticket')
  await ringByWords(page, '改衣加急费')
  await open(page, '/attendance')
  await page.getByRole('button', { name: '上班打卡' }).click()
  await page.getByRole('button', { name: '下班打卡', exact: true }).waitFor()
  await open(page, '/traffic')
  await page.getByRole('button', { name: '+5' }).click()
  await expect.poll(() => page.locator('.now-count .num').first().textContent()).toBe('5')
  await open(page, '/checks')
  await lookAtFittingRooms(page)
  await page.locator('.outbox-line').getByText('4 件在等网络').waitFor()
  expect(await tickets()).toEqual(before)

  // A colleague, whose phone has signal, hands in the same hour meanwhile.
  const colleague = await house.visit(house.holder('salesAssociate', { store: shop }), { size: 'phone' })
  const { request } = colleague.context
  const seen = await request.get(
    `${house.address}/api/see/checks.today?input=${encodeURIComponent(JSON.stringify({ store: id() }))}`,
  )
  const { cards } = (await seen.json()) as { cards: (SeenCard & { edition: string })[] }
  const fitting = cards.find((c) => c.kind === 'fitting')!
  const handedIn = await request.post(`${house.address}/api/do/checks.handIn`, {
    headers: { origin: house.address, 'idempotency-key': newId() },
    data: {
      id: newId(),
      store: id(),
      kind: 'fitting',
      round: 11,
      edition: fitting.edition,
      basedOn: null,
      seconds: 60,
      answers: orderly(fitting),
    },
  })
  expect(await handedIn.json()).toMatchObject({ round: 11 })
  await colleague.leave()

  // The tab is gone; another one, hours later, still has it all.
  await page.close()
  await passes(context, '14:30')
  page = await context.newPage()
  await open(page, '/ticket')
  await page.locator('.outbox-line').getByText('4 件在等网络').waitFor()
  await ring(page)
  await page.getByText('已记下，还没送到').waitFor()
  await open(page, '/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('还有 5 件没送到').waitFor()
  await open(page, '/outbox')
  await page.locator('.outbox-act').nth(4).waitFor()
  expect(await faultsOf(page, 'zh', [])).toEqual([])

  await passes(context, '16:00')
  await context.setOffline(false)
  await page.locator('.outbox-act.is-refused').waitFor()
  await expect.poll(() => page.locator('.outbox-act').count()).toBe(1)
  const made = await tickets()
  expect(made.map((t) => t.at)).toEqual([...before.map((t) => t.at), '11:20', '14:30'])
  const [there] = await house.house.database.query(
    `select (select count(*)::int from check_sheet where store_id = $1 and day = $2 and kind = 'fitting') as sheets,
       (select sum(traffic)::int from traffic_count where store_id = $1 and day = $2 and hour = 11 and source = 'typed') as traffic,
       (select array_agg(to_char(at at time zone 'Asia/Shanghai', 'HH24:MI')) from attendance_punch p join person w on w.id = p.person_id
        where p.store_id = $1 and p.day = $2 and w.job_number = $3) as punched,
       (select count(*)::int from waited_act where store_id = $1 and arrived_at = $4 and not is_doubtful) as waited`,
    [id(), house.demo.today, manager(), now.toISOString()],
  )
  expect(there).toEqual({ sheets: 1, traffic: 5, punched: ['11:20'], waited: 4 })

  await open(page, '/today')
  await page.locator('.outbox-line.is-refused').getByText('1 件没收').click()
  await page.locator('.outbox-why').getByText('刚刚有人交过').waitFor()
  await page.getByRole('button', { name: '改好重交' }).waitFor()
  expect(await faultsOf(page, 'zh', [])).toEqual([])
  await page.getByRole('button', { name: '作废' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await page.getByText('都送到了').first().waitFor()
  await open(page, '/me')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.locator('.outside').waitFor()
  // Nothing that she saw is left for the next one.
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opened = indexedDB.open('jingwei')
        opened.onsuccess = () => {
          const count = opened.result.transaction('seen').objectStore('seen').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(left).toBe(0)
  await leave()
})

test('what was done though its answer was lost is done once, and nobody else on the phone sends it', async () => {
  const before = await tickets()
  const proxy = await TcpProxy.before(() => Number(new URL(house.address).port))
  const through = `http://127.0.0.1:${proxy.port}`
  const { page, context, leave } = await house.visit(manager(), { size: 'phone' })
  await page.goto(`${through}/ticket`)
  await ring(page)
  await page.getByText(new RegExp(`${shop}-\\d{6}-\\d{4}`)).waitFor()
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: '再开一单' }).click()
    await page.getByRole('searchbox').fill(house.demo.goods[0]!.skus[i]!.barcode)
    await page.getByRole('searchbox').press('Enter')
    await page.locator('.finder-list').waitFor({ state: 'detached' })
    proxy.swallowReplies(true)
    await page.getByRole('button', { name: '微信' }).click()
    await page.getByText('已记下，还没送到').waitFor()
    proxy.swallowReplies(false)
    await page.locator('.outbox-line').waitFor({ state: 'detached' })
  }
  expect(await tickets()).toHaveLength(before.length + 4)

  // Her session ends while the network is away, and a colleague takes the phone.
  await page.getByRole('button', { name: '再开一单' }).click()
  await page.getByRole('searchbox').fill(house.demo.goods[0]!.skus[0]!.barcode)
  await page.getByRole('searchbox').press('Enter')
  await page.locator('.finder-list').waitFor({ state: 'detached' })
  proxy.cutOff(true)
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText('已记下，还没送到').waitFor()
  const associate = house.holder('salesAssociate', { store: shop })
  const signIn = async (login: string) => {
    const answer = await context.request.post(`${house.address}/api/do/access.signIn`, {
      data: { login, password: demoPassword },
      headers: { origin: house.address, 'idempotency-key': newId() },
    })
    expect(answer.status()).toBe(200)
  }
  await signIn(associate)
  proxy.cutOff(false)
  await page.goto(`${through}/today`)
  await page.locator('.today').waitFor()
  expect(await page.locator('.outbox-line').count()).toBe(0)
  expect(await tickets()).toHaveLength(before.length + 4)
  await signIn(manager())
  await page.goto(`${through}/today`)
  await expect.poll(tickets).toHaveLength(before.length + 5)
  await leave()
  await proxy.close()
  const broken = await verify(house.house.database, allInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
