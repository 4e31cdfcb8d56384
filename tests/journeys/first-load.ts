// What a phone fetches before it can show a page on its first visit, in bytes of gzip: the document, the entry and the
// page's own code with all that these import at once, scripts and styles. Exact on any machine; ends with 1 above the bound.
// Not counted: what comes once a page is quiet (`later`), on a press (sheets) or when a chart nears the screen.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root, webFolder } from '../../app/root.ts'

export const bound = 250_000

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
}
export interface FirstLoad {
  /** Source file of the page. */
  page: string
  bytes: number
}

/** Bytes of gzip of one built file, as the server sends it to those who do not take brotli. */
export const weightOf = (file: string, folder = webFolder): number =>
  gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

/** Every page of the built product, the heaviest first. */
export function firstLoads(folder = webFolder): FirstLoad[] {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  const weight = (keys: readonly string[]): number => {
    const files = new Set(['index.html'])
    const seen = new Set<string>()
    const take = (key: string): void => {
      const chunk = manifest[key]
      if (seen.has(key) || !chunk) return
      seen.add(key)
      for (const one of [chunk.file, ...(chunk.css ?? [])]) files.add(one)
      chunk.imports?.forEach(take)
    }
    keys.forEach(take)
    return [...files].reduce((sum, file) => sum + weightOf(file, folder), 0)
  }
  const [entry, { dynamicImports: pages = [] }] = Object.entries(manifest).find(([, c]) => c.isEntry)!
  const inside = pages.flatMap((page) =>
    shownAtOnce(manifest[page]!).map((part) => ({ page: part, bytes: weight([entry, page, part]) })),
  )
  return [...pages.map((page) => ({ page, bytes: weight([entry, page]) })), ...inside].sort(
    (a, b) => b.bytes - a.bytes,
  )
}

/** Pages that choose what they show by who asks: `const YearPlan = lazy(() => import('./YearPlan.tsx'))`. */
function shownAtOnce({ src, dynamicImports = [] }: Chunk): string[] {
  const path = src ? join(root, 'app', src) : ''
  if (!src || !existsSync(path)) return []
  const named = [...readFileSync(path, 'utf8').matchAll(/= lazy\(\(\) =>\s*import\('\.\/([^']+)'/g)]
  return dynamicImports.filter((part) => named.some(([, name = '']) => part === join(dirname(src), name)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const loads = firstLoads()
  for (const { page, bytes } of loads)
    console.log(
      `${bytes > bound ? '✗' : ' '} ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${page.replace('../', '')}`,
    )
  const heavy = loads.filter(({ bytes }) => bytes > bound).length
  console.log(`${loads.length} pages, ${heavy} above ${bound / 1000} kB of gzip`)
  process.exitCode = heavy > 0 || loads.length < 20 ? 1 : 0
}
