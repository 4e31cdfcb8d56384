import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Delegation } from '../people/shape.ts'
import {
  dayInput,
  idInput,
  type Named,
  type PositionName,
  positions,
  type StoreKind,
  storeKinds,
} from '../shape.ts'
import type { Area, Mall, SellingArea, Store } from '../stores/shape.ts'

/** One appointment with its person, as it stood on a day. */
export interface Post {
  readonly appointment: string
  readonly person: string
  readonly name: string
  /** null where the reader may see names only. */
  readonly jobNumber: string | null
  readonly position: PositionName
  readonly title: string | null
  readonly area: string | null
  readonly store: string | null
  readonly from: Day
  readonly to: Day | null
  readonly standIn: { readonly person: string; readonly name: string; readonly until: Day } | null
  /** May the reader open this person's page? */
  readonly opens: boolean
}

export interface ChartStore extends Named {
  readonly code: string
  readonly kind: StoreKind
  readonly city: string | null
  readonly area: string | null
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly managers: readonly Post[]
  /** Associates; empty while the chart is folded. */
  readonly associates: readonly Post[]
  readonly headcount: number
}

export interface ChartArea extends Named {
  readonly code: string
  readonly managers: readonly Post[]
  /** Empty while the chart is folded; `storeCount` says how many there are. */
  readonly stores: readonly ChartStore[]
  readonly storeCount: number
  readonly headcount: number
}

/** The organization (组织架构) as it stood on a day, as far as the reader's reach goes. */
export interface Chart {
  readonly day: Day
  readonly today: Day
  readonly generalManagers: readonly Post[]
  readonly directors: readonly Post[]
  readonly posts: readonly { readonly position: PositionName; readonly people: readonly Post[] }[]
  readonly areas: readonly ChartArea[]
  /** Stores that belong to no area on that day: something to put right. */
  readonly withoutArea: readonly ChartStore[]
  /** true: too many stores to name every associate at once; ask again with an area. */
  readonly folded: boolean
  readonly stores: number
  readonly people: number
  readonly vacancies: readonly Vacancy[]
}
export type Vacancy =
  | { readonly position: 'generalManager' | 'operationsDirector' }
  | { readonly position: 'areaManager'; readonly area: Named }
  | { readonly position: 'storeManager'; readonly store: Named }

export interface StoreLine extends Named {
  readonly code: string
  readonly kind: StoreKind
  readonly mall: Mall | null
  readonly city: string | null
  readonly area: Named | null
  readonly managers: readonly string[]
  readonly headcount: number
  readonly squareMetres: number | null
  readonly openedOn: Day
  readonly closedOn: Day | null
}

export interface PersonLine {
  readonly id: string
  readonly name: string
  readonly jobNumber: string | null
  readonly phone: string | null
  readonly hiredOn: Day | null
  readonly leftOn: Day | null
  readonly appointments: readonly PersonSeat[]
}
export interface PersonSeat {
  readonly id: string
  readonly position: PositionName
  readonly title: string | null
  readonly from: Day
  readonly to: Day | null
  readonly store: (Named & { readonly code: string }) | null
  readonly area: Named | null
}

export interface StoreView extends Store {
  readonly area: Named | null
  readonly areas: readonly { readonly from: Day; readonly area: Named }[]
  readonly sellingAreas: readonly SellingArea[]
  readonly closedDays: readonly { readonly day: Day; readonly reason: string }[]
  readonly people: readonly Post[]
  readonly day: Day
  readonly today: Day
}

export interface PersonView extends Omit<PersonLine, 'appointments'> {
  readonly language: 'zh' | 'en'
  /** All of them, the latest first, each with its stand-ins. */
  readonly appointments: readonly (PersonSeat & {
    readonly standIns: readonly Delegation[]
    readonly mayDelegate: boolean
  })[]
  readonly today: Day
}

export interface Places {
  readonly areas: readonly Area[]
  readonly malls: readonly Mall[]
}

export const chartInput = z.strictObject({ on: dayInput.optional(), area: idInput.optional() })
export const storeListInput = z.strictObject({
  on: dayInput.optional(),
  text: z.string().max(60).optional(),
  area: idInput.optional(),
  kind: z.enum(storeKinds).optional(),
  /** Closed ones too. */
  closed: z.boolean().optional(),
  limit: z.int().min(1).max(20_000).default(500),
})
export const peopleListInput = z.strictObject({
  on: dayInput.optional(),
  text: z.string().max(60).optional(),
  position: z.enum(positions).optional(),
  area: idInput.optional(),
  store: idInput.optional(),
  /** Also those who have left or hold no position on that day; headquarters only. */
  all: z.boolean().optional(),
  limit: z.int().min(1).max(100_000).default(200),
})
export const oneStoreInput = z.strictObject({ store: idInput, on: dayInput.optional() })
export const onePersonInput = z.strictObject({ person: idInput })
export const searchInput = z.strictObject({
  text: z.string().max(60),
  limit: z.int().min(1).max(50).default(12),
})
