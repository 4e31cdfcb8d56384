import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse(monday.afternoon, monthOfTrade, { madeAt: monday.morning })
})
afterAll(() => house?.close())

test('a file in three currencies is let in only once each foreign one has its rate or is returned', async () => {
  const { page, leave } = await house.visit(house.holder('finance'))
  await page.goto(`${house.address}/imports`)
  await page.locator('input[type=file]').setInputFiles({
    name: '三种货币.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '门店,小票号,日期,货号,数量,金额,货币\nHZ02,Q1,2024-03-01,K1,1,100,CNY\nHZ02,Q2,2024-03-01,K1,1,44.5,USD\nHZ02,Q3,2024-03-01,K1,1,25,EUR\n',
    ),
  })
  const run = page.getByRole('button', { name: /导入 .* 行/ })
  await page.getByText('文件里不都是 CNY').waitFor()
  expect(await run.getAttribute('aria-disabled').then((a) => a ?? run.isDisabled().then(String))).toBe('true')

  await page.getByLabel('1 USD ＝ 多少 CNY').fill('7.13')
  await page.getByLabel('USD 汇率的日期').fill('2024-03-01')
  await page.getByLabel('USD 汇率的日期').blur()
  await page.getByText('1 行是 USD').waitFor({ state: 'detached' })
  await page.getByLabel('退回 EUR 的行').check()
  await page.getByRole('button', { name: '导入 2 行' }).click()

  const table = page.getByRole('region', { name: '按货币' })
  await table.waitFor()
  expect(await table.textContent()).toMatch(/USD.*7\.13（2024-03-01）.*317\.29/)
  const main = page.locator('main')
  await expect.poll(() => main.textContent()).toMatch(/文件 417\.29 ＝ 账上 417\.29，分毫不差/)
  await expect.poll(() => main.textContent()).toMatch(/金额是 EUR/)
  await leave()
})
