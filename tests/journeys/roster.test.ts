import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosterInvariants } from '../../business/roster/week/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { addDays, mondayOf } from '../../platform/kinds/day.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let house: TestHouse
const shop = 'HZ01'

beforeAll(async () => {
  // A Monday evening: this week's roster is released, next week's not begun.
  house = await openTestHouse(new Date('2026-11-23T13:40:00Z'), 420)
})
afterAll(() => house?.close())

const store = () => house.demo.chain.stores.find((s) => s.code === shop)!.id
const week = () => addDays(mondayOf(house.demo.today), 7)

test('next week: drafted at one press, bettered by the solver, a cell dragged, a breach refused and mended, released', async () => {
  const { page, leave } = await house.visit(house.holder('storeManager', { store: shop }), { size: 'desk' })
  await page.goto(`${house.address}/roster?week=${week()}`)
  await page.getByRole('button', { name: '一键排班' }).click()
  await page.locator('.roster-board').waitFor()
  const figure = (label: string) =>
    page.locator('.figure').filter({ hasText: label }).locator('.figure-value')
  expect(await figure('违规').innerText()).toBe('0')

  await page.getByRole('button', { name: '求更好' }).click()
  await page.getByText(/找到更好的|草稿已经是最好的/).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await page.getByText('已换成更好的').waitFor()

  // Two people's shifts of one day change places by dragging one onto the other.
  const day = week()
  const cell = (person: string) => page.locator(`[data-cell="${person} ${day}"]`)
  const people = await page.locator(`[data-cell$="${day}"]`).evaluateAll((all) =>
    all.map((b) => ({
      person: b.getAttribute('data-cell')!.slice(0, 36),
      shift: b.querySelector('b')?.textContent ?? '',
    })),
  )
  const works = people.find((p) => p.shift !== '')!
  const other = people.find((p) => p.shift !== works.shift)!
  await cell(works.person).dragTo(cell(other.person))
  await cell(other.person).getByText(works.shift).waitFor()

  // A seventh day in a row is said to be one before it is chosen; chosen, the roster is not released.
  const rows = page.locator('.roster-board tbody tr').nth(1)
  const cells = rows.locator('.roster-cell button')
  for (let i = 0; i < 7; i++) {
    if ((await cells.nth(i).locator('.shift-off').count()) === 0) continue
    await cells.nth(i).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.roster-option').filter({ hasText: '中班' }).click()
    await dialog.getByRole('button', { name: '就这样' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await page
    .locator('.roster-breaches')
    .getByText(/一周没有休息日/)
    .waitFor()
  expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true)

  await page.getByRole('button', { name: '重新排' }).click()
  await page.locator('.roster-breaches .tone-missed').first().waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /发布给/ })
    .click()
  await page.getByText(/已发布第 1 版/).waitFor()
  await leave()

  const proved = await house.house.database.query(
    `select i.duty from duty_instance i join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     where i.store_id = $1 and i.duty = 'SM-4.1'`,
    [store()],
  )
  expect(proved).toEqual([{ duty: 'SM-4.1' }])
}, 180_000)

test('an associate sees her week on the phone and asks a colleague to swap', async () => {
  const { page, leave } = await house.visit(house.holder('salesAssociate', { store: shop }), {
    size: 'phone',
  })
  await page.goto(`${house.address}/roster`)
  const next = page.locator('.card').filter({ hasText: '下周' })
  await next
    .locator('.roster-mine li')
    .filter({ hasText: '班' })
    .first()
    .getByRole('button', { name: '换班' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /休$/ }).first().click()
  await dialog.locator('.field').filter({ hasText: '换她哪一天' }).locator('.choice').first().click()
  await dialog.getByRole('button', { name: '问她' }).click()
  await page.getByText('等同事答复').waitFor()
  await leave()
  const broken = await verify(house.house.database, rosterInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
