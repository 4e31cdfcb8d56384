import { afterAll, beforeAll, expect, test } from 'vitest'
import { allInvariants } from '../../app/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { monday, openTestHouse, type TestHouse, yearOfTrade } from './house.ts'

let house: TestHouse
const year = 2027

beforeAll(async () => {
  house = await openTestHouse(monday.evening, yearOfTrade)
})
afterAll(() => house?.close())

test('the general manager approves the year that the director proposed', async () => {
  const { page, leave } = await house.visit(house.holder('generalManager'))
  await page.goto(`${house.address}/targets?year=${year}`)
  await page.getByRole('heading', { name: `${year} 年销售计划` }).waitFor()
  expect(await page.getByText('分毫不差').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
  await page.getByText('生效中').first().waitFor()
  await leave()
})

test('the area manager splits the approved year to stores and releases it', async () => {
  const { page, leave } = await house.visit(house.holder('areaManager', { area: 'E2' }))
  await page.goto(`${house.address}/targets?year=${year}`)
  await page.getByText('年度计划给本区').first().waitFor()
  await page.getByRole('button', { name: '从历史建议' }).first().click()
  await page.getByText('分毫不差').waitFor()
  await page.getByRole('button', { name: '保存新版本' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存新版本' }).click()
  await page.getByRole('button', { name: '下达到店铺' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '下达到店铺' }).click()
  await page.getByText('生效中').first().waitFor()
  await leave()
})

test('the store manager splits January to people on the phone, and an associate sees her own days', async () => {
  const manager = await house.visit(house.holder('storeManager', { store: 'NJ02' }), { size: 'phone' })
  await manager.page.goto(`${house.address}/targets?month=${year}-01`)
  await manager.page.getByRole('button', { name: '按份数分到人' }).click()
  await manager.page.getByRole('button', { name: '保存新版本' }).click()
  await manager.page.getByRole('dialog').getByRole('button', { name: '保存新版本' }).click()
  await manager.page.getByText('每一天也相等').waitFor()
  await manager.leave()

  const store = house.demo.chain.stores.find((s) => s.code === 'NJ02')!.id
  const rows = await house.house.database.query<{ people: number; total: number; month: number }>(
    `select count(distinct p.person_id) as people, sum(p.amount)::int8 as total,
       (select sum(amount)::int8 from store_day_target where store_id = $1 and day between '${year}-01-01' and '${year}-01-31') as month
     from person_day_target p where p.store_id = $1 and p.day between '${year}-01-01' and '${year}-01-31'`,
    [store],
  )
  expect(Number(rows[0]!.people)).toBeGreaterThan(2)
  expect(rows[0]!.total).toBe(rows[0]!.month)
})

test('after all of it every invariant holds', async () => {
  const broken = (await verify(house.house.database, allInvariants)).filter((f) => f.count > 0)
  expect(broken.map((f) => f.name)).toEqual([])
})
