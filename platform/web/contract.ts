/** What the browser knows of an area's operations: types only, taken from the declarations behind the one door. */
import type { InputOf, OutputOf } from '../server/door.ts'

export type { InputOf, OutputOf }
export type ViewName<Ops> = { [N in keyof Ops]: Ops[N] extends { kind: 'view' } ? N : never }[keyof Ops] &
  string
export type ActionName<Ops> = { [N in keyof Ops]: Ops[N] extends { kind: 'action' } ? N : never }[keyof Ops] &
  string
