import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const areas = [
  'organization',
  'goods',
  'targets',
  'sales',
  'replenishment',
  'stock',
  'promotions',
  'malls',
  'cash',
  'oversight',
  'roster',
  'floor',
  'people',
  'customers',
  'market',
  'meetings',
  'documents',
  'openings',
  'duties',
]

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name))
    .map((e) => relative(root, join(e.parentPath, e.name)))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found: Import[] = []
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"`;]*?)\s*from\s*'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g
  for (const match of text.matchAll(pattern)) {
    const target = match[4] ?? match[5]!
    const names = match[3] ?? ''
    const typeOnly =
      Boolean(match[2]) ||
      (/^\{/.test(names) &&
        names.replace(/[{}\s]/g, '') !== '' &&
        names
          .replace(/[{}]/g, '')
          .split(',')
          .filter((n) => n.trim() !== '')
          .every((n) => n.trim().startsWith('type ')))
    found.push({ from: file, to: normalize(join(dirname(file), target)), typeOnly })
  }
  return found
}

const files = ['platform', 'business', 'app', 'demo'].flatMap(sources)
const all = files.filter((f) => !f.endsWith('.test.ts') && !f.endsWith('.test.tsx')).flatMap(importsOf)
const areaOf = (file: string): string | undefined => /^business\/([^/]+)\//.exec(file)?.[1]
const isPage = (file: string): boolean => /\/pages\//.test(file)
const show = (list: Import[]): string[] => list.map((i) => `${i.from} → ${i.to}`)

test('every area of the business stands in the reading order', () => {
  const unknown = new Set(files.flatMap((f) => areaOf(f) ?? []).filter((a) => !areas.includes(a)))
  expect([...unknown]).toEqual([])
  expect(files.length).toBeGreaterThan(50)
  expect(all.length).toBeGreaterThan(100)
})

test('an area imports only areas that stand before it', () => {
  const wrong = all.filter(({ from, to }) => {
    const [a, b] = [areaOf(from), areaOf(to)]
    return a !== undefined && b !== undefined && areas.indexOf(b) > areas.indexOf(a)
  })
  expect(show(wrong)).toEqual([])
})

test('the platform knows nothing of the business, and nobody but app knows the app', () => {
  expect(
    show(all.filter((i) => i.from.startsWith('platform/') && /^(business|app|demo)\//.test(i.to))),
  ).toEqual([])
  expect(show(all.filter((i) => i.from.startsWith('business/') && /^(app|demo)\//.test(i.to)))).toEqual([])
})

test('rules and shapes reach no database, no clock and no network', () => {
  const pure = (f: string): boolean =>
    /\/(rules|shape|words|[a-z-]+-rules)\.ts$/.test(f) && f.startsWith('business/')
  const wrong = all.filter(
    (i) =>
      pure(i.from) &&
      !i.typeOnly &&
      /(tables|actions)\.ts$|platform\/(database|server|access|files|jobs|web)\//.test(i.to),
  )
  expect(show(wrong)).toEqual([])
  const clocks = files
    .filter(pure)
    .filter((f) =>
      /Date\.now\(|new Date\(\)|process\.env|from 'node:/.test(readFileSync(join(root, f), 'utf8')),
    )
  expect(clocks).toEqual([])
})

test('pages carry no server code into the browser', () => {
  const browser = (f: string): boolean => isPage(f) || f.startsWith('platform/web/') || f === 'app/web.tsx'
  const wrong = all.filter(
    (i) =>
      browser(i.from) &&
      !i.typeOnly &&
      !browser(i.to) &&
      /(tables|actions|access|directory|sign-in)\.ts$|platform\/(database|server|access|files|jobs)\//.test(
        i.to,
      ),
  )
  expect(show(wrong)).toEqual([])
})

test('only the configuration reads the environment', () => {
  const wrong = files.filter(
    (f) =>
      !f.endsWith('.test.ts') &&
      f !== 'app/config.ts' &&
      /process\.env\b/.test(readFileSync(join(root, f), 'utf8')),
  )
  expect(
    wrong.filter(
      (f) =>
        !['app/commands/serve.ts', 'app/vite.config.ts', 'platform/database/postgres-for-tests.ts'].includes(
          f,
        ),
    ),
  ).toEqual([])
})

test('of the component library only form, sheet, search list and QR code are used, so that a page is light', () => {
  const uses = files.filter((f) => /from 'antd[/']/.test(readFileSync(join(root, f), 'utf8')))
  expect(uses.sort(), 'take them from platform/web/parts: Button, Input, Choice, Form').toEqual([
    'platform/web/look/AntTheme.tsx',
    'platform/web/parts/DrawnPinyinSelect.tsx',
    'platform/web/parts/DrawnQr.tsx',
    'platform/web/parts/DrawnSheet.tsx',
    'platform/web/parts/Form.tsx',
  ])
})
