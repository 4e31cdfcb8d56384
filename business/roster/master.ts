import type { Highs, Model } from 'highs'
import type { Ground } from './plan.ts'

/** One month that a person could have, with what its wishes cost. */
export interface Column {
  readonly person: number
  readonly row: Int8Array
  readonly cost: number
}
export interface Relaxed {
  readonly objective: number
  /** What the choice of a month for a person costs, by person; NaN for those who stand fixed. */
  readonly personPrice: Float64Array
  /** What one more on a cell is worth; 0 where nothing is asked. */
  readonly cellPrice: Float64Array
  /** How much of each column is chosen, in the order of `columns`. */
  readonly value: Float64Array
}

/** Where the rows of a master stand: one a person, then one a cell of the cover. */
export class MasterRows {
  readonly cells: number[] = []
  readonly rowOfPerson: Map<number, number>
  readonly rowOfCell: Int32Array
  readonly bounds: number[]
  private readonly ground: Ground

  constructor(ground: Ground, people: readonly number[], need: Int32Array) {
    this.ground = ground
    for (let cell = 0; cell < ground.cells; cell++) if (ground.hasCover[cell]) this.cells.push(cell)
    this.rowOfPerson = new Map(people.map((p, i) => [p, i]))
    this.rowOfCell = new Int32Array(ground.cells).fill(-1)
    for (const [i, cell] of this.cells.entries()) this.rowOfCell[cell] = people.length + i
    this.bounds = [...people.map(() => 1), ...this.cells.map((cell) => need[cell]!)]
  }

  entriesOf({ person, row }: Column): number[] {
    const entries = [this.rowOfPerson.get(person)!]
    for (let day = 0; day < row.length; day++) {
      if (row[day] === -1) continue
      const at = this.rowOfCell[day * this.ground.shifts + row[day]!]!
      if (at !== -1) entries.push(at)
    }
    return entries
  }

  /** Short and over of each cell, then the columns, as one sparse model. */
  model(columns: readonly Column[]) {
    const { ground, cells } = this
    const people = this.rowOfPerson.size
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const sign of [1, -1])
      for (let i = 0; i < cells.length; i++) {
        indices.push(people + i)
        values.push(sign)
        starts.push(indices.length)
      }
    for (const column of columns) {
      for (const entry of this.entriesOf(column)) {
        indices.push(entry)
        values.push(1)
      }
      starts.push(indices.length)
    }
    const count = 2 * cells.length + columns.length
    return {
      numCols: count,
      numRows: this.bounds.length,
      colCost: [
        ...cells.map((c) => ground.under[c]!),
        ...cells.map((c) => ground.over[c]!),
        ...columns.map((c) => c.cost),
      ],
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
      rowLower: this.bounds,
      rowUpper: this.bounds,
      matrix: {
        format: 'csc' as const,
        numCols: count,
        numRows: this.bounds.length,
        starts,
        indices,
        values,
      },
    }
  }
}

/**
 * The master problem of some of the people, the others standing fixed: choose one month for each person so that
 * wishes and what is short or over of the cover cost least, in fractions. The model stays in HiGHS, so that columns
 * added later start from the last basis. `need` is what is left to cover by these people; negative where the others
 * are over already.
 */
export class Master {
  readonly columns: Column[] = []
  private readonly model: Model
  private readonly rows: MasterRows
  private readonly keys = new Set<string>()
  private readonly blocked = new Set<number>()
  private readonly ground: Ground

  constructor(
    highs: Highs,
    ground: Ground,
    people: readonly number[],
    need: Int32Array,
    columns: readonly Column[],
  ) {
    this.ground = ground
    this.rows = new MasterRows(ground, people, need)
    for (const column of columns) this.isNew(column)
    this.model = highs.createModel()
    this.model.options.set({ output_flag: false, random_seed: 1, presolve: 'off', solver: 'simplex' })
    this.model.passModel(this.rows.model(this.columns))
  }

  /** Puts a month among the columns; false for one that is there already. */
  private isNew(column: Column): boolean {
    const key = `${column.person} ${String.fromCharCode(...column.row)}`
    if (this.keys.has(key)) return false
    this.keys.add(key)
    this.columns.push(column)
    return true
  }

