import { type DateEvidence, type DateTrait, dateTrait, noEvidence, parseClock, weighDate } from './dates.ts'
import { parseDecimal, toNumber } from './decimals.ts'

/** What one column of a file holds, learnt from all of its rows. */
export interface ColumnProfile {
  readonly key: string
  readonly header: string
  filled: number
  numbers: number
  smallest: number
  largest: number
  clocks: number
  readonly dateEvidence: DateEvidence
  /** The first different values, for people to recognise the column by. */
  readonly samples: string[]
  /** Values that end like numbers, to tell a decimal comma from a thousands comma. */
  readonly numberTexts: Set<string>
}

export const newProfile = (key: string, header: string): ColumnProfile => ({
  key,
  header,
  filled: 0,
  numbers: 0,
  smallest: Number.POSITIVE_INFINITY,
  largest: Number.NEGATIVE_INFINITY,
  clocks: 0,
  dateEvidence: noEvidence(),
  samples: [],
  numberTexts: new Set(),
})

export function weigh(profile: ColumnProfile, cell: string): void {
  const text = cell.trim()
  if (text === '') return
  profile.filled += 1
  if (profile.samples.length < 5 && !profile.samples.includes(text)) profile.samples.push(text)
  const trait = traitOf(text)
  if (trait.number !== undefined) {
    profile.numbers += 1
    if (trait.number < profile.smallest) profile.smallest = trait.number
    if (trait.number > profile.largest) profile.largest = trait.number
    if (profile.numberTexts.size < 200 && /[.,]/.test(text)) profile.numberTexts.add(text)
  }
  if (trait.clock) profile.clocks += 1
  if (trait.date) weighDate(profile.dateEvidence, trait.date)
  else profile.dateEvidence.filled += 1
}

interface Trait {
  readonly number: number | undefined
  readonly clock: boolean
  readonly date: DateTrait | undefined
}
/** Days, quantities and names repeat through a file; what a text is, is worked out once. */
const remembered = new Map<string, Trait>()

function traitOf(text: string): Trait {
  const there = remembered.get(text)
  if (there) return there
  const trait = judge(text)
  if (remembered.size >= 20_000) remembered.clear()
  remembered.set(text, trait)
  return trait
}

function judge(text: string): Trait {
  if (/^\d{1,3}$|^\d{6,7}$|^-?\d{1,3}\.\d+$|^\d{9,15}$/.test(text)) {
    return { number: Number(text), clock: parseClock(text) !== undefined, date: undefined }
  }
  const numeric = /\d/.test(text) && /^[^\p{L}]*\p{L}{0,3}[^\p{L}]*\p{L}{0,3}$/u.test(text)
  const number = numeric ? (parseDecimal(text) ?? parseDecimal(text, 'comma')) : undefined
  // A name or a long text is no date.
  const maybeDate = text.length <= 40 && /\d/.test(text)
  return {
    number: number && toNumber(number),
    clock: maybeDate && /\d[:.]\d|^\d{4,6}$|[时点]/.test(text) && parseClock(text) !== undefined,
    date: maybeDate ? dateTrait(text) : undefined,
  }
}
