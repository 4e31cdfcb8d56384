import type { TestPerson } from '../targets/test-chain.ts'
import type { DutyId } from './catalogue/codes.ts'
import type { DutyHouse } from './house-for-tests.ts'

/** One live clause from being due to being done, taken back and due again. Instants are Shanghai's wall clock. */
export interface Story {
  readonly duty: DutyId
  readonly period: string | (() => string)
  readonly holder: (h: DutyHouse) => TestPerson
  readonly superior: (h: DutyHouse) => TestPerson
  readonly seat: (h: DutyHouse) => string
  /** What raises it, just before it is open. */
  readonly raise?: (h: DutyHouse, at: string) => Promise<unknown>
  /** When it can be done, and when its deadline has passed. */
  readonly open: string
  readonly overdue: string
  /** A result rather than something to do stands in the weave when asked for by name, not on the superior's Today. */
  readonly isResult?: true
  /** The real act, through the door. */
  act(h: DutyHouse, at: string): Promise<unknown>
  /** How the record is taken back; or why it cannot be. */
  readonly back: ((h: DutyHouse, at: string) => Promise<unknown>) | { readonly never: string }
}

export const store = (h: DutyHouse, n = 0) => h.chain.stores[n]!
export const area = (h: DutyHouse, n = 0) => h.chain.areas[n]!

/** A superior opens what was done and sends it back. */
export async function sentBack(
  h: DutyHouse,
  at: string,
  by: TestPerson,
  duty: DutyId,
  period: string,
  seat: string,
): Promise<void> {
  const done = (await h.instances(duty, seat)).find((i) => i.period === period)!
  const input = { store: done.store, instance: done.id }
  await h.does(by, at, 'duties.open', input)
  await h.does(by, at, 'duties.sendBack', { ...input, words: '第二家店偏低' })
}
