import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from '../../business/floor/checks/invariants.ts'
import { displayInvariants } from '../../business/floor/displays/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { pictureOf } from '../../platform/photos/photos-for-tests.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const shop = 'NJ02'

beforeAll(async () => {
  // Five past nine in the morning: nobody has looked at anything yet.
  house = await openTestHouse(monday.morning, monthOfTrade)
})
afterAll(() => house?.close())

const id = (): string => house.demo.chain.stores.find((s) => s.code === shop)!.id
/** Answers what was drawn and what asks for a number; the rest with one press. */
async function lookAtAll(page: Page): Promise<void> {
  const rows = page.locator('.check-item')
  await rows.first().waitFor()
  const others = page.getByRole('button', { name: '其余都合格' })
  expect(await others.isDisabled()).toBe(true)
  for (let i = 0; i < (await rows.count()); i++) {
    const row = rows.nth(i)
    const number = row.locator('input[inputmode=numeric]')
    if ((await number.count()) > 0) await number.fill('22')
    else if ((await row.getByText('抽到', { exact: true }).count()) > 0)
      await row.locator('.check-yes').click()
  }
  await others.click()
}

test('a morning: the store manager opens, with something not in order; an associate sees to hygiene and mends it', async () => {
  const { page, leave } = await house.visit(house.holder('storeManager', { store: shop }), { size: 'phone' })
  await page.goto(`${house.address}/checks`)
  await page
    .locator('.check-card')
    .filter({ hasText: '开店检查' })
    .getByRole('button', { name: '开始' })
    .click()
  await lookAtAll(page)
  // The badge is missing after all; what was answered survives a reload.
  const badge = page.locator('.check-item').filter({ hasText: '工牌' })
  await badge.getByRole('button', { name: '不合格' }).click()
  await badge.getByRole('button', { name: '缺了' }).click()
  await page.reload()
  await page.locator('.check-item.is-wrong').waitFor()
  await page.getByRole('button', { name: '交表' }).click()
  await page.locator('.check-card').filter({ hasText: '开店检查' }).getByText('1 项不合格').waitFor()
  await page.locator('.check-findings').getByText('缺了').waitFor()
  // Handed in, nothing of it stays on the phone.
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('jingwei.check.'))),
  ).toEqual([])
  await leave()

  const own = await house.visit(house.holder('salesAssociate', { store: shop }), { size: 'phone' })
  await own.page.goto(`${house.address}/checks?kind=hygiene`)
  await lookAtAll(own.page)
  await own.page.getByRole('button', { name: '交表' }).click()
  await own.page
    .locator('.check-findings li')
    .filter({ hasText: '缺了' })
    .getByRole('button', { name: '整改好了' })
    .click()
  await own.page.getByRole('dialog').getByRole('textbox').fill('工牌已补戴')
  await own.page.getByRole('dialog').getByRole('button', { name: '整改好了' }).click()
  await own.page.locator('.is-mended').filter({ hasText: '工牌已补戴' }).waitFor()
  await own.leave()

  const done = await house.house.database.query(
    `select i.duty, i.period from duty_instance i join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     where i.store_id = $1 and i.day = $2 and i.duty in ('SM-4.4', 'SM-2.8', 'SA-2.1') order by i.duty`,
    [id(), house.demo.today],
  )
  expect(done).toEqual(['SA-2.1', 'SM-2.8', 'SM-4.4'].map((duty) => ({ duty, period: house.demo.today })))
})

test('the area manager sees what was handed in in no time, opens it and sends it back; it is due again in the store', async () => {
  const desk = await house.visit(house.holder('areaManager', { area: 'E2' }), { size: 'desk' })
  await desk.page.goto(`${house.address}/checks/area`)
  // The page's clock stands in this test, so that the sheet took no second at all.
  await desk.page.locator('.check-look button').first().waitFor()
  const cell = desk.page.getByRole('button', { name: /开店检查 已交 1\/1，1 项不合格，有提示/ })
  await cell.click()
  await desk.page.getByText('0 秒交完').waitFor()
  await desk.page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await desk.page.getByRole('dialog').last().getByRole('textbox').fill('请真的看一遍')
  await desk.page.getByRole('dialog').last().getByRole('button', { name: '退回' }).click()
  await desk.page.getByRole('button', { name: /开店检查 退回/ }).waitFor()
  await desk.leave()

  const { page, leave } = await house.visit(house.holder('storeManager', { store: shop }), { size: 'phone' })
  await page.goto(`${house.address}/checks`)
  await page.getByText('退回：请真的看一遍').waitFor()
  await page.getByRole('button', { name: '重做' }).waitFor()
  await leave()
  const broken = await verify(house.house.database, checkInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

test('a store held against the display manual: a photo taken beside each picture, what deviates mended with another', async () => {
  const { page, leave } = await house.visit(house.holder('storeManager', { store: shop }), { size: 'phone' })
  await page.goto(`${house.address}/displays`)
  await page.getByRole('button', { name: /对照/ }).first().click()
  const rows = page.locator('.display-page')
  await rows.first().waitFor()
  const count = await rows.count()
  for (let i = 0; i < count; i++) {
    const row = rows.nth(i)
    const name = `shop${i}.jpg`
    const buffer = await pictureOf(200 + i, { width: 2_000, height: 1_500 })
    await row.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await row.getByRole('button', { name: '重拍' }).waitFor()
    for (const yes of await row.locator('.point-2').all()) await yes.click()
  }
  await rows.first().locator('.point-0').first().click()
  await rows.first().getByRole('button', { name: '灯光不对' }).click()
  // What was scored and photographed survives a reload; the photos come back from the house.
  await page.reload()
  await rows.first().getByRole('button', { name: '重拍' }).waitFor()
  await page.getByRole('button', { name: '交对照' }).click()
  // One of last week on the same point, if there is any, stays that one.
  const finding = page.locator('.display-finding:not(.is-mended)')
  expect(await finding.count()).toBeLessThanOrEqual(1)
  await finding.getByRole('button', { name: '整改完成' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('射灯调好了')
  expect(await dialog.getByRole('button', { name: '整改完成' }).isDisabled()).toBe(true)
  const mended = { name: 'mended.png', mimeType: 'image/png', buffer: await pictureOf(300) }
  await dialog.locator('input[type=file]').setInputFiles(mended)
  await dialog.getByRole('button', { name: '整改完成' }).click()
  await page.locator('.display-finding.is-mended').filter({ hasText: '射灯调好了' }).waitFor()
  const shown = page.locator('.display-finding.is-mended').first().locator('.photo img').last()
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(200)
  await leave()
  const found = await verify(house.house.database, displayInvariants)
  expect(found.filter((f) => f.count > 0)).toEqual([])
})
