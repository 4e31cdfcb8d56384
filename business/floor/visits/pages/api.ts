import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { visitOperations } from '../actions.ts'

export const api = client<typeof visitOperations>()
export type Form = OutputOf<(typeof visitOperations)['visits.form']>
export type OfStore = OutputOf<(typeof visitOperations)['visits.store']>
export type One = OutputOf<(typeof visitOperations)['visits.one']>
export type Findings = OutputOf<(typeof visitOperations)['visits.findings']>
export type Calendar = OutputOf<(typeof visitOperations)['visits.calendar']>
export type Editions = OutputOf<(typeof visitOperations)['visits.editions']>
export type KindEditions = Editions['kinds'][number]
export type Finding = OfStore['open'][number]
export type Recurring = OfStore['recurring'][number]

/** 86.5: a score as people say it. */
export const scoreSaid = (thousandths: number): string =>
  thousandths % 10 === 0 ? String(thousandths / 10) : (thousandths / 10).toFixed(1)
