/** One line of what a verification ends with: what was reached, beside what is required. */
export interface Figure {
  readonly what: string
  readonly reached: number | string
  readonly required: string
  readonly holds: boolean
}

export const exactly = (what: string, reached: number, required: number): Figure => ({
  what,
  reached,
  required: String(required),
  holds: reached === required,
})
export const atLeast = (what: string, reached: number, required: number): Figure => ({
  what,
  reached,
  required: `≥ ${required}`,
  holds: reached >= required,
})
export const atMost = (what: string, reached: number, required: number, unit = ''): Figure => ({
  what,
  reached: `${reached}${unit && ` ${unit}`}`,
  required: `≤ ${required}${unit && ` ${unit}`}`,
  holds: reached <= required,
})

/** Prints the figures; the exit status is 0 only where all of them are reached. */
export function conclude(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { what, reached, required, holds } of figures)
    console.log(`${holds ? '✓' : '✗'} ${what}: ${reached} (${required})`)
  const missed = figures.filter((f) => !f.holds).length
  console.log(missed === 0 ? 'all reached' : `${missed} NOT reached`)
  if (missed > 0) process.exitCode = 1
}

/** The first few of a list, one a line, so that a long one does not drown the figures. */
export function list(title: string, lines: readonly string[], most = 20): void {
  if (lines.length === 0) return
  console.log(`\n${title}:`)
  for (const line of lines.slice(0, most)) console.log(`  ${line}`)
  if (lines.length > most) console.log(`  … and ${lines.length - most} more`)
}
