/** A header as it is compared: full-width and case folded, without spaces, signs and a unit in brackets. */
export function normalHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[\s_\-–—./\\:*#'"‘’“”,，、\u200b\ufeff]/g, '')
}

/** A name for each column by which settings refer to it: its header; twice the same gets ' #2'; none is '[3]'. */
export function columnKeys(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((header, i) => {
    const plain = header.normalize('NFKC').trim().replace(/\s+/g, ' ')
    if (plain === '') return `[${i + 1}]`
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} #${times}`
  })
}

/** The columns that a file of rejected rows has more than its original. */
const added = new Set(['未导入原因', 'whynotimported', '原行号', 'rowinfile'])

/** Files with the same headers in any order and spelling of spaces are the same kind of file. */
export const signatureOf = (headers: readonly string[]): string =>
  [...new Set(headers.map(normalHeader).filter((h) => h !== '' && !added.has(h)))].sort().join('|')

/**
 * Which of the first rows is the header: the one with the most filled cells that are words, each only once.
 * Titles and notes above it fill one or two cells; below it come numbers and dates.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): number {
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  const widest = Math.max(0, ...rows.map((row) => filled(row)))
  for (const [i, row] of rows.slice(0, 20).entries()) {
    const texts = row.map((c) => c.trim()).filter((c) => c !== '')
    if (texts.length === 0) continue
    const words = texts.filter((t) => !/^[\d.,:/\-\s¥%()]+$/.test(t)).length
    const once = new Set(texts).size === texts.length ? 1 : 0
    const score = (texts.length / widest) * 3 + (words / texts.length) * 3 + once - i * 0.2
    if (score > bestScore) {
      best = i
      bestScore = score
    }
  }
  return best
}
const filled = (row: readonly string[]): number => row.filter((c) => c.trim() !== '').length
