import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../shape.ts'

/** Zones of a shop's floor (区位): what checklists, the display manual and the roster call its parts. */
export const zones = [
  'door',
  'floor',
  'fitting',
  'till',
  'storeroom',
  'front',
  'left',
  'right',
  'back',
] as const
export type Zone = (typeof zones)[number]
export const isZone = (text: string): text is Zone => (zones as readonly string[]).includes(text)

/** The grid that plans are drawn on: cells from wall to wall, and from the back to the door. */
export const grid = { wide: 12, deep: 10 } as const
/** A zone smaller than this can be pressed by no thumb. */
export const leastSide = 2

/** A zone as a rectangle: cells from the left, from the back, its width and its depth. */
export interface Placed {
  readonly zone: Zone
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly deep: number
}
export interface FloorPlan {
  /** The ready one of the store's kind has none. */
  readonly id: string | null
  readonly from: Day | null
  readonly zones: readonly Placed[]
}

const side = (most: number) => z.int().min(leastSide, { error: 'zoneTooSmall' }).max(most)
export const drawInput = z.strictObject({
  /** Made on the device, so that a repeated sending is the same plan. */
  id: idInput,
  store: idInput,
  from: dayInput,
  /** How many plans there were when this one was drawn. */
  basedOn: z.int().min(0).max(100_000),
  zones: z
    .array(
      z.strictObject({
        zone: z.enum(zones),
        x: z
          .int()
          .min(0)
          .max(grid.wide - leastSide),
        y: z
          .int()
          .min(0)
          .max(grid.deep - leastSide),
        wide: side(grid.wide),
        deep: side(grid.deep),
      }),
    )
    .min(1, { error: 'zonesMissing' })
    .max(zones.length),
})
export const planInput = z.strictObject({ store: idInput })
