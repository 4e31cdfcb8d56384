import type { Page, Request } from 'playwright-core'
import { newId } from '../../platform/kinds/id.ts'
import type { TestHouse, Visit } from './house.ts'

export type Asks = (house: TestHouse, visit: Visit) => string | Promise<string>
export interface Screen {
  readonly name: string
  /** The declared path that it shows; none for the pages before sign-in. */
  readonly page?: string
  /** Job number of who looks. */
  readonly as: (house: TestHouse) => string
  readonly path: Asks
  /** What is done on it before one looks. */
  readonly first?: (page: Page, house: TestHouse) => Promise<void>
}

/** Whose screens they are: people of one store and area of the demo chain, and the posts of headquarters. */
export const shop = 'NJ01'
export const store = (house: TestHouse): string => house.demo.chain.stores.find((s) => s.code === shop)!.id
export const area = (house: TestHouse): string => house.demo.chain.areas[1]!.id
export const manager = (house: TestHouse): string => house.holder('storeManager', { store: shop })
export const associate = (house: TestHouse): string => house.holder('salesAssociate', { store: shop })
export const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E2' })
export const by =
  (position: string) =>
  (house: TestHouse): string =>
    house.holder(position)
export const at = (path: string) => (): string => path

/** Before anybody has signed in: the door of the demo chain, of a company of one's own, and the very first page. */
export const outside = ['sign-in-demo', 'sign-in', 'sign-in-pin', 'set-up'] as const

/** What a person sees on this screen, at rest. */
export async function showScreen(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  await visit.page.goto(house.address + (await screen.path(house, visit)))
  await lookAt(house, visit, screen)
}

/** The page that each window shows. */
const shownIn = new WeakMap<Page, string>()

/** As somebody gets there who is in the product already: from another page, without loading it anew. */
export async function walkTo(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  const path = await screen.path(house, visit)
  const stands = new URL(visit.page.url()).pathname
  // Of one page with another thing on it nothing would go by which one sees that it has come.
  const isSame = screen.page !== undefined && shownIn.get(visit.page) === screen.page
  shownIn.set(visit.page, screen.page ?? '')
  if (screen.first || isSame || new URL(path, house.address).pathname === stands)
    return showScreen(house, visit, screen)
  // What stood there before must be gone, or its heading is taken for the new page's.
  await visit.page.evaluate((to) => {
    document.querySelector('main > *')?.setAttribute('data-before', '')
    history.pushState({}, '', to)
  }, path)
  await visit.page.waitForFunction(() => !document.querySelector('[data-before]'))
  await lookAt(house, visit, screen)
}

async function lookAt(house: TestHouse, visit: Visit, screen: Screen): Promise<void> {
  await atRest(visit.page)
  if (!screen.first) return
  await screen.first(visit.page, house)
  await atRest(visit.page)
}

export async function showOutside(
  visit: Visit,
  name: (typeof outside)[number],
  house: TestHouse,
  empty: { readonly address: string },
): Promise<void> {
  const { page } = visit
  if (name === 'sign-in-pin') await enrolHere(visit, house)
  await page.goto(name === 'set-up' ? empty.address : house.address)
  await atRest(page)
  if (name === 'sign-in') await page.locator('.outside-link').click()
  if (name === 'sign-in-pin') await page.locator('.pin-people button.has-pin').first().click()
  if (name === 'sign-in' || name === 'sign-in-pin') await page.locator('form').waitFor()
}

/** The browser becomes a store's device, as its manager makes it one; nobody stays signed in. */
async function enrolHere({ context, page }: Visit, house: TestHouse): Promise<void> {
  // A page that stood open would take the manager's language for its own.
  await page.goto('about:blank')
  const last = house.demo.chain.stores.at(-1)!
  const steps = [
    ['access.signIn', { login: house.holder('storeManager', { store: last.code }), password: 'demo' }],
    ['devices.enrol', { store: last.id, name: '收银台平板' }],
    ['access.signOut', {}],
  ] as const
  for (const [name, data] of steps) {
    const reply = await context.request.post(`${house.address}/api/do/${name}`, {
      data,
      headers: { origin: house.address, 'idempotency-key': newId() },
    })
    if (!reply.ok()) throw new Error(`${name}: ${await reply.text()}`)
  }
}

/** Nothing is being fetched any more and nothing moves. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, .weaving'))
  await quiet(page)
  await page.evaluate(drawn)
}

/** What each window has asked for and not yet got. */
const asking = new WeakMap<Page, Set<Request>>()

/** Must be told before the window opens its first page. */
export function watchAsking(page: Page): void {
  const open = new Set<Request>()
  asking.set(page, open)
  page.on('request', (request) => {
    // Live news never ends.
    if (!new URL(request.url()).pathname.startsWith('/api/live')) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/** An answer may make the page ask again, which it does as soon as it has drawn it. */
async function quiet(page: Page): Promise<void> {
  const open = asking.get(page)
  if (!open) throw new Error('this window is not watched')
  for (let still = 0; still < 4; still = open.size === 0 ? still + 1 : 0) await page.waitForTimeout(25)
}

/** Two frames have passed, and what comes in, goes out or changes colour has done so. */
const drawn = async (): Promise<void> => {
  // No function of its own: what is sent to the page as text must not lean on what a compiler puts around names.
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  const ending = document
    .getAnimations()
    .filter((moving) => Number.isFinite(Number(moving.effect?.getComputedTiming().endTime)))
  await Promise.race([
    Promise.allSettled(ending.map((moving) => moving.finished)),
    new Promise((resolve) => setTimeout(resolve, 2_000)),
  ])
}
