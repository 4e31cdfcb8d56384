import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const store = 'HZ02'

beforeAll(async () => {
  house = await openTestHouse(monday.afternoon, monthOfTrade, { madeAt: monday.morning })
})
afterAll(() => house?.close())

const netToday = async (): Promise<number> => {
  const id = house.demo.chain.stores.find((s) => s.code === store)!.id
  const rows = await house.house.database.query<{ net: number }>(
    'select net from sales_store_day where store_id = $1 and day = $2',
    [id, house.demo.today],
  )
  return rows[0]?.net ?? 0
}

test('an associate sells two pieces on the phone, and the boards of manager and director move by themselves', async () => {
  const manager = await house.visit(house.holder('storeManager', { store }), { size: 'phone' })
  const director = await house.visit(house.holder('operationsDirector'))
  const big = manager.page.locator('.figure-value, .figure b, [class*=figure]').first()
  await big.waitFor()
  await director.page.waitForLoadState('networkidle')
  const [shownToManager, shownToDirector] = [
    await manager.page.locator('main').textContent(),
    await director.page.locator('main').textContent(),
  ]

  const before = await netToday()
  const { page, leave } = await house.visit(house.holder('salesAssociate', { store }), { size: 'phone' })
  await page.goto(`${house.address}/ticket`)
  const dear = [...house.demo.goods].sort((a, b) => b.tagPrice - a.tagPrice)
  const pieces = [dear[0]!, dear[1]!].map((s) => s.skus[0]!)
  for (const piece of pieces) {
    await page.getByRole('searchbox').fill(piece.barcode)
    await page.getByRole('searchbox').press('Enter')
    await page.locator('.finder-list').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText(new RegExp(`${store}-\\d{6}-\\d{4}`)).waitFor()
  await leave()

  const sold = dear[0]!.tagPrice + dear[1]!.tagPrice
  expect((await netToday()) - before).toBe(sold)
  await expect
    .poll(() => manager.page.locator('main').textContent(), { timeout: 15_000 })
    .not.toBe(shownToManager)
  await expect
    .poll(() => director.page.locator('main').textContent(), { timeout: 15_000 })
    .not.toBe(shownToDirector)
  await manager.leave()
  await director.leave()
})
