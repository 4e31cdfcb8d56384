import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmptyHouse, openTestHouse, type TestHouse, type Visit } from './house.ts'
import { faultsOf } from './looked-at.ts'
import { evening, outside, type Screen, showOutside, walkTo } from './screen.ts'
import { screens } from './screens.ts'

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
]

/** A house of one test file, in which every screen is opened by whoever it is for and looked at. */
export class LookedAt {
  house!: TestHouse
  private empty!: Awaited<ReturnType<typeof openEmptyHouse>>
  private names: string[] = []
  private readonly visits = new Map<string, Visit & { faults: string[] }>()

  constructor() {
    beforeAll(() => this.open())
    afterAll(async () => {
      await this.house?.close()
      await this.empty?.close()
    })
  }

  /** A test a screen, at one size and in one language. */
  each(size: 'phone' | 'desk', language: 'zh' | 'en', shown: readonly Screen[]): void {
    describe(`${size}, ${language}`, () => {
      test.each(shown.map((s) => [s.name, s] as const))('%s can be read and used', async (_name, screen) => {
        expect(await this.look(screen, size, language)).toEqual([])
      })
      test.each(shown === screens ? outside : [])('%s can be read and used', async (name) => {
        const visit = await this.house.stranger({ size, language })
        await showOutside(visit, name, name === 'set-up' ? this.empty.address : this.house.address)
        expect(await faultsOf(visit.page, language, this.names)).toEqual([])
        await visit.leave()
      })
      afterAll(async () => {
        for (const visit of this.visits.values()) await visit.leave()
        this.visits.clear()
      })
    })
  }

  private async open(): Promise<void> {
    this.empty = await openEmptyHouse(evening)
    this.house = await openTestHouse(evening)
    const { chain } = this.house.demo
    const reports = await this.house.house.database.query<{ text: string }>(
      'select why as text from daily_report union select tomorrow from daily_report union select words from report_review where words is not null ' +
        `union select detail ->> 'reason' from audit_line where detail ? 'reason'`,
    )
    this.names = [
      ...chain.people.map((p) => p.name),
      ...new Set(chain.stores.map((s) => s.city)),
      '中国',
      '中文',
      ...written,
      ...reports.map((r) => r.text),
    ].sort((a, b) => b.length - a.length)
  }

  /** One window a person: the next page of the same person opens in it. */
  private async windowOf(who: string, size: 'phone' | 'desk', language: 'zh' | 'en') {
    const key = `${who} ${size} ${language}`
    const open = this.visits.get(key)
    if (open) return open
    const visit = { ...(await this.house.visit(who, { size, language })), faults: [] as string[] }
    visit.page.on('pageerror', (fault) => visit.faults.push(`page error: ${fault.message}`))
    visit.page.on('console', (line) => {
      if (line.type() === 'error') visit.faults.push(`console: ${line.text()}`)
    })
    this.visits.set(key, visit)
    return visit
  }

  private async look(screen: Screen, size: 'phone' | 'desk', language: 'zh' | 'en'): Promise<string[]> {
    const visit = await this.windowOf(screen.as(this.house), size, language)
    visit.faults.length = 0
    await walkTo(this.house, visit, screen)
    return [...visit.faults, ...(await faultsOf(visit.page, language, this.names))]
  }
}

/** The pages that people open first. */
export const homes = screens.filter((s) =>
  ['today-director', 'today-area', 'today-store', 'today-own', 'weave-area'].includes(s.name),
)
