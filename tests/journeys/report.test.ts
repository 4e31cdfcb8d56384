import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const store = 'SZ01'
let now = monday.evening

beforeAll(async () => {
  // Ten past ten in the evening: the doors are closed, the report is due in twenty minutes.
  house = await openTestHouse(() => now, monthOfTrade)
  now = monday.closed
})
afterAll(() => house?.close())

test('the store manager files the report in three presses, and the area manager reads and confirms it', async () => {
  const manager = await house.visit(house.holder('storeManager', { store }), { size: 'phone' })
  await manager.page.goto(`${house.address}/report`)
  await manager.page.getByRole('button', { name: '下雨客少' }).click()
  await manager.page.getByRole('button', { name: '换橱窗主推' }).click()
  await manager.page.getByRole('button', { name: '提交日报并日结' }).click()
  await manager.page.getByText('按时提交').first().waitFor()

  const id = house.demo.chain.stores.find((s) => s.code === store)!.id
  const [filed] = await house.house.database.query<{ frozen: number; net: number; closed: boolean }>(
    `select (r.figures->>'net')::int8 as frozen, d.net, exists (select 1 from day_closure c where c.store_id = r.store_id and c.day = r.day) as closed
     from daily_report r join sales_store_day d on d.store_id = r.store_id and d.day = r.day where r.store_id = $1 and r.day = $2`,
    [id, house.demo.today],
  )
  expect(filed!.frozen).toBe(filed!.net)
  expect(filed!.closed).toBe(true)

  const superior = await house.visit(house.holder('areaManager', { area: 'E2' }))
  await superior.page.goto(`${house.address}/reports`)
  await superior.page.getByText('苏州平桥里店').first().click()
  await superior.page.getByRole('dialog').getByRole('button', { name: /^确认/ }).first().click()
  await expect
    .poll(
      () =>
        house.house.database.query(
          'select 1 from report_review where store_id = $1 and day = $2 and kind = $3',
          [id, house.demo.today, 'confirmed'],
        ),
      { timeout: 15_000 },
    )
    .toHaveLength(1)
  await superior.leave()
  await manager.page.reload()
  await manager.page.getByText(/确认/).first().waitFor()
  await manager.leave()
})

test('a closed day takes no ticket any more: it falls on the day after', async () => {
  const { page, leave } = await house.visit(house.holder('salesAssociate', { store }), { size: 'phone' })
  const before = await house.house.database.query<{ net: number }>(
    `select net from sales_store_day d join store s on s.id = d.store_id where s.code = $1 and d.day = $2`,
    [store, house.demo.today],
  )
  await page.goto(`${house.address}/ticket`)
  await page.getByRole('searchbox').fill(house.demo.goods.at(-1)!.skus[0]!.barcode)
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText(new RegExp(`${store}-261124-\\d{4}`)).waitFor()
  const after = await house.house.database.query<{ net: number }>(
    `select net from sales_store_day d join store s on s.id = d.store_id where s.code = $1 and d.day = $2`,
    [store, house.demo.today],
  )
  expect(after).toEqual(before)
  await leave()
})
