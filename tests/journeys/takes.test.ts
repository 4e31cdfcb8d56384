import { afterAll, beforeAll, expect, test } from 'vitest'
import { stockInvariants } from '../../business/stock/invariants.ts'
import { takeInvariants } from '../../business/stock/takes/invariants.ts'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse, type Visit } from './house.ts'

let house: TestHouse
const code = 'HZ02'
let now = monday.afternoon
/** The clock of the house goes on when the shop does. */
const minutes = (n: number): void => {
  now = new Date(now.getTime() + n * 60_000)
}

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade, { madeAt: monday.morning })
})
afterAll(() => house?.close())

const store = (): string => house.demo.chain.stores.find((s) => s.code === code)!.id
interface Lying {
  readonly sku: string
  readonly barcode: string
  readonly pieces: number
}
const lying = (): Promise<Lying[]> =>
  house.house.database.query<Lying>(
    `select s.sku_id as sku, k.barcode, s.on_hand as pieces from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
     where s.store_id = $1 and s.on_hand <> 0 and y.category = $2 order by k.barcode`,
    [store(), category],
  )
let category = ''
async function scan({ page }: Visit, barcode: string, pieces = 1): Promise<void> {
  const field = page.locator('.stock-scan input')
  for (let i = 0; i < pieces; i++) {
    await field.fill(barcode)
    await field.press('Enter')
  }
}
const total = ({ page }: Visit) => page.locator('.take-count strong')

