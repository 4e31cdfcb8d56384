import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type House, houseOn } from '../../app/house.ts'
import { startServer } from '../../app/server.ts'
import { type DemoMade, demoPassword } from '../../demo/make.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { newId } from '../../platform/kinds/id.ts'
import { demoHouse } from './demo-house.ts'
import { watchAsking } from './screen.ts'

/** The one without a window of its own draws the same with less; where it is not, any of the others does. */
const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A Monday of the demo chain. Files that begin at the same moment with as long a history share the making of it. */
export const monday = {
  morning: new Date('2026-11-23T01:05:00Z'),
  afternoon: new Date('2026-11-23T07:30:00Z'),
  /** The day's figures stand, and the daily report may be filed. */
  evening: new Date('2026-11-23T13:40:00Z'),
  closed: new Date('2026-11-23T14:10:00Z'),
}
/** Days of history: of plans, which rest on the year before, or of everything else. */
export const yearOfTrade = 420
export const monthOfTrade = 30

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  leave(): Promise<void>
}
export interface Seat {
  readonly size?: 'phone' | 'desk'
  readonly language?: 'zh' | 'en'
  /** Keeps the product's own files as a phone does, so that it opens without network. */
  readonly keepsShell?: boolean
}
export interface TestHouse {
  readonly house: House
  readonly demo: DemoMade
  readonly address: string
  /** Signs somebody in, on a phone or at a desk, in one of the languages; faults of the page fail the test. */
  visit(jobNumber: string, at?: Seat): Promise<Visit>
  /** Somebody whom nobody knows yet, at this house or at another address. */
  stranger(at?: Seat, address?: string): Promise<Visit>
  /** Job number of who holds a position, in a store or area where given. */
  holder(position: string, at?: { store?: string; area?: string }): string
  close(): Promise<void>
}

const serve = (house: House, dataFolder: string, clock: () => Date) =>
  startServer(
    house,
    {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder,
      demo: false,
      behindHttps: false,
    },
    clock,
  )

/** A house in which nobody has been yet: no company, no administrator. */
export async function openEmptyHouse(now: Date): Promise<{ address: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-empty-'))
  const house = houseOn(await testDatabase())
  const server = await serve(house, folder, () => now)
  return {
    address: server.address,
    async close() {
      await server.stop()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The built product on a small demo chain in memory, with a real browser beside it. The clock stands, unless it is a function. A chain
 * that was made earlier that day (`madeAt`) is shared with whoever begins then; in between nothing has happened.
 */
export async function openTestHouse(
  moment: Date | (() => Date),
  days: number,
  { dutyDays = 4, madeAt }: { dutyDays?: number; madeAt?: Date } = {},
): Promise<TestHouse> {
  const clock = typeof moment === 'function' ? moment : () => moment
  const now = madeAt ?? clock()
  const executablePath = browsers.find(existsSync)
  if (!executablePath) throw new Error(`no browser: install one of ${browsers.join(', ')}`)
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-journey-'))
  const { house, demo, photos } = await demoHouse({ now, days, dutyDays })
  await symlink(photos, join(folder, 'photos'))
  const server = await serve(house, folder, clock)
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--disable-sync',
    ],
  })
  const open = async ({ size = 'desk', language = 'zh', keepsShell = false }: Seat): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: sizes[size],
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: keepsShell ? 'allow' : 'block',
    })
    // The page's clock stands with the house's, or what a phone says of its time would be refused.
    await context.clock.setFixedTime(clock())
    const page = await context.newPage()
    watchAsking(page)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    return {
      page,
      context,
      async leave() {
        await context.close()
        if (faults.length > 0) throw new Error(`faults in the page: ${faults.join('; ')}`)
      },
    }
  }
  return {
    house,
    demo,
    address: server.address,
    holder(position, at = {}) {
      const store = at.store && demo.chain.stores.find((s) => s.code === at.store)!.id
      const area = at.area && demo.chain.areas.find((a) => a.code === at.area)!.id
      const held = demo.chain.appointments.find(
        (a) =>
          a.position === position &&
          a.to === null &&
          (!store || a.store === store) &&
          (!area || a.area === area),
      )
      return demo.chain.people.find((p) => p.id === held?.person)!.jobNumber
    },
    async visit(jobNumber, seat = {}) {
      const { context, page, leave } = await open(seat)
      const signedIn = await context.request.post(`${server.address}/api/do/access.signIn`, {
        data: { login: jobNumber, password: demoPassword },
        headers: { origin: server.address },
      })
      if (!signedIn.ok()) throw new Error(`${jobNumber} could not sign in: ${await signedIn.text()}`)
      await context.request.post(`${server.address}/api/do/access.setLanguage`, {
        data: { language: seat.language ?? 'zh' },
        headers: { origin: server.address, 'idempotency-key': newId() },
      })
      await page.goto(server.address)
      return { page, context, leave }
    },
    async stranger(seat = {}, address = server.address) {
      const visit = await open(seat)
      await visit.page.goto(address)
      return visit
    },
    async close() {
      await browser.close()
      await server.stop()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
