import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepDuties } from '../../business/duties/settle.ts'
import { newId } from '../../platform/kinds/id.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** One evening of the demo chain on everybody's Today, from the associate up to the general manager. */
let house: TestHouse
let now = new Date('2026-11-23T13:50:00Z')
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`)
const shop = 'CZ01'
const idOf = (code: string): string => house.demo.chain.stores.find((s) => s.code === code)!.id
const manager = (): string => house.holder('storeManager', { store: shop })

beforeAll(async () => {
  house = await openTestHouse(() => now)
})
afterAll(() => house?.close())

/** Presses of one way through the product, counted as a thumb would. */
class Taps {
  count = 0
  async on(what: Locator): Promise<void> {
    this.count += 1
    await what.click()
  }
}
const section = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })
const toToday = async (page: Page): Promise<void> => {
  await page.goto(`${house.address}/today`)
  await page.locator('.today').waitFor()
}

test('an associate sees the same figure as on her own board, sells what is missing, and the ticket is the proof', async () => {
  const [aimed] = await house.house.database.query<{ person: string; missing: number }>(
    `select t.person_id as person, t.amount - coalesce(s.net, 0) as missing from person_day_target t
     left join sales_person_day s on s.store_id = t.store_id and s.day = t.day and s.person_id = t.person_id
     where t.store_id = $1 and t.day = $2 and t.amount > coalesce(s.net, 0) order by 2 limit 1`,
    [idOf(shop), house.demo.today],
  )
  const who = house.demo.chain.people.find((p) => p.id === aimed!.person)!
  const { page, leave } = await house.visit(who.jobNumber, { size: 'phone' })
  await page.locator('.today').waitFor()
  expect(new URL(page.url()).pathname).toBe('/today')
  await section(page, '现在').getByText('完成自己的日目标').waitFor()
  const figure = await page.locator('.figure-value').first().textContent()
  await page.goto(`${house.address}/mine`)
  await expect.poll(() => page.locator('.figure-value').first().textContent()).toBe(figure)

  await page.goto(`${house.address}/ticket`)
  const dear = [...house.demo.goods].sort((a, b) => b.tagPrice - a.tagPrice)
  for (let sold = 0, i = 0; sold < aimed!.missing; i++) {
    await page.getByRole('searchbox').fill(dear[i]!.skus[0]!.barcode)
    await page.getByRole('searchbox').press('Enter')
    await page.locator('.finder-list').waitFor({ state: 'detached' })
    sold += dear[i]!.tagPrice
  }
  await page.getByRole('button', { name: '微信' }).click()
  await page.getByText(new RegExp(`${shop}-\\d{6}-\\d{4}`)).waitFor()
  await toToday(page)
  const done = section(page, /^已完成/)
  await done.getByText('完成自己的日目标').waitFor()
  await done.getByRole('link', { name: /^小票/ }).click()
  await page.getByText('这份记录完成了').waitFor()
  expect(await page.locator('.record-note').textContent()).toContain('SA-1.1')
  await leave()
})

test('the store manager files the report in three taps from Today, and it shrinks to a line with its proof', async () => {
  now = at('22:08')
  const { page, leave } = await house.visit(manager(), { size: 'phone' })
  await page.locator('.today').waitFor()
  const card = page.locator('.duty', { hasText: '提交销售日报' }).last()
  const taps = new Taps()
  await taps.on(card.getByRole('link', { name: /^办理/ }))
  await taps.on(page.getByRole('button', { name: '电话邀约老客' }))
  await taps.on(page.getByRole('button', { name: '提交日报并日结' }))
  await page.getByText('按时提交').first().waitFor()
  expect(taps.count).toBeLessThanOrEqual(3)
  await page.getByText('SM-1.5').waitFor()

  await toToday(page)
  const done = section(page, /^已完成/)
  await done.getByText('提交销售日报').waitFor()
  await done.getByRole('link', { name: /^日报/ }).click()
  await page.waitForURL((url) => url.pathname === '/report')
  await leave()
})

test('whoever manages two stores sees both, each duty with its store', async () => {
  const other = house.demo.chain.stores.find((s) => s.code === 'NJ02')!
  const person = house.demo.chain.people.find((p) => p.jobNumber === manager())!.id
  await house.house.database.query(
    "insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'storeManager', $3, $4)",
    [newId(), person, other.id, house.demo.today],
  )
  const { page, leave } = await house.visit(manager())
  await page.getByRole('tab', { name: other.name }).click()
  const card = page.locator('.duty', { hasText: '提交销售日报' }).filter({ hasText: other.name }).last()
  await card.getByRole('link', { name: /^办理/ }).click()
  await page.getByText(other.name).first().waitFor()
  expect(new URL(page.url()).searchParams.get('store')).toBe(other.id)
  await leave()
})

test('the area manager looks through the stated sample, two taps a report, and sees who below is overdue', async () => {
  now = at('22:45')
  await keepDuties(house.house.database, now)
  const { page, leave } = await house.visit(house.holder('areaManager', { area: 'E2' }))
  await section(page, '下属').getByText('南京秦岸百货店').first().waitFor()
  const card = page.locator('.duty', { hasText: '比对各店昨日销售' })
  const samples = await card.locator('.sample').count()
  expect(samples).toBeGreaterThanOrEqual(3)
  const taps = new Taps()
  await taps.on(card.getByRole('link', { name: /^办理/ }))
  for (let i = 0; i < samples; i++)
    await taps.on(
      page.getByRole('dialog').getByRole('button', { name: i < samples - 1 ? '确认，看下一份' : /^确认/ }),
    )
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(taps.count).toBe(samples + 1)
  await toToday(page)
  await section(page, /^已完成/)
    .getByText('比对各店昨日销售')
    .waitFor()

  await section(page, '下属')
    .getByRole('link', { name: /南京秦岸百货店/ })
    .click()
  await page.getByRole('dialog').locator('.duty-line').first().click()
  await page.getByRole('dialog').getByRole('button', { name: '免除' }).waitFor()
  await leave()
})

test('the director goes from the weave to an area, a store’s day and the record, by keyboard', async () => {
  const { page, leave } = await house.visit(house.holder('operationsDirector'))
  await page.goto(`${house.address}/weave`)
  await page.getByRole('link', { name: '华东二区' }).click()
  const row = page.getByRole('row', { name: /常州青枫百货店/ })
  await row.getByRole('button').last().focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').locator('.duty-line', { hasText: '提交销售日报' }).click()
  await page.getByRole('dialog').getByRole('link', { name: '打开' }).click()
  await page.waitForURL((url) => url.pathname === '/reports')
  await page.getByRole('dialog').getByText('SM-1.5').waitFor()
  await leave()
})
