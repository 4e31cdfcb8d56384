import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

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
const tickets = (
  day = house.demo.today,
): Promise<{ id: string; number: string; net: number; hour: number }[]> =>
  house.house.database.query(
    `select id, number, net::int as net, hour from ticket where store_id = $1 and day = $2 and source = 'phone' order by number`,
    [id(), day],
  )
async function sell(page: Page, barcode: string): Promise<void> {
  await page.getByRole('searchbox').fill(barcode)
  await page.getByRole('searchbox').press('Enter')
  await page.locator('.finder-list').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '微信' }).click()
}

test('a ticket made without network waits on the phone, goes out by itself and is there once', async () => {
  const before = await tickets()
  const { page, context, leave } = await house.visit(house.holder('storeManager', { store: shop }), {
    size: 'phone',
  })
  await page.goto(`${house.address}/ticket`)
  const sku = house.demo.goods[0]!.skus[0]!
  await page.getByRole('searchbox').waitFor()
  await sell(page, sku.barcode)
  await page.getByText(new RegExp(`${shop}-\\d{6}-\\d{4}`)).waitFor()
  await page.getByRole('button', { name: '再开一单' }).click()
  await page.getByRole('searchbox').fill(sku.barcode)
  await page.getByRole('searchbox').press('Enter')
  await page.locator('.finder-list').waitFor({ state: 'detached' })

  await context.setOffline(true)
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText('已记下，还没送到').waitFor()
  await page.locator('.outbox-line').getByText('1 件在等网络').waitFor()
  expect(await tickets()).toHaveLength(before.length + 1)

  await context.setOffline(false)
  await page.locator('.outbox-line').waitFor({ state: 'detached' })
  await expect.poll(tickets).toHaveLength(before.length + 2)
  await leave()
})
