import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageDeclaration } from '../../platform/web/pages.ts'
import { bound, weightOf } from './first-load.ts'
import { openEmptyHouse, openTestHouse, type TestHouse, type Visit } from './house.ts'
import { faultsOf } from './looked-at.ts'
import { evening, outside, type Screen, screens, showOutside, showScreen } from './screens.ts'

let house: TestHouse
let empty: { address: string; close(): Promise<void> }
let names: string[]
const visits = new Map<string, Visit & { faults: string[] }>()

beforeAll(async () => {
  empty = await openEmptyHouse(evening)
  house = await openTestHouse(evening)
  const { chain } = house.demo
  const reports = await house.house.database.query<{ text: string }>(
    'select why as text from daily_report union select tomorrow from daily_report union select words from report_review where words is not null ' +
      `union select detail ->> 'reason' from audit_line where detail ? 'reason'`,
  )
  names = [
    ...chain.people.map((p) => p.name),
    ...new Set(chain.stores.map((s) => s.city)),
    '中国',
    '中文',
    ...written,
    ...reports.map((r) => r.text),
  ].sort((a, b) => b.length - a.length)
})
afterAll(async () => {
  await house?.close()
  await empty?.close()
})

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

const pages = Object.values(
  import.meta.glob<readonly PageDeclaration[]>('../../business/**/pages/index.ts', {
    eager: true,
    import: 'pages',
  }),
).flat()

test('every page that an area declares is among the screens', () => {
  const shown = screens.map((s) => s.page)
  expect(pages.map((p) => p.path).filter((path) => !shown.includes(path))).toEqual([])
})

/** One window a person: the next page of the same person opens in it. */
async function windowOf(who: string, size: 'phone' | 'desk', language: 'zh' | 'en') {
  const key = `${who} ${size} ${language}`
  const open = visits.get(key)
  if (open) return open
  const visit = { ...(await house.visit(who, { size, language })), faults: [] as string[] }
  visit.page.on('pageerror', (fault) => visit.faults.push(`page error: ${fault.message}`))
  visit.page.on('console', (line) => {
    if (line.type() === 'error') visit.faults.push(`console: ${line.text()}`)
  })
  visits.set(key, visit)
  return visit
}

async function look(screen: Screen, size: 'phone' | 'desk', language: 'zh' | 'en'): Promise<string[]> {
  const visit = await windowOf(screen.as(house), size, language)
  visit.faults.length = 0
  await showScreen(house, visit, screen)
  return [...visit.faults, ...(await faultsOf(visit.page, language, names))]
}

/** Scripts and styles of the built product among what a page has asked for, in bytes of gzip. */
function weightOfAsked(paths: readonly string[]): number {
  const files = ['index.html', ...paths.filter((path) => /^\/assets\/.*\.(js|css)$/.test(path))]
  return [...new Set(files)].reduce((sum, file) => sum + weightOf(file), 0)
}

test.each(['board-company', 'board-area', 'board-store', 'board-own', 'report', 'ticket'])(
  'a first visit to %s on a phone fetches no more than the pages are said to weigh',
  async (name) => {
    const screen = screens.find((s) => s.name === name)!
    const visit = await house.visit(screen.as(house), { size: 'phone' })
    // What comes once the page is quiet comes in two seconds; here it never comes.
    await visit.page.addInitScript(() => {
      const wait = window.setTimeout
      Object.assign(window, {
        setTimeout: (work: TimerHandler, ms?: number) => (ms === 2_000 ? 0 : wait(work, ms)),
      })
    })
    const asked: string[] = []
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await showScreen(house, visit, screen)
    const bytes = weightOfAsked(asked)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(bound)
    await visit.leave()
  },
)

const homes = ['today-director', 'today-area', 'today-store', 'today-own', 'weave-area']
for (const [size, language, shown] of [
  ['phone', 'zh', screens],
  ['desk', 'en', screens],
  ['phone', 'en', screens.filter((s) => homes.includes(s.name))],
  ['desk', 'zh', screens.filter((s) => homes.includes(s.name))],
] as const) {
  describe(`${size}, ${language}`, () => {
    test.each(shown.map((s) => [s.name, s] as const))('%s can be read and used', async (_name, screen) => {
      expect(await look(screen, size, language)).toEqual([])
    })
    test.each(shown === screens ? outside : [])('%s can be read and used', async (name) => {
      const visit = await house.stranger({ size, language })
      await showOutside(visit, name, name === 'set-up' ? empty.address : house.address)
      expect(await faultsOf(visit.page, language, names)).toEqual([])
      await visit.leave()
    })
    afterAll(async () => {
      for (const visit of visits.values()) await visit.leave()
      visits.clear()
    })
  })
}
