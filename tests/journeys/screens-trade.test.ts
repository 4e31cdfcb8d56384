import { expect, test } from 'vitest'
import type { PageDeclaration } from '../../platform/web/pages.ts'
import { bound, weightOf } from './first-load.ts'
import { LookedAt } from './look-at-screens.ts'
import { showScreen } from './screen.ts'
import { screens, screensOfTrade } from './screens.ts'

const at = new LookedAt()

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

/** Scripts and styles of the built product among what a page has asked for, in bytes of gzip. */
function weightOfAsked(paths: readonly string[]): number {
  const files = ['index.html', ...paths.filter((path) => /^\/assets\/.*\.(js|css)$/.test(path))]
  return [...new Set(files)].reduce((sum, file) => sum + weightOf(file), 0)
}

test.each(['board-company', 'board-area', 'board-store', 'board-own', 'report', 'ticket'])(
  'a first visit to %s on a phone fetches no more than the pages are said to weigh',
  async (name) => {
    const screen = screens.find((s) => s.name === name)!
    const visit = await at.house.visit(screen.as(at.house), { size: 'phone' })
    // What comes once the page is quiet comes in two seconds; here it never comes.
    await visit.page.addInitScript(() => {
      const wait = window.setTimeout
      Object.assign(window, {
        setTimeout: (work: TimerHandler, ms?: number) => (ms === 2_000 ? 0 : wait(work, ms)),
      })
    })
    const asked: string[] = []
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await showScreen(at.house, visit, screen)
    const bytes = weightOfAsked(asked)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(bound)
    await visit.leave()
  },
)

at.outside()
at.each(screensOfTrade)
