import { cents, type Money } from '../../platform/kinds/money.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import type { StoreProposal } from './forecast/propose.ts'
import type { DayProposal } from './forecast/propose-days.ts'
import type { Reason } from './forecast/propose-reasons.ts'
import { reasonWords } from './words.ts'

/** Why a group of stores (the company, an area) gets a month as it does; percents as in the forecast's reasons. */
export interface GroupReasons {
  readonly expected: Money
  /** What the months compared with sold, in cents; 0 where there are none. */
  readonly actual: Money
  readonly lastShare: Reason | undefined
  readonly holds: readonly Reason[]
  readonly changes: readonly Reason[]
}

/** The order in which the forecast turns last time's month into this one; sums over stores keep it. */
const steps = [
  'chance',
  'trend',
  'weekdays',
  'lunar',
  'autumn',
  'holidays',
  'campaigns',
  'season',
  'leapDay',
  'closures',
  'growth',
  'newStores',
] as const

export interface StoreName {
  readonly name: string
  readonly nameEn: string | null
}
interface Moved {
  readonly name: StoreName
  readonly sentence: Sentence
  readonly by: number
}

/**
 * Adds the reasons of single stores up, in money: after each step the stores' amounts are summed, so that the
 * group's percents chain from last time's amount to the expected one, as a store's do.
 */
export function groupReasons(
  stores: readonly StoreProposal[],
  names: ReadonlyMap<string, StoreName>,
): GroupReasons[] {
  const years = stores.map((store) => store.months.map(actualOf))
  const actualYear = years.flat().reduce((sum, a) => sum + a, 0)
  return Array.from({ length: 12 }, (_, m): GroupReasons => {
    const actual = years.reduce((sum, months) => sum + months[m]!, 0)
    const expected = stores.reduce((sum, store) => sum + store.months[m]!.expected, 0)
    const share = stores.map((store) => store.months[m]!.lastShare).find((reason) => reason !== undefined)
    return {
      expected: cents(expected),
      actual: cents(Math.round(actual)),
      lastShare: share && actualYear > 0 ? { ...share, percent: (100 * actual) / actualYear } : undefined,
      holds: holdsOf(stores, m),
      changes: changesOf(stores, m, names),
    }
  })
}

/** What the month compared with sold: the expected amount with its changes undone. */
function actualOf(month: StoreProposal['months'][number]): number {
  if (month.changes.length === 0) return 0
  const factor = month.changes.reduce((product, change) => product * (1 + (change.percent ?? 0) / 100), 1)
  return factor > 0 ? month.expected / factor : 0
}

function changesOf(
  stores: readonly StoreProposal[],
  m: number,
  names: ReadonlyMap<string, StoreName>,
): Reason[] {
  const amounts = stores.map((store) => actualOf(store.months[m]!))
  let before = amounts.reduce((sum, a) => sum + a, 0)
  if (before <= 0) return []
  const reasons: Reason[] = []
  for (const what of steps) {
    const moved: Moved[] = []
    stores.forEach((store, i) => {
      const month = store.months[m]!
      const name = names.get(store.store) ?? { name: '', nameEn: null }
      if (what === 'newStores') {
        if (amounts[i] !== 0 || month.expected === 0) return
        moved.push({ name, sentence: reasonWords.newStores, by: month.expected })
      } else {
        const change = month.changes.find((c) => c.what === what)
        if (!change?.percent || amounts[i] === 0) return
        const by = (amounts[i]! * change.percent) / 100
        amounts[i] = amounts[i]! + by
        moved.push({ name, sentence: change.sentence, by })
      }
    })
    const by = moved.reduce((sum, move) => sum + move.by, 0)
    if (moved.length === 0 || Math.abs(by) < 1) continue
    reasons.push({ what, sentence: groupSentence(what, moved), percent: (100 * by) / before })
    before += by
  }
  return reasons
}

/** The stores' own sentence where they agree; a single store's with its name; else what the step is about. */
function groupSentence(what: (typeof steps)[number], moved: readonly Moved[]): Sentence {
  const [first] = moved
  const all = moved.reduce((sum, move) => sum + Math.abs(move.by), 0)
  const main = moved.find((move) => Math.abs(move.by) > 0.8 * all)
  if (main && moved.length > 1 && (what === 'closures' || what === 'newStores')) return named(main)
  if (moved.length === 1 && (what === 'closures' || what === 'newStores')) return named(first!)
  if (moved.every((move) => move.sentence[0] === first!.sentence[0])) return first!.sentence
  return what === 'closures'
    ? reasonWords.closures
    : what === 'campaigns'
      ? reasonWords.campaigns
      : most(moved)
}
const named = ({ name, sentence }: Moved): Sentence => [
  `${name.name}${sentence[0]}`,
  `${name.nameEn ?? name.name}: ${sentence[1]}`,
]
const most = (moved: readonly { sentence: Sentence; by: number }[]): Sentence =>
  moved.reduce((a, b) => (Math.abs(b.by) > Math.abs(a.by) ? b : a)).sentence

function holdsOf(stores: readonly StoreProposal[], m: number): Reason[] {
  const all = stores.reduce((sum, store) => sum + store.months[m]!.expected, 0)
  const lifted = new Map<string, { reason: Reason; by: number }>()
  for (const store of stores) {
    const month = store.months[m]!
    for (const reason of month.holds) {
      if (reason.percent === undefined || reason.percent <= -100) continue
      const key = `${reason.what} ${reason.sentence[0]}`
      const entry = lifted.get(key) ?? { reason, by: 0 }
      entry.by += month.expected - month.expected / (1 + reason.percent / 100)
      lifted.set(key, entry)
    }
  }
  return [...lifted.values()].flatMap(({ reason, by }) =>
    all - by > 0 && Math.abs(by) >= 1 ? [{ ...reason, percent: (100 * by) / (all - by) }] : [],
  )
}

/** The reasons of a month's days, told once for all days that share them; kept with the store's target. */
export interface DayReason {
  readonly what: string
  readonly name: Sentence
  /** Whole percent against an ordinary day; absent: words only. */
  readonly percent?: number
  /** Days of the month. */
  readonly days: readonly number[]
}
export function dayReasons(days: readonly DayProposal[]): DayReason[] {
  const told = new Map<string, { what: string; name: Sentence; percent?: number; days: number[] }>()
  days.forEach((day, d) => {
    for (const reason of day.reasons) {
      const percent = reason.percent === undefined ? undefined : Math.round(reason.percent)
      const key = `${reason.what} ${reason.sentence[0]} ${percent}`
      const entry = told.get(key) ?? {
        what: reason.what,
        name: reason.sentence,
        ...(percent === undefined ? {} : { percent }),
        days: [],
      }
      entry.days.push(d + 1)
      told.set(key, entry)
    }
  })
  return [...told.values()]
}
