import type { Margins } from './feasible.ts'
import { transposed, turnedMargins } from './feasible.ts'
import { Heap } from './heap.ts'

/** Parts of a cent that a fraction is read to; below it two fractions are equal and the order decides. */
const partsOfCent = 1_000_000

/**
 * Rounds a fitted table to whole cents so that every row and every column is met exactly (controlled rounding).
 * Each row is rounded by largest remainder; equal remainders go to the column that still lacks most, then to the
 * earlier one. Columns left with too much then hand single cents on by successive shortest paths over the column
 * nodes, a step costing the difference of the two fractions in the row that makes it: every cell stays at its
 * fitted value rounded down or up, and the sum of the deviations is the least possible.
 * Lines come in key order, the last tie-break. Answers n × m whole cents.
 */
export function roundToMargins(fitted: Float64Array, margins: Margins): Float64Array {
  if (margins.m <= margins.n) return round(fitted, margins)
  return transposed(
    round(transposed(fitted, margins.n, margins.m), turnedMargins(margins)),
    margins.m,
    margins.n,
  )
}

function round(fitted: Float64Array, margins: Margins): Float64Array {
  const { n, m, columnLeft, open } = margins
  const whole = new Float64Array(n * m)
  const parts = new Int32Array(n * m)
  const lacking = columnLeft.slice()
  for (let at = 0; at < n * m; at++) {
    if (!open[at]) continue
    whole[at] = Math.floor(fitted[at]!)
    parts[at] = Math.round((fitted[at]! - whole[at]!) * partsOfCent)
    lacking[at % m]! -= whole[at]!
  }
  const up = new Uint8Array(n * m)
  for (let i = 0; i < n; i++) roundRow(i, margins, { whole, parts, up, lacking })
  handOn(margins, { whole, parts, up, lacking })
  for (let at = 0; at < n * m; at++) whole[at]! += up[at]!
  moveWhatIsLeft(whole, margins, lacking)
  return whole
}

/** n × m: whole cents, what is above them in parts of a cent, and whether the cell is rounded up. */
interface Rounding {
  readonly whole: Float64Array
  readonly parts: Int32Array
  readonly up: Uint8Array
  /** Cents that each column still needs; below 0: has too many. */
  readonly lacking: Float64Array
}

/** Largest remainder in one row. */
function roundRow(i: number, { m, rowLeft, open }: Margins, { whole, parts, up, lacking }: Rounding): void {
  const order: number[] = []
  let odd = rowLeft[i]!
  for (let j = 0; j < m; j++) {
    if (!open[i * m + j]) continue
    odd -= whole[i * m + j]!
    let k = order.length
    while (k > 0 && before(j, order[k - 1]!)) k--
    order.splice(k, 0, j)
  }
  if (order.length === 0) return
  const given = Math.min(Math.max(odd, 0), order.length)
  // Not whole within the row only where amounts pass what a float resolves to the cent: the largest cells bear it.
  for (let off = odd - given; off !== 0; ) {
    const most = order.reduce((a, b) => (whole[i * m + b]! > whole[i * m + a]! ? b : a))
    const borne = Math.max(off, -whole[i * m + most]!)
    whole[i * m + most]! += borne
    lacking[most]! -= borne
    off -= borne
  }
  for (const j of order.slice(0, given)) {
    up[i * m + j] = 1
    lacking[j]! -= 1
  }

  function before(a: number, b: number): boolean {
    const byPart = parts[i * m + b]! - parts[i * m + a]!
    if (byPart !== 0) return byPart < 0
    const byLack = lacking[b]! - lacking[a]!
    if (byLack !== 0) return byLack < 0
    return a < b
  }
}

