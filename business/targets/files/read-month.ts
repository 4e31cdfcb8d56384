import { daysOf, type Month } from '../../../platform/kinds/day.ts'
import { cents, type Money, sum as sumOf } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { dayOfHead, type FileUnit, headText, isTotalHead, readAmount, unitBySize } from './cells.ts'
import { type Grid, gridOf, listed, namesOf, placeIn, rowMeaning, statedUnit } from './grid.ts'
import type { FileChild, FileProblem, FileRow, MonthFile, UnitFrom } from './shape.ts'

export interface MonthRequest {
  readonly rows: readonly FileRow[]
  readonly sheet: string
  readonly month: Month
  readonly people: readonly (FileChild & { readonly present: readonly boolean[] })[]
  readonly standing: {
    readonly days: readonly Money[]
    readonly people: readonly { readonly person: string; readonly days: readonly Money[] }[]
  }
  /** Days that are over: they keep what stands. */
  readonly elapsed: number
  readonly unit?: FileUnit
}

const leastDays = 7
const targetHead = /^(目标|日目标|店铺目标|本店目标|target|daytarget|storetarget)$/
/** Columns that a taken-away sheet has for reading only. */
const otherHead = /^(销售额|实际|实收|已做|完成|netsales|sold|actual|星期|周几|weekday|备注|note|notes)$/

/** Reads people × days (in either direction) with the store's own line of day targets. */
export function readMonth(request: MonthRequest): MonthFile | Refusal<'noDays' | 'noRows'> {
  const { rows, month, people, standing, elapsed } = request
  const length = daysOf(month).length
  const inMonth = (text: string): number | undefined => {
    const day = dayOfHead(text, month)
    return day !== undefined && day <= length ? day : undefined
  }
  const grid = gridOf(rows, inMonth, leastDays)
  if (!grid) return refuse('noDays', { month })
  const { unit, unitFrom } = unitOf(request, grid)
  const problems: FileProblem[] = []
  const byName = namesOf(people)
  const known = new Map(people.map((person) => [person.id, person]))
  const read = new Map<string, (Money | undefined)[]>()
  let targets: (Money | undefined)[] | undefined
  let sums: (Money | undefined)[] | undefined
  let [taken, rounded] = [0, 0]
  const take = (row: FileRow, present?: readonly boolean[]): (Money | undefined)[] => {
    const amounts = new Array<Money | undefined>(length).fill(undefined)
    for (const [day, column] of grid.places) {
      const text = row.cells[column] ?? ''
      const cell = readAmount(text, unit)
      const told = (why: FileProblem['why'], facts: FileProblem['facts'] = {}) =>
        problems.push({ ...placeIn(grid, row, column), text, why, facts })
      if (cell.kind === 'blank') continue
      if (cell.kind === 'wrong') told(cell.why)
      else if (present && cell.amount > 0 && !present[day - 1]) told('notThere', { day })
      else {
        taken += 1
        if (cell.isRounded) rounded += 1
        amounts[day - 1] = cell.amount
      }
    }
    return amounts
  }
  for (const row of grid.rows) {
    const label = grid.labels.map((c) => row.cells[c]?.trim() ?? '').find((text) => text !== '') ?? ''
    if (targetHead.test(headText(label))) targets = take(row)
    else if (isTotalHead(label)) sums = take(row)
    else if (!otherHead.test(headText(label))) {
      const means = rowMeaning(row, grid, byName)
      const place = placeIn(grid, row, grid.labels[0] ?? 0)
      if (means.is === 'unknown' || means.is === 'ambiguous')
        problems.push({
          ...place,
          text: means.label,
          why: means.is === 'unknown' ? 'unknownRow' : 'ambiguousRow',
          facts: {},
        })
      else if (means.is === 'child' && read.has(means.child))
        problems.push({ ...place, text: label, why: 'rowTwice', facts: {} })
      else if (means.is === 'child') read.set(means.child, take(row, known.get(means.child)!.present))
    }
  }
  if (read.size === 0 && !targets && !sums) return refuse('noRows')
  return {
    unit,
    unitFrom,
    head: grid.head,
    taken,
    rounded,
    ...monthOf({
      request,
      read,
      targets: targets ?? (read.size === 0 ? sums : undefined),
      elapsed,
      standing,
      problems,
    }),
    stated: sums?.every((s) => s !== undefined) ? sumOf(sums as Money[]) : null,
    ...listed(problems),
  }
}

/** The month as it would stand: past days keep, the others take the store's line, else what the people come to. */
function monthOf(of: {
  request: MonthRequest
  read: ReadonlyMap<string, (Money | undefined)[]>
  targets: (Money | undefined)[] | undefined
  elapsed: number
  standing: MonthRequest['standing']
  problems: FileProblem[]
}) {
  const { read, targets, elapsed, standing } = of
  const given: number[] = []
  const days = standing.days.map((before, d) => {
    if (d < elapsed) return before
    const people = [...read.values()].flatMap((amounts) => amounts[d] ?? [])
    const amount = targets?.[d] ?? (read.size > 0 && people.length > 0 ? sumOf(people) : undefined)
    if (amount === undefined) return before
    given.push(d + 1)
    return amount
  })
  const held = new Map(standing.people.map((p) => [p.person, p.days]))
  // A column that nobody filled in is nobody's part.
  const filled = [...read].filter(([, amounts]) =>
    amounts.some((amount) => amount !== undefined && amount > 0),
  )
  const people = filled.map(([person, amounts]) => ({
    person,
    days: standing.days.map((_, d) =>
      d < elapsed ? (held.get(person)?.[d] ?? cents(0)) : (amounts[d] ?? cents(0)),
    ),
  }))
  return {
    days,
    given,
    people,
    sum: sumOf(days),
    changed: days.flatMap((after, d) =>
      after === standing.days[d] ? [] : [{ day: d + 1, before: standing.days[d]!, after }],
    ),
  }
}

function unitOf(
  { unit, rows, sheet, standing }: MonthRequest,
  grid: Grid,
): { unit: FileUnit; unitFrom: UnitFrom } {
  if (unit) return { unit, unitFrom: 'chosen' }
  const stated = statedUnit(rows, grid.turned ? (rows[0]?.number ?? 1) : grid.head, sheet)
  if (stated) return { unit: stated, unitFrom: 'file' }
  const amounts = grid.rows.map((row) =>
    [...grid.places.values()].reduce((all, column) => {
      const read = readAmount(row.cells[column] ?? '', 'yuan')
      return read.kind === 'amount' ? all + read.amount : all
    }, 0),
  )
  const bySize = unitBySize(Math.max(0, ...amounts), sumOf(standing.days))
  return bySize ? { unit: bySize, unitFrom: 'size' } : { unit: 'yuan', unitFrom: 'assumed' }
}