  /** False for a month that is there already. */
  add(column: Column): boolean {
    if (!this.isNew(column)) return false
    const indices = this.rows.entriesOf(column)
    const values = new Float64Array(indices.length).fill(1)
    this.model.addCol(column.cost, 0, Number.POSITIVE_INFINITY, { indices, values })
    return true
  }

  relax(): Relaxed {
    this.model.run()
    const { colValue, rowDual } = this.model.getSolution()
    const cellPrice = new Float64Array(this.ground.cells)
    for (const cell of this.rows.cells) cellPrice[cell] = rowDual[this.rows.rowOfCell[cell]!]!
    const personPrice = new Float64Array(this.ground.problem.people.length).fill(Number.NaN)
    for (const [person, row] of this.rows.rowOfPerson) personPrice[person] = rowDual[row]!
    return {
      objective: this.model.getObjectiveValue(),
      personPrice,
      cellPrice,
      value: colValue.slice(2 * this.rows.cells.length),
    }
  }

  /** Leaves a person only this month, until `free`. */
  fix(column: number): void {
    const { person } = this.columns[column]!
    for (const [at, other] of this.columns.entries())
      if (other.person === person && at !== column && !this.blocked.has(at)) {
        this.bound(at, 0)
        this.blocked.add(at)
      }
  }
  free(): void {
    for (const at of this.blocked) this.bound(at, Number.POSITIVE_INFINITY)
    this.blocked.clear()
  }

  dispose(): void {
    this.model.dispose()
  }

  private bound(at: number, most: number): void {
    this.model.changeColBounds(2 * this.rows.cells.length + at, 0, most)
  }
}

export interface Choice {
  readonly columns: readonly Column[]
  /** Nothing better can be made of the columns given. */
  readonly proved: boolean
}

/** The best choice of one column a person in whole numbers, started from `start`; null when nothing was found. */
export function choose(
  highs: Highs,
  ground: Ground,
  task: {
    readonly people: readonly number[]
    readonly need: Int32Array
    readonly columns: readonly Column[]
    readonly start: readonly Column[]
    readonly seconds: number
    readonly nodes: number
    readonly isOver: () => boolean
  },
): Choice | null {
  const rows = new MasterRows(ground, task.people, task.need)
  const model = highs.createModel()
  try {
    const all = rows.model(task.columns)
    const slack = 2 * rows.cells.length
    model.options.set({
      output_flag: false,
      random_seed: 1,
      time_limit: Math.max(0.1, task.seconds),
      mip_max_nodes: task.nodes,
      mip_rel_gap: 0,
      mip_abs_gap: ground.isWhole ? 0.999 : 1e-6,
    })
    model.passModel({
      ...all,
      integrality: Int32Array.from({ length: all.numCols }, (_, i) => (i < slack ? 0 : 1)),
    })
    const at = new Map(task.columns.map((c, i) => [c, i]))
    const start = task.start.map((c) => at.get(c)!)
    model.setSolution({ colValue: startValues(ground, rows, task, start, all.numCols) })
    const interrupt = (event: { interrupt(): void }): undefined => {
      if (task.isOver()) event.interrupt()
    }
    const { modelStatus } = model.run({ 1: interrupt, 6: interrupt })
    const { colValue } = model.getSolution()
    const columns = task.columns.filter((_, i) => colValue[slack + i]! > 0.5)
    return columns.length === task.people.length ? { columns, proved: modelStatus === 7 } : null
  } finally {
    model.dispose()
  }
}

function startValues(
  ground: Ground,
  rows: MasterRows,
  { columns, need }: { readonly columns: readonly Column[]; readonly need: Int32Array },
  start: readonly number[],
  count: number,
): Float64Array {
  const value = new Float64Array(count)
  const left = Int32Array.from(need)
  const slack = 2 * rows.cells.length
  for (const i of start) {
    value[slack + i] = 1
    const { row } = columns[i]!
    for (let day = 0; day < row.length; day++)
      if (row[day] !== -1) left[day * ground.shifts + row[day]!]! -= 1
  }
  for (const [i, cell] of rows.cells.entries()) {
    if (left[cell]! > 0) value[i] = left[cell]!
    else value[rows.cells.length + i] = -left[cell]!
  }
  return value
}