/** Moves cents from columns with too many to columns that lack them, always along the cheapest path. */
function handOn({ n, m, open }: Margins, { parts, up, lacking }: Rounding): void {
  if (lacking.every((cents) => cents === 0)) return
  // One heap an ordered pair of columns: rows that could hand a cent from the first to the second.
  const heaps = Array.from({ length: m * m }, () => new Heap())
  const offer = (i: number, a: number, b: number, heap: Heap, settle: boolean): void => {
    const cost = parts[i * m + a]! - parts[i * m + b]!
    const entry = (cost + partsOfCent) * n + i
    if (settle) heap.push(entry)
    else heap.add(entry)
  }
  const canStep = (i: number, a: number, b: number): boolean =>
    open[i * m + a] === 1 && open[i * m + b] === 1 && up[i * m + a] === 1 && up[i * m + b] === 0
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < m; a++) {
      if (!up[i * m + a]) continue
      for (let b = 0; b < m; b++) if (canStep(i, a, b)) offer(i, a, b, heaps[a * m + b]!, false)
    }
  }
  for (const heap of heaps) heap.settle()

  const rowOf = (entry: number): number => entry % n
  const costs = new Float64Array(m * m)
  for (;;) {
    for (let a = 0; a < m; a++) {
      for (let b = 0; b < m; b++) {
        const heap = heaps[a * m + b]!
        while (heap.size > 0 && !canStep(rowOf(heap.top), a, b)) heap.pop()
        costs[a * m + b] = heap.size > 0 ? Math.floor(heap.top / n) - partsOfCent : Number.POSITIVE_INFINITY
      }
    }
    const path = cheapestPath(costs, lacking, m)
    if (!path) return
    const steps = path.slice(1).map((b, k) => ({ a: path[k]!, b, i: rowOf(heaps[path[k]! * m + b]!.top) }))
    lacking[path[0]!]! += 1
    lacking[path.at(-1)!]! -= 1
    for (const { a, b, i } of steps) {
      up[i * m + a] = 0
      up[i * m + b] = 1
    }
    for (const { a, b, i } of steps) {
      for (let c = 0; c < m; c++) {
        if (canStep(i, c, a)) offer(i, c, a, heaps[c * m + a]!, true)
        if (canStep(i, b, c)) offer(i, b, c, heaps[b * m + c]!, true)
      }
    }
  }
}

/** Bellman–Ford from every column with too much to the nearest that lacks; the columns on the way. */
function cheapestPath(costs: Float64Array, lacking: Float64Array, m: number): number[] | undefined {
  const distance = new Float64Array(m)
  const from = new Int32Array(m).fill(-1)
  for (let j = 0; j < m; j++) distance[j] = lacking[j]! < 0 ? 0 : Number.POSITIVE_INFINITY
  for (let round = 0, changed = true; changed && round < m; round++) {
    changed = false
    for (let a = 0; a < m; a++) {
      if (distance[a] === Number.POSITIVE_INFINITY) continue
      for (let b = 0; b < m; b++) {
        if (distance[a]! + costs[a * m + b]! < distance[b]!) {
          distance[b] = distance[a]! + costs[a * m + b]!
          from[b] = a
          changed = true
        }
      }
    }
  }
  let end = -1
  for (let j = 0; j < m; j++) {
    if (lacking[j]! > 0 && Number.isFinite(distance[j]!) && (end < 0 || distance[j]! < distance[end]!))
      end = j
  }
  if (end < 0) return undefined
  const path = [end]
  while (from[path[0]!]! >= 0) path.unshift(from[path[0]!]!)
  return path
}

/**
 * Only when the fit stopped short of its precision: whole amounts move along any open path, from the largest cell,
 * until every column is met. Feasibility was proven before, so a path exists.
 */
function moveWhatIsLeft(whole: Float64Array, { n, m, open }: Margins, lacking: Float64Array): void {
  for (;;) {
    const start = lacking.findIndex((cents) => cents < 0)
    if (start < 0) return
    const from = new Int32Array(m).fill(-1)
    const via = new Int32Array(m).fill(-1)
    const queue = [start]
    let end = -1
    for (let head = 0; head < queue.length && end < 0; head++) {
      const a = queue[head]!
      for (let i = 0; i < n; i++) {
        if (whole[i * m + a] === 0) continue
        for (let b = 0; b < m; b++) {
          if (!open[i * m + b] || b === start || b === a) continue
          if (from[b] === -1) {
            from[b] = a
            via[b] = i
            queue.push(b)
          } else if (from[b] === a && whole[i * m + a]! > whole[via[b]! * m + a]!) via[b] = i
        }
      }
      end = queue.findIndex((j) => lacking[j]! > 0)
    }
    if (end < 0) throw new Error('no path to a column that lacks cents, though the margins are feasible')
    end = queue[end]!
    let amount = Math.min(-lacking[start]!, lacking[end]!)
    for (let b = end; b !== start; b = from[b]!) amount = Math.min(amount, whole[via[b]! * m + from[b]!]!)
    for (let b = end; b !== start; b = from[b]!) {
      whole[via[b]! * m + from[b]!]! -= amount
      whole[via[b]! * m + b]! += amount
    }
    lacking[start]! += amount
    lacking[end]! -= amount
  }
}
