import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitInvariants } from '../../business/floor/visits/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const shop = 'NJ02'
beforeAll(async () => {
  house = await openTestHouse(monday.morning, monthOfTrade)
})
afterAll(() => house?.close())

test('an area manager visits with one thumb; what she found is on the store manager’s Today, is mended, and verified', async () => {
  const store = house.demo.chain.stores.find((s) => s.code === shop)!.id
  const away = await house.visit(house.holder('areaManager', { area: 'E2' }), { size: 'phone' })
  await away.page.goto(`${house.address}/visits/make?store=${store}&kind=quick`)
  const rows = away.page.locator('.score-row')
  await rows.first().waitFor()
  for (let i = 1; i < (await rows.count()); i++)
    await rows.nth(i).getByRole('button', { name: '合格', exact: true }).click()
  const submit = away.page.getByRole('button', { name: '交给店铺看' })
  expect(await submit.isDisabled()).toBe(true)
  await rows.first().getByRole('button', { name: '不合格', exact: true }).click()
  // What was scored survives a reload; a finding without words is not taken.
  await away.page.reload()
  await rows.first().waitFor()
  await away.page.getByText('1 个问题没写完').first().waitFor()
  await rows.first().getByRole('textbox').first().fill('左边两盏灯不亮')
  await rows.first().getByRole('button', { name: '今天', exact: true }).click()
  await submit.click()
  await away.page.locator('[role=dialog] .visit-score b').waitFor()
  await away.leave()

  const own = await house.visit(house.holder('storeManager', { store: shop }), { size: 'phone' })
  await own.page.goto(`${house.address}/today`)
  const card = own.page.locator('.duty').filter({ hasText: '左边两盏灯不亮' })
  await card.getByText('办理', { exact: true }).click()
  await own.page.locator('.finding.is-named').getByRole('button', { name: '改好了' }).click()
  await own.page.getByRole('dialog').getByRole('textbox').fill('灯泡换好，晚上看过')
  await own.page.getByRole('dialog').getByRole('button', { name: '改好了' }).click()
  await own.page.locator('.finding.is-mended').filter({ hasText: '灯泡换好' }).waitFor()
  await own.leave()

  const back = await house.visit(house.holder('areaManager', { area: 'E2' }), { size: 'phone' })
  await back.page.goto(`${house.address}/visits/findings`)
  const mended = back.page.locator('.finding.is-mended').filter({ hasText: '左边两盏灯不亮' })
  await mended.getByRole('button', { name: '通过' }).click()
  await back.page.locator('.finding.is-verified').filter({ hasText: '左边两盏灯不亮' }).waitFor()
  await back.leave()

  const done = await house.house.database.query(
    `select i.duty from duty_instance i join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     join visit_finding f on i.period = 'event:' || f.id where f.store_id = $1 and f.wrong = '左边两盏灯不亮' order by 1`,
    [store],
  )
  expect(done).toEqual([{ duty: 'AM-2.6' }, { duty: 'SM-2.8' }])
  const broken = await verify(house.house.database, visitInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
