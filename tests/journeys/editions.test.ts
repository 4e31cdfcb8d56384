import { afterAll, beforeAll, expect, test } from 'vitest'
import { allInvariants } from '../../app/invariants.ts'
import { keepDuties } from '../../business/duties/settle.ts'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

/** Headquarters rewrites the job descriptions; the day they hold from, the new duty is on the store manager's Today. */
let house: TestHouse
let now = monday.morning
const shop = 'NJ02'

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade)
})
afterAll(() => house?.close())

test('personnel begins a draft, changes a deadline, adds a duty of the company’s own and hands it in', async () => {
  const { page, leave } = await house.visit(house.holder('personnel'))
  await page.goto(`${house.address}/editions`)
  await page.getByRole('button', { name: '起草新版' }).click()
  const begin = page.getByRole('dialog')
  await begin.getByLabel('草稿叫什么').fill('年末客流')
  await begin.getByRole('button', { name: '起草新版' }).click()
  await page.getByRole('heading', { name: '年末客流' }).waitFor()
  await page.getByRole('tab', { name: /^店长/ }).click()

  await page.getByRole('button', { name: '修改 SM-1.5' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('之后几分钟内').fill('75')
  await form.getByText('每天闭店后 75 分钟内').waitFor()
  // What is typed outlives the sheet and the page.
  await page.reload()
  await form.getByText('上次没保存的内容还在').waitFor()
  expect(await form.getByLabel('之后几分钟内').inputValue()).toBe('75')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('每天闭店后 75 分钟内').waitFor()

  await page.getByRole('button', { name: '加一条职责' }).click()
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.getByText('职责名称至少两个字').first().waitFor()
  await form.getByLabel('职责名称', { exact: true }).fill('午市客流')
  await form.getByLabel('怎么才算做到').fill('开门到中午的进店人数录进系统。')
  await form.getByLabel('什么算凭据').selectOption({ label: '录一次客流与试穿' })
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('SM-C', { exact: false }).first().waitFor()

  await page.getByRole('button', { name: '提交待批' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交待批' }).click()
  await page.getByText('待批准').first().waitFor()
  await leave()
})

test('the director sees what changes and for whom, and puts it in force from tomorrow', async () => {
  const { page, leave } = await house.visit(house.holder('operationsDirector'))
  await page.goto(`${house.address}/editions`)
  await page.getByRole('button', { name: /年末客流/ }).click()
  await page.getByRole('button', { name: '看差异' }).click()
  await page.locator('.differences').getByText('午市客流').waitFor()
  expect(await page.locator('.word-difference ins').first().textContent()).toBe('75')
  await page.getByRole('button', { name: '看名单' }).first().click()
  await page.getByRole('dialog').getByText('涉及 24 人').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('为什么改').fill('年末客流大，下午要按上午的人数排人')
  await page.getByRole('button', { name: /起执行$/ }).click()
  await page.getByText('将要执行').waitFor()
  await leave()
})

test('the day it holds from, the new duty is due on the store manager’s Today, and entering traffic discharges it', async () => {
  now = new Date('2026-11-24T03:30:00Z')
  await keepDuties(house.house.database, now)
  const { page, leave } = await house.visit(house.holder('storeManager', { store: shop }), { size: 'phone' })
  await page.goto(`${house.address}/today`)
  await page.getByText('午市客流').first().waitFor()
  const store = house.demo.chain.stores.find((s) => s.code === shop)!.id
  const id = newId()
  const entered = await page.context().request.post(`${house.address}/api/do/sales.traffic`, {
    data: { id, store, hour: 10, traffic: 46, tryOns: 9 },
    headers: { origin: house.address, 'idempotency-key': id },
  })
  expect(entered.status()).toBe(200)
  const done = page.getByRole('region', { name: /^已完成/ })
  await done.getByText('午市客流').waitFor()
  await leave()
  const broken = (await verify(house.house.database, allInvariants)).filter((f) => f.count > 0)
  expect(broken.map((f) => f.name)).toEqual([])
})

test('a description that the company has in a file becomes a draft, with what its words leave open decided on the way', async () => {
  const { page, leave } = await house.visit(house.holder('personnel'))
  await page.goto(`${house.address}/editions/import`)
  await page.locator('input[type=file]').setInputFiles({
    name: '导购职责.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('导购岗位职责\n1、每周一清点样衣\n2、及时回复顾客微信\n任职要求\n1、高中以上学历'),
  })
  await page.getByRole('button', { name: '读入', exact: true }).click()
  await page.getByText('2 条职责，1 条等你定', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: '做成草稿' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '定期限' }).click()
  await page.getByRole('dialog').getByLabel('周期').selectOption({ label: '日常要求' })
  await page.getByRole('dialog').getByRole('button', { name: '就这样' }).click()
  await page.getByRole('button', { name: '做成草稿' }).click()
  await page.getByRole('heading', { name: '导购职责' }).waitFor()
  await page.getByRole('tab', { name: /^导购/ }).click()
  await page.getByText('清点样衣').first().waitFor()
  await page.getByText('回复顾客微信', { exact: false }).first().waitFor()
  await leave()
})
