import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday, monthOfTrade, openTestHouse, type TestHouse } from './house.ts'

/** What people ask of each other: a notice passed on, a directive answered, leave given. Each ends on somebody's Today. */
let house: TestHouse
const store = 'NJ01'
const manager = () => house.holder('storeManager', { store })
const associate = () => house.holder('salesAssociate', { store })
const areaManager = () => house.holder('areaManager', { area: 'E2' })
const nameOf = (jobNumber: string) => house.demo.chain.people.find((p) => p.jobNumber === jobNumber)!.name

const at = (wall: string) => new Date(`2026-11-23T${wall}:00+08:00`)
/** In the morning: the doors open at ten. */
let now = monday.morning

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade)
  now = at('09:30')
})
afterAll(() => house?.close())

test('a store manager plans the day in three presses, tells each the own target, and closes it in the evening', async () => {
  const { page, context, leave } = await house.visit(manager(), { size: 'phone' })
  const turn = async (wall: string) => {
    now = at(wall)
    await context.clock.setFixedTime(now)
    await page.goto(`${house.address}/day`)
  }
  await page.goto(`${house.address}/day`)
  await page.getByRole('button', { name: '补齐断码' }).click()
  await page.getByRole('button', { name: '每人邀约三位老客' }).click()
  await page.getByRole('button', { name: '定下来' }).click()
  await page.getByText('计划已定').waitFor()
  await page.getByRole('button', { name: /^晨会开了，\d+ 人在场$/ }).click()
  await page.getByText(/09:30 开过，\d+ 人在场/).waitFor()

  const hers = await house.visit(associate(), { size: 'phone' })
  await hers.page.goto(`${house.address}/day`)
  await hers.page.getByText('每人邀约三位老客').waitFor()
  await hers.page.getByText('我的目标').waitFor()
  await hers.leave()

  await turn('17:10')
  await page.locator('.day-progress li').first().waitFor()
  const behind = page.locator('.day-progress li', { hasText: '落后' })
  while ((await behind.count()) > 0) {
    const left = await behind.count()
    await behind.first().getByRole('button').click()
    await page.getByRole('dialog').getByRole('button', { name: '陪着接一单' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '记下' }).click()
    await expect.poll(() => behind.count()).toBe(left - 1)
  }
  await page.getByRole('button', { name: '没人落后' }).click()
  await page.getByText('17:10 看过，没人落后').waitFor()

  await turn('21:45')
  await page.getByRole('group', { name: '补齐断码' }).getByRole('button', { name: '做了' }).click()
  await page.getByRole('group', { name: '每人邀约三位老客' }).getByRole('button', { name: '没做' }).click()
  await page.getByRole('button', { name: '收尾' }).click()
  await page.getByText('今天收尾了').first().waitFor()

  await page.goto(`${house.address}/today`)
  const done = page.locator('section', { hasText: '已完成' })
  for (const title of ['晨会派目标，晚上对结果', '一天有计划', '盯完成，及时帮'])
    await done.getByText(title).first().waitFor()
  await leave()
  now = at('10:00')
})

test('a notice goes from the area manager over the store manager’s briefing to each associate’s own “I have read this”', async () => {
  const title = '大衣胸针今天起佩戴'
  const writer = await house.visit(areaManager())
  await writer.page.goto(`${house.address}/notices/write`)
  await writer.page.getByRole('textbox', { name: '标题', exact: true }).fill(title)
  await writer.page.getByRole('textbox', { name: '内容', exact: true }).fill('胸针戴左胸，离领口一掌。')
  await writer.page.getByRole('button', { name: '发布' }).click()
  await writer.page.getByText('已发布').first().waitFor()

  const told = await house.visit(manager(), { size: 'phone' })
  // Due by tomorrow evening: it waits under what comes later, named by its title.
  await told.page.locator('.later-head').click()
  await told.page.locator('.duty', { hasText: title }).waitFor()
  await told.page.goto(`${house.address}/notices`)
  await told.page.locator('.bulletin', { hasText: title }).click()
  await told.page.getByRole('button', { name: /^已在.*讲给 \d+ 人$/ }).click()
  await told.page.getByText(/^还差 /).waitFor()

  const [{ there }] = (await house.house.database.query<{ there: number }>(
    `select count(*)::int as there from notice_told t join notice_relay r on r.store_id = t.store_id and r.id = t.relay_id
     join notice n on n.id = r.notice_id where n.title = $1`,
    [title],
  )) as [{ there: number }]
  expect(there).toBeGreaterThan(0)
  const reader = await house.visit(associate(), { size: 'phone' })
  await reader.page.goto(`${house.address}/notices`)
  await reader.page.locator('.bulletin', { hasText: title }).click()
  await reader.page.getByRole('button', { name: '我知道了' }).click()
  await reader.page.getByText('已记下').waitFor()

  await writer.page.goto(`${house.address}/notices?tab=published`)
  await writer.page.locator('.bulletin', { hasText: title }).click()
  await writer.page.getByText(nameOf(manager())).first().waitFor()
  await told.leave()
  await reader.leave()
  await writer.leave()
})

