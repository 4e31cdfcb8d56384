/** What one seat made of a clause over the last 30 days before the instance that may be looked at. */
export interface Record30 {
  readonly of: number
  /** Done after its deadline. */
  readonly late: number
  /** Not done by now, and not excused. */
  readonly missing: number
  /** Done at the clock minute at which most of them were done. */
  readonly sameMinute: number
  /** Handed in with words that another of them has as well. */
  readonly sameWords: number
  /** Of them, those that have words at all. */
  readonly worded: number
}

/** Fewer say nothing of a habit. */
const leastForHabit = 6
/** So much of the same is chance. */
const chance = 0.25

/**
 * How much an instance wants looking at; 1 is nothing in particular. Lateness and missing count up to 4 more by their share.
 * What is too perfect to be true counts as well: the same words evening after evening up to 3 more, always the same minute
 * up to 2, each from the share that chance would not explain.
 */
export function riskOf(r: Record30): number {
  const done = r.of - r.missing
  const negligence = r.of === 0 ? 0 : (r.late + r.missing) / r.of
  return 1 + 4 * negligence + 3 * habit(r.sameWords, r.worded) + 2 * habit(r.sameMinute, done)
}
const habit = (same: number, of: number): number =>
  of < leastForHabit ? 0 : Math.max(0, (same / of - chance) / (1 - chance))

/** How many of those that there are belong to a sample: a share, and never fewer than the least. */
export interface SampleSize {
  readonly share: number
  readonly least: number
}
/**
 * Draws without putting back, weighted by risk: those with the smallest −ln(1 − u) / risk, u uniform in [0, 1)
 * (Efraimidis and Spirakis 2006, A-ExpJ's key in logarithms).
 */
export function draw<T extends { readonly risk: number; readonly u: number }>(
  among: readonly T[],
  { share, least }: SampleSize,
): T[] {
  const size = Math.max(least, Math.ceil(among.length * share))
  const key = ({ u, risk }: T): number => -Math.log1p(-u) / risk
  return [...among].sort((a, b) => key(a) - key(b)).slice(0, size)
}
