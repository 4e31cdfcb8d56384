/**
 * Gradient-boosted regression trees for counts. The model is log-linear: expected count = exp(offset + Σ trees), fitted
 * to a negative-binomial likelihood of fixed dispersion, on features sorted into at most 64 bins by quantile.
 * (Friedman 2001; histogram form as in every modern library.)
 */
export interface BoostSettings {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Smallest sum of curvature in a leaf. */
  readonly leaf: number
  /** Pull of leaf values to 0. */
  readonly ridge: number
  /** Share of rows and of features that each tree sees. */
  readonly rows: number
  readonly features: number
  readonly dispersion: number
}
interface Tree {
  /** By node: feature, −1 for a leaf; bins up to `cut` go left. */
  readonly feature: Int16Array
  readonly cut: Uint8Array
  readonly value: Float64Array
}
const bins = 64

export class Boosted {
  private readonly edges: Float64Array[]
  private readonly trees: Tree[]
  constructor(edges: Float64Array[], trees: Tree[]) {
    this.edges = edges
    this.trees = trees
  }

  /** Sum of all trees for one row of features: the logarithm of the factor on exp(offset). */
  predict(row: Float64Array): number {
    const code = new Uint8Array(row.length)
    for (let f = 0; f < row.length; f++) code[f] = binOf(this.edges[f]!, row[f]!)
    let sum = 0
    for (const { feature, cut, value } of this.trees) {
      let node = 0
      while (feature[node]! >= 0) node = 2 * node + (code[feature[node]!]! <= cut[node]! ? 1 : 2)
      sum += value[node]!
    }
    return sum
  }
}

/** Rows lie one after another in `features` (count × width); `weight` scales a row's say. */
export function boost(
  features: Float64Array,
  width: number,
  target: Float64Array,
  offset: Float64Array,
  weight: Float64Array,
  settings: BoostSettings,
  random: () => number,
): Boosted {
  const count = target.length
  const edges = Array.from({ length: width }, (_, f) => edgesOf(features, width, f, count))
  const codes = edges.map((edge, f) =>
    Uint8Array.from({ length: count }, (_, r) => binOf(edge, features[r * width + f]!)),
  )
  const score = Float64Array.from(offset)
  const gradient = new Float64Array(count)
  const curve = new Float64Array(count)
  const trees: Tree[] = []
  const order = new Int32Array(count)
  for (let t = 0; t < settings.trees; t++) {
    let used = 0
    for (let r = 0; r < count; r++) {
      const mean = Math.exp(score[r]!)
      const scale = weight[r]! / (1 + settings.dispersion * mean)
      gradient[r] = (mean - target[r]!) * scale
      curve[r] = mean * scale
      if (random() < settings.rows) order[used++] = r
    }
    const seen = codes.flatMap((_, f) => (random() < settings.features ? [f] : []))
    const tree = grow(codes, gradient, curve, order.subarray(0, used), seen, settings)
    trees.push(tree)
    for (let r = 0; r < count; r++) score[r]! += valueAt(tree, codes, r)
  }
  return new Boosted(edges, trees)
}

function valueAt({ feature, cut, value }: Tree, codes: readonly Uint8Array[], row: number): number {
  let node = 0
  while (feature[node]! >= 0) node = 2 * node + (codes[feature[node]!]![row]! <= cut[node]! ? 1 : 2)
  return value[node]!
}

function grow(
  codes: readonly Uint8Array[],
  gradient: Float64Array,
  curve: Float64Array,
  rows: Int32Array,
  seen: readonly number[],
  { depth, leaf, ridge, rate }: BoostSettings,
): Tree {
  const nodes = 2 ** (depth + 1) - 1
  const tree: Tree = {
    feature: new Int16Array(nodes).fill(-1),
    cut: new Uint8Array(nodes),
    value: new Float64Array(nodes),
  }
  const sums = new Float64Array(bins * 2)
  const side = new Int32Array(rows.length)
  const split = (node: number, from: number, to: number, level: number): void => {
    let [g, h] = [0, 0]
    for (let i = from; i < to; i++) {
      g += gradient[rows[i]!]!
      h += curve[rows[i]!]!
    }
    tree.value[node] = (-rate * g) / (h + ridge)
    if (level === depth || h < 2 * leaf) return
    let best = { gain: 1e-9, feature: -1, cut: 0 }
    for (const f of seen) {
      sums.fill(0)
      const code = codes[f]!
      for (let i = from; i < to; i++) {
        const r = rows[i]!
        const at = code[r]! * 2
        sums[at]! += gradient[r]!
        sums[at + 1]! += curve[r]!
      }
      let [gl, hl] = [0, 0]
      for (let b = 0; b < bins - 1; b++) {
        gl += sums[2 * b]!
        hl += sums[2 * b + 1]!
        if (hl < leaf) continue
        if (h - hl < leaf) break
        const gain = gl ** 2 / (hl + ridge) + (g - gl) ** 2 / (h - hl + ridge) - g ** 2 / (h + ridge)
        if (gain > best.gain) best = { gain, feature: f, cut: b }
      }
    }
    if (best.feature === -1) return
    const code = codes[best.feature]!
    let left = from
    let right = 0
    for (let i = from; i < to; i++) {
      const r = rows[i]!
      if (code[r]! <= best.cut) rows[left++] = r
      else side[right++] = r
    }
    rows.set(side.subarray(0, right), left)
    tree.feature[node] = best.feature
    tree.cut[node] = best.cut
    split(2 * node + 1, from, left, level + 1)
    split(2 * node + 2, left, to, level + 1)
  }
  split(0, 0, rows.length, 0)
  return tree
}

/** Upper edges of the bins, from quantiles of a sample. */
function edgesOf(features: Float64Array, width: number, f: number, count: number): Float64Array {
  const step = Math.max(1, Math.floor(count / 20_000))
  const sample: number[] = []
  for (let r = 0; r < count; r += step) sample.push(features[r * width + f]!)
  sample.sort((a, b) => a - b)
  const edges: number[] = []
  for (let b = 1; b < bins; b++) {
    const edge = sample[Math.floor((b * sample.length) / bins)]
    if (edge !== undefined && (edges.length === 0 || edge > edges.at(-1)!)) edges.push(edge)
  }
  return Float64Array.from(edges)
}

/** How many edges lie below the value. */
function binOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
