import { afterAll, beforeAll, expect, test } from 'vitest'
import { cashInvariants } from '../../business/cash/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const store = 'SZ01'
let now = monday.evening

beforeAll(async () => {
  // Ten past ten in the evening: the doors are closed and the till is counted.
  house = await openTestHouse(() => now, monthOfTrade)
  now = monday.closed
})
afterAll(() => house?.close())

test('the till is counted blind on the keys of the phone, what was typed survives a reload, and what is short is explained', async () => {
  const { page, leave } = await house.visit(house.holder('storeManager', { store }), { size: 'phone' })
  const answers: string[] = []
  page.on('response', async (response) => {
    // The body of an answer that came as the page was leaving is gone with it.
    if (response.url().includes('cash.day')) answers.push(await response.text().catch(() => ''))
  })
  await page.goto(`${house.address}/cash`)
  await page.locator('.cash-tile').first().click()
  for (const digit of ['1', '2']) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByText('¥1,200').first().waitFor()
  expect(answers.filter(Boolean).length).toBeGreaterThan(0)
  expect(answers.join()).not.toContain('expected')
  await page.reload()
  await page.locator('.cash-tile').first().getByText('× 12').waitFor()

  await page.getByRole('button', { name: '交点款' }).click()
  await page.locator('.cash-lines').waitFor()
  const reasons = page.locator('.cash-why')
  const differing = await reasons.count()
  expect(differing).toBeGreaterThan(0)
  for (let left = differing; left > 0; left--) {
    const first = reasons.first()
    await first.getByRole('button', { name: '查不出' }).click()
    await first.getByRole('button', { name: '说明' }).click()
    await expect.poll(() => reasons.count()).toBe(left - 1)
  }
  await leave()
  const id = house.demo.chain.stores.find((s) => s.code === store)!.id
  const explained = await house.house.database.query(
    `select e.tender from cash_explanation e join cash_latest_count c on c.store_id = e.store_id and c.id = e.count_id
     where c.store_id = $1 and c.day = $2`,
    [id, house.demo.today],
  )
  expect(explained).toHaveLength(differing)
  const broken = await verify(house.house.database, cashInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

test('what lies in the safe is paid in with the number of its slip', async () => {
  const { page, leave } = await house.visit(house.holder('storeManager', { store }), { size: 'phone' })
  await page.goto(`${house.address}/cash`)
  await page.getByRole('button', { name: '缴存', exact: true }).click()
  await page.getByLabel('缴款单号').fill('GH-20261123')
  await page.getByRole('dialog').getByRole('button', { name: '缴存', exact: true }).click()
  await page.getByText('没有待缴存的现金').waitFor()
  await leave()
  const [paid] = await house.house.database.query<{ amount: number; asked: number }>(
    `select amount, asked from cash_standing_deposit where slip = 'GH-20261123'`,
  )
  expect(paid!.amount).toBe(paid!.asked)
})
