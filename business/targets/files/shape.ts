import { z } from 'zod'
import type { Money } from '../../../platform/kinds/money.ts'
import type { ChangedCell } from '../rules.ts'
import type { CellLock, MatrixLine } from '../shape.ts'
import { idIn, monthIn, yearIn } from '../shape.ts'
import { type FileUnit, fileUnits } from './cells.ts'

const fileIn = {
  /** What the upload answered. */
  file: z.uuid(),
  /** The sheet of a workbook; without it, the first. */
  sheet: z.string().max(120).optional(),
  /** What a person says the unit is; without it, what the file says, or what fits. */
  unit: z.enum(fileUnits).optional(),
}
export const readYearFileIn = z.strictObject({ ...fileIn, year: yearIn })
export const readAreaFileIn = z.strictObject({ ...fileIn, area: idIn, year: yearIn })
export const readMonthFileIn = z.strictObject({ ...fileIn, store: idIn, month: monthIn })

/** One row of a sheet, as the file has it. */
export interface FileRow {
  readonly number: number
  readonly cells: readonly string[]
}
/** Whom a row may name. */
export interface FileChild {
  readonly id: string
  /** Code, names in both languages, job number: any of them names it. */
  readonly names: readonly string[]
}

export type CellWhy =
  | 'notAnAmount'
  | 'negative'
  | 'tooLarge'
  | 'unknownRow'
  | 'ambiguousRow'
  | 'rowTwice'
  | 'columnTwice'
  | 'totalOff'
  | 'over'
  | 'notThere'
/** Something in the file that was not taken, or does not agree with itself. */
export interface FileProblem {
  /** As a spreadsheet numbers them: row 1 …, column 'A' …; no column for a whole row. */
  readonly row: number
  readonly column?: string
  readonly text: string
  readonly why: CellWhy
  readonly facts: Readonly<Record<string, string | number>>
}

/** How the unit was found: stated in the file, chosen by a person, by size against what stands, or assumed. */
export type UnitFrom = 'file' | 'chosen' | 'size' | 'assumed'

interface WhatWasRead {
  readonly unit: FileUnit
  readonly unitFrom: UnitFrom
  /** Row of the heads, 1 …. */
  readonly head: number
  readonly problems: readonly FileProblem[]
  /** Problems beyond those listed. */
  readonly more: number
  /** Amounts taken, and how many of them were finer than a cent and rounded. */
  readonly taken: number
  readonly rounded: number
  /** Sum of the amounts taken, and the sum that the file itself states, where it does. */
  readonly sum: Money
  readonly stated: Money | null
}
export interface MatrixFile extends WhatWasRead {
  /** The whole matrix as it would stand: what the file says, else what stands now, else 0. */
  readonly lines: readonly MatrixLine[]
  /** Cells that the file gave: to be locked. */
  readonly given: readonly CellLock[]
  readonly changed: readonly ChangedCell[]
  /** Lines that the file does not name. */
  readonly missing: readonly string[]
}
export interface MonthFile extends WhatWasRead {
  readonly days: readonly Money[]
  /** Days of the month (1 …) that the file gave. */
  readonly given: readonly number[]
  /** Empty where the file names nobody. */
  readonly people: readonly { readonly person: string; readonly days: readonly Money[] }[]
  readonly changed: readonly { readonly day: number; readonly before: Money; readonly after: Money }[]
}
