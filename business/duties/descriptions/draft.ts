import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { seatOf } from '../../organization/shape.ts'
import { isLive, shipped } from '../catalogue/catalogue.ts'
import { type DutyPosition, positionCodes } from '../catalogue/codes.ts'
import type { Timing } from '../catalogue/types.ts'
import { mayAskFor } from '../editions/period-rules.ts'
import type { Clause } from '../shape.ts'
import type { LineChoice, ReadLine } from './shape.ts'
import { unmarked } from './text-rules.ts'

export type NotDrafted = 'lineUnknown' | 'dutyTwice' | 'dutyOfOther' | 'noPosition'
export interface Drafted {
  readonly clauses: readonly Clause[]
  readonly dropped: ReadonlySet<string>
  /** What each chosen line became. */
  readonly became: readonly { readonly line: number; readonly became: string }[]
}

/**
 * The clauses of an edition with those of a document in their places. A line that stands for a known clause gives it its
 * words, and its calendar where the proof can answer that; any other becomes a duty of the company's own that awaits a proof.
 * @param nextOwn the number of the next own duty of a position
 */
export function draftFrom(
  clauses: readonly Clause[],
  lines: readonly ReadLine[],
  choices: readonly LineChoice[],
  keepUnnamed: boolean,
  nextOwn: ReadonlyMap<DutyPosition, number>,
): Drafted | Refusal<NotDrafted> {
  const byDuty = new Map(clauses.map((c) => [c.duty, c]))
  const taken = new Set<string>()
  const own: Clause[] = []
  const became: { line: number; became: string }[] = []
  const numbers = new Map(nextOwn)
  const positions = new Set<DutyPosition>()
  for (const choice of choices) {
    const line = lines.find((l) => l.line === choice.line)
    if (line?.kind !== 'clause') return refuse('lineUnknown', { line: choice.line })
    if (!line.position) return refuse('noPosition')
    positions.add(line.position)
    const words = wordsOf(line.text)
    const known = choice.duty === undefined ? undefined : byDuty.get(choice.duty)
    if (choice.duty !== undefined) {
      if (known?.position !== line.position) return refuse('dutyOfOther', { duty: choice.duty })
      if (taken.has(choice.duty)) return refuse('dutyTwice', { duty: choice.duty })
      taken.add(choice.duty)
      byDuty.set(choice.duty, { ...known, ...words, ...calendarFor(known, choice.calendar) })
      became.push({ line: line.line, became: choice.duty })
      continue
    }
    const number = numbers.get(line.position) ?? 1
    numbers.set(line.position, number + 1)
    const duty = `${positionCodes[line.position]}-C${number}`
    own.push(ownClause(duty, line.position, words, choice.calendar))
    became.push({ line: line.line, became: duty })
  }
  const dropped = new Set(
    keepUnnamed
      ? []
      : clauses.filter((c) => positions.has(c.position) && !taken.has(c.duty)).map((c) => c.duty),
  )
  return { clauses: [...byDuty.values(), ...own], dropped, became }
}

/** A shipped clause keeps its calendar where what proves it could not answer the other. */
function calendarFor(known: Clause, asked: readonly Timing[]): Pick<Clause, 'calendar' | 'kind'> {
  const duty = shipped.byId.get(known.duty)
  const answers =
    !duty ||
    !isLive(duty) ||
    (duty.checks === undefined && duty.each === undefined && asked.every((t) => mayAskFor(duty.calendar, t)))
  const isFit = answers && asked.every((t) => t.every !== 'event') && fitsDoors(known.position, asked)
  const calendar = isFit ? asked : known.calendar
  const stands = calendar.some((t) => t.every === 'standing')
  const kind = stands ? 'standing' : known.kind === 'standing' ? 'perishable' : known.kind
  return { calendar, kind } as Pick<Clause, 'calendar' | 'kind'>
}
const fitsDoors = (position: DutyPosition, calendar: readonly Timing[]): boolean =>
  seatOf[position] === 'store' ||
  calendar.every((t) => t.every !== 'day' || (t.by !== 'opening' && t.by !== 'closing'))

const superiors = {
  operationsDirector: 'generalManager',
  areaManager: 'operationsDirector',
  storeManager: 'areaManager',
  salesAssociate: 'storeManager',
} as const satisfies Record<DutyPosition, string>
function ownClause(
  duty: string,
  position: DutyPosition,
  words: { title: Sentence; help: Sentence },
  calendar: readonly Timing[],
): Clause {
  const stands = calendar.some((t) => t.every === 'standing')
  return {
    duty,
    position,
    ...words,
    kind: stands ? 'standing' : 'perishable',
    calendar,
    minutes: stands ? 0 : 10,
    weight: 2,
    lookedAfter: { by: superiors[position], every: 'week' },
    standIns: [],
    own: { provedBy: null, each: false, indicators: [] },
  } as unknown as Clause
}

/** The first phrase is the name, the whole is what counts as done. */
export function wordsOf(text: string): { title: Sentence; help: Sentence } {
  const said = unmarked(text).rest
  const phrase = said.split(/[，。；：,;:.]/)[0]!.trim()
  const title = (phrase.length >= 2 ? phrase : said).slice(0, 40).trim()
  const help = said.slice(0, 300)
  return { title: [title, title], help: [help, help] }
}