test('a store counts with two phones in one zone while it sells, one of them without network; recounted, explained, approved, booked', async () => {
  const [small] = await house.house.database.query<{ category: string }>(
    `select y.category from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id where s.store_id = $1
     group by 1 having count(*) filter (where s.on_hand > 1) >= 3 and min(s.on_hand) >= 0 order by sum(s.on_hand), 1 limit 1`,
    [store()],
  )
  category = small!.category
  const before = await lying()
  const boss = await house.visit(house.holder('storeManager', { store: code }), { size: 'phone' })
  await boss.page.goto(`${house.address}/takes`)
  await boss.page.getByRole('button', { name: '排盘点' }).click()
  const plan = boss.page.getByRole('dialog')
  await plan.getByRole('button', { name: '部分类别' }).click()
  await plan.getByText(category, { exact: false }).first().click()
  for (const _ of [1, 2]) await plan.getByRole('button', { name: '去掉' }).last().click()
  await plan.getByRole('button', { name: '开始盘点' }).click()
  await plan.waitFor({ state: 'detached' })

  // Two phones at the same zone.
  const girl = await house.visit(house.holder('salesAssociate', { store: code }), { size: 'phone' })
  for (const phone of [girl, boss]) {
    await phone.page.goto(`${house.address}/takes`)
    await phone.page.getByRole('link', { name: '去点货' }).click()
    await phone.page.locator('.stock-scan input').waitFor()
  }
  await girl.page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('jingwei.takes.codes.')),
  )
  const [first, second, ...rest] = before
  minutes(5)
  await scan(girl, first!.barcode, first!.pieces)
  // Her phone has no network now: it counts on, survives a reload of nothing, and what waits is said.
  await girl.context.setOffline(true)
  await scan(girl, second!.barcode, second!.pieces)
  await girl.page.getByText('还在本机').waitFor()
  await scan(girl, second!.barcode)
  await girl.page.getByRole('button', { name: '撤销上一笔' }).click()
  minutes(5)
  // The last of the rest is not found by anybody.
  const found = rest.slice(0, -1)
  for (const l of found) await scan(boss, l.barcode, Math.max(0, l.pieces))
  await girl.context.setOffline(false)
  const pieces = [first!, second!, ...found].reduce((sum, l) => sum + Math.max(0, l.pieces), 0)
  await expect.poll(async () => total(girl).textContent(), { timeout: 30_000 }).toBe(String(pieces))
  await expect.poll(async () => total(boss).textContent(), { timeout: 30_000 }).toBe(String(pieces))
  await girl.page.getByText('都已送达').waitFor()

  // The shop sells one of what was counted already.
  minutes(5)
  const [price] = await house.house.database.query<{ tag: number }>(
    `select p.tag_price as tag from style_price p join sku k on k.style_id = p.style_id where k.id = $1 order by p.from_day desc limit 1`,
    [found[0]!.sku],
  )
  const ticket = {
    id: newId(),
    store: store(),
    soldAt: now.toISOString(),
    lines: [{ sku: found[0]!.sku, quantity: 1, net: price!.tag }],
    credits: [{ person: await personOf(house.holder('salesAssociate', { store: code })), share: 1 }],
    tenders: [{ tender: 'card', amount: price!.tag }],
  }
  const sold = await girl.page.request.post(`${house.address}/api/do/sales.ticket`, {
    data: ticket,
    headers: { origin: house.address, 'idempotency-key': newId() },
  })
  expect(sold.status(), await sold.text()).toBe(200)
  minutes(5)
  for (const phone of [girl, boss]) {
    await phone.page.getByRole('button', { name: '交单', exact: true }).click()
    await phone.page.getByText('已交单').first().waitFor()
  }
  await girl.leave()

  await boss.page.goto(`${house.address}/takes`)
  await boss.page.getByRole('button', { name: '初盘结束' }).click()
  await boss.page.getByRole('dialog').getByRole('button', { name: '初盘结束' }).click()
  await boss.page.getByRole('link', { name: '看差异' }).click()
  await boss.page.getByText('净差异').first().waitFor()
  const lost = rest.at(-1)!
  const lines = await house.house.database.query<{ sku: string; difference: number }>(
    `select l.sku_id as sku, l.counted - l.expected as difference from take_line l join take t on t.store_id = l.store_id and t.id = l.take_id
     where l.store_id = $1 and t.ended_at is null and l.counted <> l.expected`,
    [store()],
  )
  // Neither the sale nor the phone without network makes a difference: only what nobody found does.
  expect(lines).toEqual([{ sku: lost.sku, difference: -lost.pieces }])
  await boss.page.getByRole('button', { name: '复盘' }).first().click()
  await boss.page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await boss.page.getByRole('dialog').waitFor({ state: 'detached' })
  await boss.page.getByRole('tab', { name: '要写原因 1' }).click()
  await boss.page.getByRole('button', { name: '写原因' }).first().click()
  await boss.page.getByRole('dialog').getByRole('button', { name: '丢失被盗' }).click()
  await boss.page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await boss.page.getByRole('dialog').waitFor({ state: 'detached' })
  await boss.page.getByRole('button', { name: '上交区长' }).click()
  await boss.page.getByRole('dialog').getByRole('button', { name: '上交区长' }).click()
  await boss.page.getByText('待区长复核').first().waitFor()
  const page = boss.page.url()
  await boss.leave()

  const area = await house.visit(house.holder('areaManager', { area: 'E1' }))
  await area.page.goto(page)
  await area.page.getByRole('button', { name: '批准调整' }).click()
  await area.page.getByRole('dialog').getByRole('button', { name: '批准调整' }).click()
  await area.page.getByText('已批准入账').first().waitFor()
  await area.leave()
  const after = new Map((await lying()).map((l) => [l.sku, l.pieces]))
  for (const l of before) {
    const sold = l.sku === found[0]!.sku ? 1 : 0
    expect(after.get(l.sku) ?? 0).toBe(l.sku === lost.sku ? 0 : l.pieces - sold)
  }
  const broken = await verify(house.house.database, [...stockInvariants, ...takeInvariants])
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

async function personOf(jobNumber: string): Promise<string> {
  const sql = 'select id from person where job_number = $1'
  return (await house.house.database.query<{ id: string }>(sql, [jobNumber]))[0]!.id
}
