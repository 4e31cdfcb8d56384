import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepDuties } from '../../business/duties/settle.ts'
import { newId } from '../../platform/kinds/id.ts'
import { monday, openTestHouse, type TestHouse, yearOfTrade } from './house.ts'

/** One evening of the demo chain on everybody's Today, from the associate up to the general manager. */
let house: TestHouse
let now = monday.evening
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`)
const shop = 'CZ01'
const idOf = (code: string): string => house.demo.chain.stores.find((s) => s.code === code)!.id
const manager = (): string => house.holder('storeManager', { store: shop })

beforeAll(async () => {
  house = await openTestHouse(() => now, yearOfTrade)
  now = at('21:50')
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

test('who sold up to her day target has that duty done, and nobody else', async () => {
  const [found] = await house.house.database.query<{ done: number; wrong: number }>(
    `select count(d.instance_id)::int as done,
       (count(*) filter (where (coalesce(p.net, 0) >= t.amount) <> (d.instance_id is not null)))::int as wrong
     from duty_instance i join person_day_target t on t.store_id = i.store_id and t.day = i.day and t.person_id = i.holder_id and t.amount > 0
     left join sales_person_day p on p.store_id = i.store_id and p.day = i.day and p.person_id = i.holder_id
     left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     where i.duty = 'SA-1.1' and i.day <= $1`,
    [house.demo.today],
  )
  expect(found!.done).toBeGreaterThan(0)
  expect(found!.wrong).toBe(0)
})

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

test('an associate hands in her day in two taps, the manager asks back, and it is due again with the question', async () => {
  now = at('22:09')
  const [owed] = await house.house.database.query<{ person: string }>(
    `select i.holder_id as person from duty_instance i where i.store_id = $1 and i.duty = 'SA-5' and i.period = $2
     and not exists (select from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
     and not exists (select from duty_excuse e where e.store_id = i.store_id and e.instance_id = i.id) order by 1 limit 1`,
    [idOf('HZ01'), house.demo.today],
  )
  const who = house.demo.chain.people.find((p) => p.id === owed!.person)!
  const { page, leave } = await house.visit(who.jobNumber, { size: 'phone' })
  await page.locator('.today').waitFor()
  const taps = new Taps()
  const card = page.locator('.duty', { hasText: '自己的日、周、月报' }).last()
  await taps.on(card.getByRole('link', { name: /^办理/ }))
  await taps.on(page.getByRole('button', { name: '交日报' }))
  await page.getByText('已交，数字留在这一份里').waitFor()
  expect(taps.count).toBe(2)
  await page.getByText('SA-5').waitFor()
  await toToday(page)
  await section(page, /^已完成/)
    .getByText('自己的日、周、月报')
    .waitFor()

  const boss = await house.visit(house.holder('storeManager', { store: 'HZ01' }))
  await boss.page.goto(`${house.address}/own-reports`)
  await boss.page.locator('.own-person', { hasText: who.name }).click()
  await boss.page.getByRole('button', { name: '追问' }).click()
  await boss.page.getByRole('dialog').locator('textarea').fill('羊绒断的是哪一款？')
  await boss.page.getByRole('button', { name: '发出追问' }).click()
  await boss.page.getByText('追问中').first().waitFor()
  await boss.leave()

  await toToday(page)
  await page
    .locator('.duty', { hasText: '自己的日、周、月报' })
    .last()
    .getByRole('link', { name: /^办理/ })
    .click()
  await page.getByText('羊绒断的是哪一款？').waitFor()
  await page.getByLabel('缺什么，要补什么').fill('羊绒短外套 M 码，两件')
  await page.getByRole('button', { name: '更正后再交' }).click()
  await page.getByText('羊绒短外套 M 码，两件').waitFor()
  await leave()
})

test('half an hour before its deadline the report is named on every page, and turns red as it passes', async () => {
  now = at('21:20')
  const { page, context, leave } = await house.visit(house.holder('storeManager', { store: 'HF01' }), {
    size: 'phone',
  })
  await page.goto(`${house.address}/tickets`)
  await page.locator('h1').waitFor()
  const report = page.locator('.reminder', { hasText: '提交销售日报' })
  expect(await report.count()).toBe(0)
  const turn = async (time: string) => {
    now = at(time)
    await context.clock.setFixedTime(now)
    await page.goto(`${house.address}/tickets`)
  }
  await turn('22:05')
  await page.locator('.reminder', { hasText: '还有 25 分钟' }).waitFor()
  await turn('22:41')
  await page.locator('.reminder-late', { hasText: '晚了 11 分钟，区长已可见' }).waitFor()
  await page.locator('.reminder-late').getByRole('link').click()
  await page.getByText('提交销售日报').first().waitFor()
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
  const card = page.locator('.duty', { hasText: '比对昨日销售', has: page.locator('.sample') })
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
    .getByText('比对昨日销售')
    .first()
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

test('the general manager sends the year plan back from its own page, and it is due again on the director’s Today', async () => {
  const top = await house.visit(house.holder('generalManager'))
  await section(top.page, '下属')
    .getByRole('link', { name: /年度销售计划/ })
    .click()
  await top.page.getByRole('dialog').locator('.duty-line').first().click()
  const note = top.page.locator('.record-note', { hasText: 'OD-3.1' })
  await note.getByRole('button', { name: '退回重做' }).click()
  await top.page.getByRole('dialog').locator('textarea').fill('华南区再压一点，补上理由')
  await top.page.getByRole('dialog').getByRole('button', { name: '退回重做' }).click()
  await top.page.getByText('已退回').waitFor()
  await top.leave()

  const director = await house.visit(house.holder('operationsDirector'))
  await director.page.locator('.today').waitFor()
  const card = director.page.locator('.duty', { hasText: '年度销售计划' })
  if ((await card.count()) === 0) await director.page.locator('.later-head').click()
  await card.getByText('退回重做').waitFor()
  await card.getByRole('link', { name: '年度销售计划', exact: true }).click()
  await director.page.getByRole('dialog').getByText('华南区再压一点，补上理由').first().waitFor()
  await director.leave()
})
