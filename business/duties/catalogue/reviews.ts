import type { Day } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { periodsHolding } from '../editions/period-rules.ts'
import type { OversightKind } from '../shape.ts'
import { sheetLookedAt } from './checks.ts'
import { type DutyId, eventPeriod } from './codes.ts'
import type { AnswerOf, InputTo, ProofName } from './proofs.ts'

/** Of whose instance a review tells: its periods, and the holder where each owes it himself (else the nil uuid). */
interface Reviewed {
  readonly holder: string
  readonly periods: readonly string[]
  /** Set where an area owed it rather than a store. */
  readonly area?: string
  /** Set where the record says itself which of the duties it proves. */
  readonly duties?: readonly DutyId[]
}
interface Review {
  /** What the record proves: one look at it is a look at each. */
  readonly duties: readonly DutyId[]
  readonly kind: OversightKind
  of(input: unknown, answer: unknown): Reviewed
}

const ofStore = (kind: OversightKind): Review => ({
  duties: ['SM-1.5'],
  kind,
  of: (input) => ({
    holder: companyWide,
    periods: periodsHolding((input as InputTo<'reports.open'>).day as Day),
  }),
})
const ofAssociate = (kind: OversightKind): Review => ({
  duties: ['SA-5', 'SA-1.4'],
  kind,
  of: (_input, answer) => {
    const { person, period } = answer as AnswerOf<'ownReports.confirm'>
    return { holder: person, periods: [period] }
  },
})

const ofSheet = (kind: OversightKind): Review => ({
  duties: ['SM-1.6', 'SM-2.8', 'SM-4.4', 'SA-2.1', 'SA-2.2'],
  kind,
  of: (_input, answer) => sheetLookedAt(answer as AnswerOf<'checks.confirm'>),
})

const ofDisplay = (kind: OversightKind): Review => ({
  duties: ['SM-2.3'],
  kind,
  of: (_input, answer) => {
    const { week, edition } = answer as AnswerOf<'displays.confirm'>
    return { holder: companyWide, periods: [week, eventPeriod(edition)] }
  },
})

const ofAreaReport = (kind: OversightKind): Review => ({
  duties: ['AM-1.7'],
  kind,
  of: (_input, answer) => {
    const { area, period } = answer as AnswerOf<'stockReports.confirm'>
    return { holder: companyWide, periods: [period], area }
  },
})

/** Areas whose own review of a record is the superior's looking-after of the duties that the record proves. */
export const reviews = {
  'reports.open': ofStore('opened'),
  'reports.confirm': ofStore('confirmed'),
  'reports.askBack': ofStore('questioned'),
  'checks.open': ofSheet('opened'),
  'checks.confirm': ofSheet('confirmed'),
  'checks.sendBack': ofSheet('questioned'),
  'displays.confirm': ofDisplay('confirmed'),
  'displays.sendBack': ofDisplay('questioned'),
  'stockReports.open': ofAreaReport('opened'),
  'stockReports.confirm': ofAreaReport('confirmed'),
  'stockReports.askBack': ofAreaReport('questioned'),
  'ownReports.open': ofAssociate('opened'),
  'ownReports.confirm': ofAssociate('confirmed'),
  'ownReports.askBack': ofAssociate('questioned'),
} as const satisfies Partial<Record<ProofName, Review>>
