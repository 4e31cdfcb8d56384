/**
 * Can both margins be met at all, and by which cells? Asked before any fitting, by a maximum flow from rows to
 * columns through the open cells. Rows with the same open columns are one node, so 10,000 stores with a few
 * thousand locks become a hundred nodes.
 */
export interface Margins {
  readonly n: number
  readonly m: number
  /** What is left to place per row and per column, whole cents ≥ 0, equal sums. */
  readonly rowLeft: Float64Array
  readonly columnLeft: Float64Array
  /** n × m by row: 1 where a cell may take an amount. */
  readonly open: Uint8Array
}

/** Rows that need more than the columns open to them hold (the witness of Hall's theorem). */
export interface Shortage {
  readonly rows: number[]
  readonly columns: number[]
  readonly needed: number
  readonly room: number
}

/**
 * The cells that can hold more than zero in some answer, or the shortage. A cell that is zero in every answer is
 * dropped: with only the others, proportional fitting has a positive solution and converges geometrically.
 */
export function cellsInReach(margins: Margins): Uint8Array | Shortage {
  if (margins.m <= margins.n) return reachOf(margins)
  const found = reachOf(turnedMargins(margins))
  return found instanceof Uint8Array ? transposed(found, margins.m, margins.n) : seenFromRows(found, margins)
}

/** The same table with rows and columns changed over; the searches walk over the shorter side. */
export const turnedMargins = ({ n, m, rowLeft, columnLeft, open }: Margins): Margins => ({
  n: m,
  m: n,
  rowLeft: columnLeft,
  columnLeft: rowLeft,
  open: transposed(open, n, m),
})

export function transposed<A extends Float64Array | Uint8Array>(table: A, n: number, m: number): A {
  const turned = table.slice() as A
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) turned[j * n + i] = table[i * m + j]!
  return turned
}

/** Columns that lack room mean that the other rows have nowhere to go but the other columns. */
function seenFromRows(found: Shortage, { n, m, rowLeft, columnLeft }: Margins): Shortage {
  const [columns, rows] = [new Set(found.rows), new Set(found.columns)]
  const all = columnLeft.reduce((sum, amount) => sum + amount, 0)
  return {
    rows: Array.from({ length: n }, (_, i) => i).filter((i) => !rows.has(i) && rowLeft[i]! > 0),
    columns: Array.from({ length: m }, (_, j) => j).filter((j) => !columns.has(j) && columnLeft[j]! > 0),
    needed: all - found.room,
    room: all - found.needed,
  }
}

function reachOf(margins: Margins): Uint8Array | Shortage {
  const { n, m, open } = margins
  const groups = groupRows(margins)
  const flow = groups.map(() => new Float64Array(m))
  const short = placeAll(groups, flow, margins)
  if (short) return short

  const reach = columnsReached(groups, flow, m)
  const cells = new Uint8Array(n * m)
  groups.forEach((group, g) => {
    for (const j of group.columns) {
      let holds = flow[g]![j]! > 0
      for (let c = 0; c < m && !holds; c++) holds = reach[j * m + c] === 1 && flow[g]![c]! > 0
      if (holds) for (const i of group.rows) cells[i * m + j] = open[i * m + j]!
    }
  })
  return cells
}

interface Group {
  readonly rows: number[]
  readonly columns: number[]
  left: number
}

function groupRows({ n, m, rowLeft, open }: Margins): Group[] {
  const groups = new Map<string, Group>()
  for (let i = 0; i < n; i++) {
    if (rowLeft[i] === 0) continue
    let pattern = ''
    for (let j = 0, bits = 0; j < m; j++) {
      bits = bits * 2 + open[i * m + j]!
      if (j % 30 === 29 || j === m - 1) {
        pattern += `${bits},`
        bits = 0
      }
    }
    let group = groups.get(pattern)
    if (!group) {
      const columns = Array.from({ length: m }, (_, j) => j).filter((j) => open[i * m + j] === 1)
      group = { rows: [], columns, left: 0 }
      groups.set(pattern, group)
    }
    group.rows.push(i)
    group.left += rowLeft[i]!
  }
  // The most constrained first: then hardly anything has to be moved again.
  return [...groups.values()].sort((a, b) => a.columns.length - b.columns.length)
}

