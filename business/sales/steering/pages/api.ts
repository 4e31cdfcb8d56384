import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { steeringOperations } from '../actions.ts'

export const api = client<typeof steeringOperations>()
type Answer<Name extends keyof typeof steeringOperations> = OutputOf<(typeof steeringOperations)[Name]>

export type ListSeen = Answer<'chase.list'>
export type CompanySeen = Answer<'chase.company'>
export type MonthSeen = Answer<'chase.month'>
export type Row = Answer<'directives.board'>['rows'][number]
export type OneSeen = Answer<'directives.one'>
export type FormSeen = Answer<'directives.form'>
export type DraftSeen = Answer<'adjust.draft'>
export type NoteSeen = Answer<'adjust.notes'>['notes'][number]
export type AreaSeen = Answer<'adjust.area'>
