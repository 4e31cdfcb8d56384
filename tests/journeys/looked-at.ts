import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Everything that reader, thumb or screen reader would stumble over on a page at rest; empty when nothing. */
export async function faultsOf(
  page: Page,
  language: 'zh' | 'en',
  names: readonly string[],
): Promise<string[]> {
  return [
    ...(await sideways(page)),
    ...wordFaults(await wordsOn(page), language, names),
    ...(await axeFaults(page)),
  ]
}

/** What stands out at the right of the screen without a part of its own to scroll in. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const holds = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible' || getComputedStyle(at).position === 'fixed')
          return true
      return false
    }
    const out = [...document.body.querySelectorAll('main *, header *')].filter(
      (element) => element.getBoundingClientRect().right > wide + 1 && !holds(element),
    )
    return out
      .slice(0, 3)
      .map(
        (e) =>
          `sideways: ${e.tagName.toLowerCase()}.${String(e.className)} ${e.textContent?.slice(0, 40) ?? ''}`,
      )
  })

/** What is read or spoken, piece by piece; not what a person typed into a field, nor what people wrote (`translate=no`). */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const inside = node.parentElement
      if (inside && !inside.closest('script, style, textarea, noscript, [translate="no"]'))
        found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (!element.closest('[translate="no"]'))
        for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
          found.push(element.getAttribute(name) ?? '')
    return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))]
  })

const chinese = /[\u3400-\u9fff\u3001\u3002\uff0c\uff1a\uff1b\uff08\uff09]/
const unfilled = /\{\w+(\|[^}]*)?\}|\bundefined\b|\bNaN\b|\[object |Invalid Date/
const onePlural =
  /(^|[^\d.,¥–−-])1 (pcs|pieces|people|stores|tickets|days|hours|minutes|areas|rows|reports|weeks|units|months)\b/
const halfWidth = /[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]/

/** Names may stay Chinese in English text, `名 · 中文` of the language switch too; everything else may not. */
function wordFaults(texts: readonly string[], language: 'zh' | 'en', names: readonly string[]): string[] {
  return texts.flatMap((text) => {
    if (unfilled.test(text)) return [`unfilled: ${text}`]
    if (language === 'zh') return halfWidth.test(text) ? [`half-width mark: ${text}`] : []
    if (onePlural.test(text)) return [`plural: ${text}`]
    const left = names.reduce((rest, name) => rest.replaceAll(name, ''), text)
    return chinese.test(left) ? [`Chinese: ${text}`] : []
  })
}

/** Rules of best practice that never find anything serious; the whole page is walked for some of them. */
const slight = [
  'aria-allowed-role',
  'empty-heading',
  'empty-table-header',
  'heading-order',
  'image-redundant-alt',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport-large',
  'page-has-heading-one',
  'presentation-role-conflict',
  'region',
  'skip-link',
  'table-duplicate-name',
]
const asked = JSON.stringify({
  resultTypes: ['violations'],
  // What is fetched before is for films and sounds, of which there are none.
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: Object.fromEntries(slight.map((rule) => [rule, { enabled: false }])),
})
interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }[]
}
/** The page's policy forbids foreign scripts in its markup, so axe comes in by the debugger. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = (await page.evaluate(`axe.run(document, ${asked})`)) as AxeResult
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.impact} ${v.id} ×${v.nodes.length}: ${v.nodes[0]!.html.slice(0, 160)}`)
}
