import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../platform/access/hashing.ts'
import { monday, monthOfTrade, openTestHouse, type TestHouse, type Visit } from './house.ts'

let house: TestHouse
let now = monday.afternoon
const password = 'the blue coat is sold'

beforeAll(async () => {
  house = await openTestHouse(() => now, monthOfTrade, { madeAt: monday.morning })
  const db = house.house.database
  // A company of its own from here on: everybody has a password of his own, and the pages ask for it.
  await db.query('update company set demo = false')
  await db.query('update credential set password_hash = $1', [await hashSecret(password)])
})
afterAll(() => house?.close())

/** Passkeys want a name, not a number, in the address. */
const site = (): string => house.address.replace('127.0.0.1', 'localhost')
const isIn = (page: Page) => page.locator('.shell').waitFor()

async function signIn(visit: Visit, jobNumber: string, secret = password): Promise<void> {
  const { page } = visit
  await page.goto(site())
  await page.getByLabel('工号或手机号').fill(jobNumber)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('a code of the administrator, a password of one’s own, and the first page', async () => {
  const admin = await house.stranger({}, site())
  await signIn(admin, house.holder('administrator'))
  await isIn(admin.page)
  const person = house.demo.chain.people.find((p) => p.jobNumber === house.holder('areaManager'))!
  await admin.page.goto(`${site()}/people/${person.id}`)
  await admin.page.getByRole('button', { name: '给登录码' }).click()
  await admin.page.getByRole('button', { name: '生成登录码' }).click()
  const code = (await admin.page.locator('.sign-in-code').textContent())!.trim()

  const visit = await house.stranger({ size: 'phone' }, site())
  await signIn(visit, person.jobNumber, code.toLowerCase())
  const { page } = visit
  await page.getByRole('heading', { name: '设一个自己的密码' }).waitFor()
  await page.getByLabel('新密码').fill('password123')
  await page.getByRole('button', { name: '保存并进入' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('新密码').fill('a red one came instead')
  await page.getByRole('button', { name: '保存并进入' }).click()
  await isIn(page)
  await visit.leave()
  await admin.leave()
})

test('an authenticator: set up, asked for at the next sign-in, asked for again by a weighty act', async () => {
  const visit = await house.stranger({}, site())
  const { page } = visit
  const login = house.holder('administrator')
  await signIn(visit, login)
  await isIn(page)
  await page.goto(`${site()}/me/security`)
  await page.getByRole('button', { name: '加验证器' }).click()
  const secret = (await page.locator('.totp-secret').textContent())!.replace(/\s/g, '')
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
  await page.locator('.totp-picture svg').waitFor()
  await page.getByLabel('验证码').fill(code())
  await page.getByRole('button', { name: '完成' }).click()
  await expect.poll(() => page.locator('.recovery-codes li').count()).toBe(10)
  const [recovery] = await page.locator('.recovery-codes li').allTextContents()
  await page.getByRole('button', { name: '我已经收好' }).click()

  now = new Date(now.getTime() + 60_000)
  const next = await house.stranger({}, site())
  await signIn(next, login)
  await next.page.getByLabel('验证码').fill(code())
  await next.page.getByRole('button', { name: '确认' }).click()
  await isIn(next.page)

  now = new Date(now.getTime() + 16 * 60_000)
  const person = house.demo.chain.people.find((p) => p.jobNumber === house.holder('storeManager'))!
  await next.page.goto(`${site()}/people/${person.id}`)
  await next.page.getByRole('button', { name: '给登录码' }).click()
  await next.page.getByRole('button', { name: '生成登录码' }).click()
  await next.page
    .getByRole('heading', { name: '确认是您本人' })
    .or(next.page.getByText('确认是您本人'))
    .waitFor()
  await next.page.getByLabel('验证码').fill(recovery!)
  await next.page.getByRole('button', { name: '确认' }).click()
  // The act that asked goes on by itself.
  await next.page.locator('.sign-in-code').waitFor()
  await visit.leave()
  await next.leave()
})

test('a passkey: made on the device, then it alone signs in', async () => {
  const visit = await house.stranger({}, site())
  const { page, context } = visit
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(visit, house.holder('operationsDirector'))
  await isIn(page)
  await page.goto(`${site()}/me`)
  await page.getByRole('link', { name: '设置二次验证' }).click()
  await page.getByRole('button', { name: '加通行密钥' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '加通行密钥' }).click()
  await page.getByRole('button', { name: '我已经收好' }).click()
  await page.getByText('通行密钥', { exact: true }).first().waitFor()

  await page.goto(`${site()}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await isIn(page)
  // With the password the passkey is the second step.
  await page.goto(`${site()}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('工号或手机号').waitFor()
  await signIn(visit, house.holder('operationsDirector'))
  await page.getByRole('button', { name: '用通行密钥', exact: true }).click()
  await isIn(page)
  await visit.leave()
})

test('the store’s device: enrolled by its manager, then its people sign in one after the other by PIN', async () => {
  const shop = 'NJ01'
  const seller = house.holder('salesAssociate', { store: shop })
  const named = (jobNumber: string) => house.demo.chain.people.find((p) => p.jobNumber === jobNumber)!.name
  // At home, on her own phone, the associate sets a PIN.
  const own = await house.stranger({ size: 'phone' }, site())
  await signIn(own, seller)
  await isIn(own.page)
  await own.page.goto(`${site()}/me/security`)
  await own.page.getByRole('button', { name: /^(设|换) PIN$/ }).click()
  const press = async (page: Page, digits: string, verb: string) => {
    for (const digit of digits)
      await page.locator('.pin-keys').getByRole('button', { name: digit, exact: true }).click()
    await page.locator('.pin-keys').getByRole('button', { name: verb }).click()
  }
  await press(own.page, '8264', '下一步')
  await press(own.page, '8265', '保存')
  await own.page.getByText('两次不一样').waitFor()
  await press(own.page, '8264', '下一步')
  await press(own.page, '8264', '保存')
  await own.page.getByText('PIN 设好了').waitFor()

  const tablet = await house.stranger({ size: 'phone' }, site())
  const { page } = tablet
  await signIn(tablet, house.holder('storeManager', { store: shop }))
  await isIn(page)
  await page.goto(`${site()}/devices`)
  await page.getByRole('button', { name: '这台设备属于本店' }).click()
  await page.getByLabel('叫什么').fill('试衣间平板')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('这台设备属于南京').or(page.getByText('试衣间平板')).first().waitFor()
  await page.goto(`${site()}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()

  await page.getByRole('button', { name: named(seller) }).click()
  await press(page, '1111', '登录')
  await page.getByText('PIN 不对').waitFor()
  await press(page, '8264', '登录')
  await isIn(page)
  await page.getByRole('button', { name: '换人' }).first().click()
  await page.getByRole('heading', { name: '您是哪一位' }).waitFor()

  // Guesses on the colleague's name are made to wait, and the reader is told how long.
  await page.getByRole('button', { name: named(house.holder('storeManager', { store: shop })) }).click()
  for (const guess of ['4001', '4002', '4003', '4004', '4005']) {
    await press(page, guess, '登录')
    await page.locator('.pin-pad [role=alert]:not(:empty)').waitFor()
  }
  await page.getByText('分钟后再试').waitFor()
  await tablet.leave()
  await own.leave()
})