function placeAll(groups: Group[], flow: Float64Array[], margins: Margins): Shortage | undefined {
  const room = margins.columnLeft.slice()
  const left = groups.map((group) => group.left)
  groups.forEach((group, g) => {
    for (const j of group.columns) {
      const placed = Math.min(left[g]!, room[j]!)
      flow[g]![j]! += placed
      left[g]! -= placed
      room[j]! -= placed
    }
  })
  for (let from = 0; from < groups.length; from++) {
    while (left[from]! > 0) {
      const moved = moveOn(from, left[from]!, groups, flow, room)
      if (typeof moved !== 'number') return shortageOf(moved, groups, margins)
      left[from]! -= moved
    }
  }
  return undefined
}

/** One augmenting path from a group to a column with room; the amount placed, or all that could be reached. */
function moveOn(
  from: number,
  left: number,
  groups: Group[],
  flow: Float64Array[],
  room: Float64Array,
): number | { groups: number[]; columns: number[] } {
  const byGroup = new Int32Array(room.length).fill(-1)
  const byColumn = new Int32Array(groups.length).fill(-1)
  const queue = [from]
  const seen = new Set([from])
  for (let head = 0; head < queue.length; head++) {
    const g = queue[head]!
    for (const j of groups[g]!.columns) {
      if (byGroup[j] !== -1) continue
      byGroup[j] = g
      if (room[j]! > 0) return push(j)
      for (let other = 0; other < groups.length; other++) {
        if (flow[other]![j]! > 0 && !seen.has(other)) {
          seen.add(other)
          byColumn[other] = j
          queue.push(other)
        }
      }
    }
  }
  return { groups: [...seen], columns: [...byGroup.keys()].filter((j) => byGroup[j] !== -1) }

  function push(end: number): number {
    let amount = Math.min(left, room[end]!)
    for (let g = byGroup[end]!; g !== from; g = byGroup[byColumn[g]!]!) {
      amount = Math.min(amount, flow[g]![byColumn[g]!]!)
    }
    room[end]! -= amount
    for (let j = end; ; ) {
      const g = byGroup[j]!
      flow[g]![j]! += amount
      if (g === from) return amount
      j = byColumn[g]!
      flow[g]![j]! -= amount
    }
  }
}

function shortageOf(
  reached: { groups: number[]; columns: number[] },
  groups: Group[],
  { columnLeft }: Margins,
): Shortage {
  const rows = reached.groups.flatMap((g) => groups[g]!.rows).sort((a, b) => a - b)
  const needed = reached.groups.reduce((sum, g) => sum + groups[g]!.left, 0)
  const room = reached.columns.reduce((sum, j) => sum + columnLeft[j]!, 0)
  return { rows, columns: reached.columns, needed, room }
}

/** m × m: 1 where an amount can be moved from column j to column c along rows that already hold it. */
function columnsReached(groups: Group[], flow: Float64Array[], m: number): Uint8Array {
  const reach = new Uint8Array(m * m)
  for (let j = 0; j < m; j++) reach[j * m + j] = 1
  groups.forEach((group, g) => {
    for (let j = 0; j < m; j++) {
      if (flow[g]![j]! > 0) for (const c of group.columns) reach[j * m + c] = 1
    }
  })
  for (let via = 0; via < m; via++) {
    for (let j = 0; j < m; j++) {
      if (reach[j * m + via] === 0) continue
      for (let c = 0; c < m; c++) if (reach[via * m + c] === 1) reach[j * m + c] = 1
    }
  }
  return reach
}
