import type { Match } from './shape.ts'

export interface Known {
  readonly duty: string
  readonly text: string
}
/** Likeness from which two texts are taken to say the same, unless somebody says otherwise. */
export const likely = 0.2
const mostShown = 3

/**
 * How alike a text is to each of the known ones: the cosine of their pairs of signs, where a pair that many of them have
 * (进行, 工作) counts for little. Pairs of signs need no dictionary, and read Chinese and English alike.
 */
export function matchesOf(text: string, known: readonly Known[]): Match[] {
  const texts = known.map((k) => pairsOf(k.text))
  const spread = new Map<string, number>()
  for (const pairs of texts) for (const pair of pairs.keys()) spread.set(pair, (spread.get(pair) ?? 0) + 1)
  const weight = (pair: string): number => Math.log(1 + known.length / (spread.get(pair) ?? 0.5))
  const own = pairsOf(text)
  const length = (pairs: ReadonlyMap<string, number>): number =>
    Math.sqrt([...pairs].reduce((sum, [pair, n]) => sum + (n * weight(pair)) ** 2, 0))
  const ownLength = length(own)
  if (ownLength === 0) return []
  return known
    .map(({ duty }, i) => {
      const other = texts[i]!
      const common = [...own].reduce(
        (sum, [pair, n]) => sum + n * (other.get(pair) ?? 0) * weight(pair) ** 2,
        0,
      )
      return { duty, score: common === 0 ? 0 : common / (ownLength * length(other)) }
    })
    .filter((m) => m.score > 0.03)
    .sort((a, b) => b.score - a.score || (a.duty < b.duty ? -1 : 1))
    .slice(0, mostShown)
    .map((m) => ({ ...m, score: Math.round(m.score * 1000) / 1000 }))
}

function pairsOf(text: string): Map<string, number> {
  const signs = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  const pairs = new Map<string, number>()
  for (const word of signs.split(' ')) {
    const step = /[\u4e00-\u9fff]/.test(word) ? 2 : 4
    for (let i = 0; i + Math.min(step, word.length) <= word.length && word !== ''; i++) {
      const pair = word.slice(i, i + step)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
      if (word.length <= step) break
    }
  }
  return pairs
}