test('a directive stands on the store’s Today until it is answered, comes back when it was not enough, and is closed by who gave it', async () => {
  const words = '今天把断码款移到后仓，橱窗换大衣'
  const giver = await house.visit(areaManager())
  await giver.page.goto(
    `${house.address}/directives/new?store=${house.demo.chain.stores.find((s) => s.code === store)!.id}`,
  )
  await giver.page.getByRole('textbox', { name: '要做什么' }).fill(words)
  await giver.page.getByRole('button', { name: '发出交办' }).click()
  await giver.page.getByText('已交办').first().waitFor()

  const asked = await house.visit(manager(), { size: 'phone' })
  const answer = async (said: string) => {
    await asked.page.goto(`${house.address}/directives?side=received`)
    await asked.page.locator('.directive', { hasText: words }).click()
    await asked.page.getByRole('textbox', { name: '做了什么，结果怎样' }).fill(said)
    await asked.page.getByRole('button', { name: '答复', exact: true }).click()
    await asked.page.getByText('已答复').first().waitFor()
  }
  const look = async () => {
    await giver.page.goto(`${house.address}/directives?side=given`)
    await giver.page.locator('.directive', { hasText: words }).click()
  }
  await asked.page.goto(`${house.address}/today`)
  await asked.page.locator('.duty', { hasText: words }).first().waitFor()
  await answer('断码款移走了')

  await look()
  await giver.page.getByRole('button', { name: '退回', exact: true }).click()
  await giver.page.getByRole('textbox', { name: '哪里没做到' }).fill('橱窗还没换')
  await giver.page.getByRole('button', { name: '退回', exact: true }).click()
  await giver.page.getByText('已退回').first().waitFor()

  await asked.page.goto(`${house.address}/today`)
  await asked.page.locator('.duty', { hasText: words }).first().waitFor()
  await answer('橱窗也换了，照片在群里')
  await look()
  await giver.page.getByRole('button', { name: '验收', exact: true }).click()
  await giver.page.getByText('已验收').first().waitFor()
  await asked.leave()
  await giver.leave()
})

test('leave is asked for in two presses, approved in one, and stands in the books of who is away', async () => {
  const asks = await house.visit(associate(), { size: 'phone' })
  await asks.page.goto(`${house.address}/leave`)
  await asks.page.locator('.choices .choice').first().click()
  const send = asks.page.getByRole('button', { name: '请假 1 天' })
  if (await send.isDisabled()) await asks.page.locator('.phrases button').first().click()
  await send.click()
  await asks.page.getByText('已送上级').waitFor()

  const decides = await house.visit(manager(), { size: 'phone' })
  await decides.page.goto(`${house.address}/leave?tab=decide`)
  const card = decides.page.locator('section, article, .card').filter({ hasText: nameOf(associate()) })
  await card.getByRole('button', { name: '准假' }).first().click()
  await decides.page.getByText(`已准${nameOf(associate())}的假`).waitFor()

  await asks.page.reload()
  await asks.page.getByText('已准').first().waitFor()
  const away = await house.house.database.query(
    'select 1 from person_away a join person p on p.id = a.person_id where p.job_number = $1 and a.from_day = $2::date + 1 and a.to_day = a.from_day',
    [associate(), house.demo.today],
  )
  expect(away).toHaveLength(1)
  await decides.leave()
  await asks.leave()
})
