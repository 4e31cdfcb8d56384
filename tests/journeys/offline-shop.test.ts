import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allInvariants } from '../../app/invariants.ts'
import { demoPassword } from '../../demo/make.ts'
import { verify } from '../../platform/database/verify.ts'
import { addDays, mondayOf } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { TcpProxy } from '../faults/proxy.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
let now = monday.morning
const at = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)
const shop = 'NJ02'

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade)
  now = at('11:00')
})
afterAll(async () => {
  const broken = await verify(house.house.database, allInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
  await house.close()
})

const id = (): string => house.demo.chain.stores.find((s) => s.code === shop)!.id
const manager = (): string => house.holder('storeManager', { store: shop })
const associate = (): string => house.holder('salesAssociate', { store: shop })
const one = async <Row>(sql: string, values: unknown[]): Promise<Row> =>
  (await house.house.database.query<Row & object>(sql, values))[0] as Row
const open = async (page: Page, path: string, base = house.address): Promise<void> => {
  await page.goto(base + path)
  await page.locator('h1').first().waitFor()
}
const isEmpty = (page: Page): Promise<void> =>
  page.locator('.outbox-line').waitFor({ state: 'detached', timeout: 60_000 })

test('what an associate asks for without network, her leave, a swap, her coming, waits in sight and is there once afterwards', async () => {
  const { page, context, leave } = await house.visit(associate(), { size: 'phone', keepsShell: true })
  for (const path of ['/leave', '/roster', '/attendance']) await open(page, path)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await context.setOffline(true)

  await open(page, '/leave')
  await page.getByRole('button', { name: '年假', exact: true }).click()
  await page.getByRole('button', { name: '后天', exact: true }).click()
  await page.locator('.leave-send button').click()
  await page.locator('.waiting-note').waitFor()
  await open(page, '/roster')
  const next = page.locator('.card').filter({ hasText: '下周' })
  const shift = next.locator('.roster-mine li').filter({ hasText: '班' }).first()
  await shift.getByRole('button', { name: '换班' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /休$/ }).first().click()
  await dialog.locator('.field').filter({ hasText: '换她哪一天' }).locator('.choice').first().click()
  await dialog.getByRole('button', { name: '问她' }).click()
  await page.locator('.waiting-note').waitFor()
  await open(page, '/attendance')
  await page.getByRole('button', { name: '上班打卡' }).click()
  await page.locator('.outbox-line').getByText('3 件在等网络').waitFor()
  await page.reload()
  await page.locator('.outbox-line').getByText('3 件在等网络').waitFor()

  now = at('12:30')
  await context.clock.setFixedTime(now)
  await context.setOffline(false)
  await isEmpty(page)
  await leave()
  const there = await one(
    `select (select count(*)::int from leave l join person p on p.id = l.person_id where p.job_number = $2 and l.asked_at >= $3) as leaves,
       (select count(*)::int from roster_swap s join person p on p.id = s.from_person where s.store_id = $1 and p.job_number = $2 and s.asked_at >= $3) as swaps,
       (select count(*)::int from attendance_punch a join person p on p.id = a.person_id where a.store_id = $1 and p.job_number = $2 and a.at >= $3) as punches`,
    [id(), associate(), at('11:00').toISOString()],
  )
  expect(there).toEqual({ leaves: 1, swaps: 1, punches: 1 })
})

test('of a checklist, a till count and a handover whose answers were lost each is there once', async () => {
  now = monday.closed
  const proxy = await TcpProxy.before(() => Number(new URL(house.address).port))
  const through = `http://127.0.0.1:${proxy.port}`
  const { page, leave } = await house.visit(manager(), { size: 'phone' })
  const lost = async (press: () => Promise<void>): Promise<void> => {
    proxy.swallowReplies(true)
    await press()
    await page.locator('.outbox-line').waitFor()
    proxy.swallowReplies(false)
    await isEmpty(page)
  }

  await open(page, '/checks?kind=closing', through)
  const rows = page.locator('.check-item')
  await rows.first().waitFor()
  for (let i = 0; i < (await rows.count()); i++) {
    const number = rows.nth(i).locator('input[inputmode=numeric]')
    if ((await number.count()) > 0) await number.fill('2')
    else await rows.nth(i).locator('.check-yes').click()
  }
  await lost(() => page.getByRole('button', { name: '交表' }).click())

  await open(page, '/cash', through)
  await page.locator('.cash-tile').first().click()
  for (const digit of ['1', '2']) await page.getByRole('button', { name: digit, exact: true }).click()
  await lost(() => page.getByRole('button', { name: '交点款' }).click())

  await open(page, '/handover', through)
  await page.getByLabel('现金').first().fill('800')
  await page.getByLabel('钥匙').first().fill('2')
  await page.locator('.handover-form .choices .choice').first().click()
  await lost(() => page.getByRole('button', { name: '签字交班' }).click())
  await leave()
  await proxy.close()
  const there = await one(
    `select (select count(*)::int from check_sheet where store_id = $1 and day = $2 and kind = 'closing') as sheets,
       (select count(*)::int from cash_count where store_id = $1 and day = $2) as counts,
       (select count(*)::int from handover where store_id = $1 and given_at >= $3) as handovers`,
    [id(), house.demo.today, now.toISOString()],
  )
  expect(there).toEqual({ sheets: 1, counts: 1, handovers: 1 })
})

test('two who change the same week or take back what the other signs: the second is told, nothing is lost or overwritten', async () => {
  now = at('15:00')
  const week = addDays(mondayOf(house.demo.today), 7)
  const first = await house.visit(manager(), { size: 'desk' })
  await open(first.page, `/roster?week=${week}`)
  const cells = first.page.locator('.roster-cell button')
  await cells.first().waitFor()
  await cells.first().click()
  const dialog = first.page.getByRole('dialog')
  await dialog.locator('.roster-option[aria-pressed=false]').first().click()
  // Her area manager changes another cell of the same week meanwhile.
  const above = await house.visit(house.holder('areaManager', { area: 'E2' }), { size: 'desk' })
  const { request } = above.context
  const input = encodeURIComponent(JSON.stringify({ store: id(), week }))
  const seen = (await (await request.get(`${house.address}/api/see/rosters.week?input=${input}`)).json()) as {
    head: { revision: number } | null
    cells: { person: string; day: string; code: string }[]
  }
  const [cell] = seen.cells.slice(-1)
  const changed = await request.post(`${house.address}/api/do/rosters.put`, {
    headers: { origin: house.address, 'idempotency-key': newId() },
    data: { store: id(), week, basedOn: seen.head?.revision ?? 0, cells: [{ ...cell, zone: '大衣区' }] },
  })
  expect(changed.status()).toBe(200)
  const revision = ((await changed.json()) as { revision: number }).revision
  await dialog.getByRole('button', { name: '就这样' }).click()
  await dialog.locator('.form-problem').waitFor()
  // What she chose is still chosen, and what the other has kept stands.
  expect(await dialog.locator('.roster-option.is-taken').count()).toBe(1)
  const draft = () =>
    one<{ revision: number; zone: string }>(
      `select d.revision, (select c.zone from roster_draft_cell c where c.store_id = d.store_id and c.week = d.week and c.person_id = $3 and c.day = $4)
         as zone from roster_draft d where d.store_id = $1 and d.week = $2`,
      [id(), week, cell!.person, cell!.day],
    )
  expect(await draft()).toEqual({ revision, zone: '大衣区' })
  await above.leave()
  // Seen anew, it goes through.
  await first.page.reload()
  await cells.first().waitFor()
  await cells.first().click()
  await dialog.locator('.roster-option[aria-pressed=false]').first().click()
  await dialog.getByRole('button', { name: '就这样' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await draft()).toEqual({ revision: revision + 1, zone: '大衣区' })
  await first.leave()
})

test('seven days without network, the tab gone, another edition of the product: what was done waits, and is there once', async () => {
  now = at('15:30')
  let { page, context, leave } = await house.visit(associate(), { size: 'phone', keepsShell: true })
  for (const path of ['/leave', '/today']) await open(page, path)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await context.setOffline(true)
  await open(page, '/leave')
  await page.getByRole('button', { name: '年假', exact: true }).click()
  await page.locator('.leave-days input').nth(1).fill('2026-12-20')
  await page.locator('.leave-days input').nth(0).fill('2026-12-20')
  await page.locator('.leave-send button').click()
  await page.locator('.outbox-line').getByText('1 件在等网络').waitFor()
  await page.close()

  // All but an hour of a week later; the act itself does not get through yet, another edition of the shell does.
  now = at('14:30', '2026-11-30')
  await context.clock.setFixedTime(now)
  page = await context.newPage()
  await open(page, '/today')
  await page.locator('.outbox-line').getByText('1 件在等网络').waitFor()
  await context.route('**/api/do**', (route) => route.abort())
  await context.setOffline(false)
  await page.evaluate(async () => {
    const registered = await navigator.serviceWorker.register('/sw.js?edition=2')
    while (!registered.active?.scriptURL.endsWith('edition=2'))
      await new Promise((again) => setTimeout(again, 100))
  })
  // Her session has ended in the week: she signs in again, and what waits is hers still.
  const signedIn = await context.request.post(`${house.address}/api/do/access.signIn`, {
    data: { login: associate(), password: demoPassword },
    headers: { origin: house.address, 'idempotency-key': newId() },
  })
  expect(signedIn.status()).toBe(200)
  await page.reload()
  await page.locator('.outbox-line').getByText(/1 件/).waitFor()
  await context.unroute('**/api/do**')
  await page.reload()
  // Whether the line is there yet or not any more: what counts is what the house has.
  const there = () =>
    one<{ asked: number; day: string }>(
      `select count(*)::int as asked, min(to_char(l.asked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as day from leave l
     join person p on p.id = l.person_id where p.job_number = $1 and l.from_day = '2026-12-20'`,
      [associate()],
    )
  await expect.poll(there, { timeout: 60_000 }).toEqual({ asked: 1, day: '2026-11-23 15:30' })
  await isEmpty(page)
  await leave()
})
