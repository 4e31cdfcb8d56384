import { type Proof, proof } from './proofs.ts'

/** Each associate's own sheet of the month's stocktake, whichever zone it is of. */
export const sheetHandedIn: readonly [Proof, ...Proof[]] = [
  proof('takes.handIn', (_find, { input, answer }) => [
    { seat: { store: input.store }, person: answer.person, periods: [answer.month], holds: true },
  ]),
]
/** An analysis is refused while a take of the area waits for review: handed in, all that were are decided. */
export const takesAnalysed: readonly [Proof, ...Proof[]] = [
  proof('takes.analyse', (_find, { answer }) => [
    { seat: { area: answer.area }, periods: [answer.month], holds: true },
  ]),
]
/** Submitted it is done; asked back it is owed again, until a version answers. */
export const stockReported: readonly [Proof, ...Proof[]] = [
  proof('stockReports.submit', (_find, { answer }) => [
    { seat: { area: answer.area }, periods: [answer.period], holds: true },
  ]),
  proof('stockReports.askBack', (_find, { answer }) => [
    { seat: { area: answer.area }, periods: [answer.period], holds: false },
  ]),
]
