import type { Timing } from '../../catalogue/types.ts'
import type { DescriptionSeen, KnownSeen, LineSeen } from './api.ts'

/** What somebody has decided, or what is offered him, for one line. */
export interface Choice {
  readonly use: boolean
  /** Null: a duty of the company's own. */
  readonly duty: string | null
  /** Null: still to be decided. */
  readonly calendar: readonly Timing[] | null
}
export type Choices = Readonly<Record<number, Choice>>

export const clausesIn = (seen: DescriptionSeen): LineSeen[] => seen.lines.filter((l) => l.kind === 'clause')

/**
 * What is offered at first: each line for the duty that it is likest to, the likest line first where two would have the same
 * one; its own calendar, else that of the duty it stands for, else nothing.
 */
export function offered(seen: DescriptionSeen): Choices {
  const taken = new Set<string>()
  const duties = new Map<number, string>()
  const wishes = clausesIn(seen)
    .flatMap((l) => l.matches.map((m) => ({ line: l.line, ...m })))
    .filter((m) => m.score >= seen.likely)
    .sort((a, b) => b.score - a.score)
  for (const { line, duty } of wishes) {
    if (duties.has(line) || taken.has(duty)) continue
    duties.set(line, duty)
    taken.add(duty)
  }
  return Object.fromEntries(
    clausesIn(seen).map((l) => {
      const duty = duties.get(l.line) ?? null
      return [l.line, { use: true, duty, calendar: calendarOf(l, known(seen, duty)) }]
    }),
  )
}

export const known = (seen: DescriptionSeen, duty: string | null): KnownSeen | undefined =>
  seen.known.find((k) => k.duty === duty)

/** Words that leave it open are somebody's to decide, whatever duty they are likest to; only silence takes that duty's own. */
export function calendarOf(line: LineSeen, standsFor: KnownSeen | undefined): readonly Timing[] | null {
  if (!line.cadence) return null
  if (line.cadence.undecided === null) return line.cadence.calendar
  return line.cadence.undecided === 'noWords' ? (standsFor?.calendar ?? null) : null
}
