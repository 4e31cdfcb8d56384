import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  monday,
  openEmptyHouse,
  openTestHouse,
  sizes,
  type TestHouse,
  type Visit,
  yearOfTrade,
} from './house.ts'
import { faultsOf } from './looked-at.ts'
import { atRest, outside, type Screen, showOutside, walkTo } from './screen.ts'

/** What people of the demo chain wrote in their own words: reasons, file names, the two sentences of a report. */
const written = [
  '按历史建议，取整',
  '双面大衣试穿多，M 码断',
  '上午补 M 码，下午约老客',
  '2024年3月店日.csv',
  '店铺编码',
  '营业日',
  '净销售额',
  '小票数',
  '无此店',
  '西北区',
  '待定',
  '收银台平板',
]

/** A house of one test file, in which every screen is opened by whoever it is for and looked at. */
export class LookedAt {
  house!: TestHouse
  private empty!: Awaited<ReturnType<typeof openEmptyHouse>>
  private names: string[] = []
  private readonly visits = new Map<string, OpenVisit>()

  /** Days of history of its chain: a year's, unless its screens show nothing of plans. */
  constructor(days = yearOfTrade) {
    beforeAll(() => this.open(days))
    afterAll(async () => {
      for (const visit of this.visits.values()) await visit.leave()
      await this.house?.close()
      await this.empty?.close()
    })
  }

  /**
   * A test a screen: on a phone in Chinese, then at a desk in English as it stands, and the pages that people open first
   * the other way round, too.
   */
  each(shown: readonly Screen[]): void {
    test.each(shown.map((s) => [s.name, s] as const))('%s can be read and used', async (_name, screen) => {
      expect(await this.look(screen)).toEqual([])
    })
  }

  /** What is seen before one is signed in. */
  outside(): void {
    test.each(looks.flatMap((look) => outside.map((name) => [name, look.size, look.language] as const)))(
      '%s can be read and used on a %s, %s',
      async (name, size, language) => {
        const visit = await this.house.stranger({ size, language })
        await showOutside(visit, name, this.house, this.empty)
        expect(await faultsOf(visit.page, language, this.names)).toEqual([])
        await visit.leave()
      },
    )
  }

  private async open(days: number): Promise<void> {
    this.empty = await openEmptyHouse(monday.evening)
    this.house = await openTestHouse(monday.evening, days)
    const { chain } = this.house.demo
    const reports = await this.house.house.database.query<{ text: string }>(
      'select why as text from daily_report union select tomorrow from daily_report union select words from report_review where words is not null ' +
        `union select detail ->> 'reason' from audit_line where detail ? 'reason'`,
    )
    this.names = [
      ...chain.people.map((p) => p.name),
      ...new Set(chain.stores.map((s) => s.city)),
      '中文',
      ...written,
      ...reports.map((r) => r.text),
    ].sort((a, b) => b.length - a.length)
  }

  /** One window a person: the next page of the same person opens in it. */
  private async windowOf(who: string) {
    const open = this.visits.get(who)
    if (open) return open
    const visit: OpenVisit = { ...(await this.house.visit(who, first)), faults: [], look: first }
    visit.page.on('pageerror', (fault) => visit.faults.push(`page error: ${fault.message}`))
    visit.page.on('console', (line) => {
      if (line.type() === 'error') visit.faults.push(`console: ${line.text()}`)
    })
    this.visits.set(who, visit)
    return visit
  }

  /** Looked at as the window stood last, then the other way: half of the drawing anew is saved. */
  private async look(screen: Screen): Promise<string[]> {
    const visit = await this.windowOf(screen.as(this.house))
    visit.faults.length = 0
    await walkTo(this.house, visit, screen)
    const [stands, ...others] = [visit.look, ...looksAt(screen).filter((look) => look !== visit.look)]
    const found = await this.seen(visit, stands)
    for (const look of others) {
      await showAs(visit, look)
      found.push(...(await this.seen(visit, look)))
    }
    if (!looks.includes(visit.look)) await showAs(visit, stands)
    return [...visit.faults, ...found]
  }

  private async seen({ page }: Visit, { size, language }: Look): Promise<string[]> {
    return (await faultsOf(page, language, this.names)).map((fault) => `${size}, ${language}: ${fault}`)
  }
}

interface OpenVisit extends Visit {
  readonly faults: string[]
  look: Look
}
interface Look {
  readonly size: 'phone' | 'desk'
  readonly language: 'zh' | 'en'
}
const first: Look = { size: 'phone', language: 'zh' }
const looks: readonly Look[] = [first, { size: 'desk', language: 'en' }]
const turned: readonly Look[] = [
  { size: 'phone', language: 'en' },
  { size: 'desk', language: 'zh' },
]

/** A window drawn larger or smaller, and another language chosen in a second window: the page follows as it stands. */
async function showAs(visit: OpenVisit, look: Look): Promise<void> {
  const { page } = visit
  const { size, language } = look
  visit.look = look
  // What a notice said in passing stays in its language.
  await page.waitForFunction(() => !document.querySelector('.notice'))
  await page.setViewportSize(sizes[size])
  await page.evaluate((chosen) => {
    const key = 'jingwei.preferences'
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as object
    localStorage.setItem(key, JSON.stringify({ ...kept, language: chosen }))
    window.dispatchEvent(new StorageEvent('storage', { key }))
  }, language)
  await atRest(page)
}

const homes = ['today-director', 'today-area', 'today-store', 'today-own', 'weave-area']
const looksAt = (screen: Screen): readonly Look[] =>
  homes.includes(screen.name) ? [...looks, ...turned] : looks
