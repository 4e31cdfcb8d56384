import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(monday.afternoon, monthOfTrade, { madeAt: monday.morning })
})
afterAll(() => house?.close())

test('an area gets another name on the chart, and is not closed while it has stores', async () => {
  const { page, leave } = await house.visit(house.holder('administrator'))
  await page.goto(`${house.address}/organization`)
  const area = page.locator('.org-area').first()
  await area.getByRole('button', { name: '修改区域' }).click()
  await page.getByLabel('名称', { exact: true }).fill('改过名的区')
  await page.getByRole('button', { name: '保存' }).click()
  const renamed = page.getByRole('region', { name: '改过名的区' })
  await renamed.waitFor()

  await renamed.getByRole('button', { name: '撤销区域' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '撤销区域' }).click()
  await sheet.getByText(/还有 \d+ 家店属于这个区域/).waitFor()
  const [kept] = await house.house.database.query<{ closed: string | null }>(
    `select closed_on as closed from area where name = '改过名的区'`,
  )
  expect(kept).toEqual({ closed: null })
  await leave()
})
